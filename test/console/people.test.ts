// Proves the pages on people: of an organization and of a project, active and invited, and what their forms do.
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../support/console.ts";
import { type Stage, startStage } from "../support/stage.ts";
import { ids, invited } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const orgPeople = `/orgs/${ids.org}/people`;
const groupPeople = `/projects/${ids.group}/people`;

const v2025 = { accept: "application/vnd.atlas.2025-02-19+json" };

/** Everybody of the organization, as the API lists them. */
async function listed(stage: Stage, path = `/orgs/${ids.org}/users`) {
  const reply = await stage.ask("owner", { path: `/api/atlas/v2${path}`, headers: v2025 });
  return reply.json.results as { id: string; username: string; roles: unknown; teamIds: string[] }[];
}

const idOf = async (stage: Stage, username: string): Promise<string> =>
  (await listed(stage)).find((user) => user.username === username)?.id ?? "";

const outbox = (stage: Stage) => stage.rows("select invite_id from outbox order by rowid");

test("the people of an organization", async (t) => {
  const stage = await startStage(t);

  await t.test("are listed with status, roles in words and teams", async () => {
    const { status, text } = await browse(stage, owner).open(orgPeople);
    equal(status, 200);
    match(text, /owner@example\.com Ada Example Active Organization Owner core Change roles Remove/);
    match(text, /member@example\.com Active Organization Member None Change roles Remove/);
    match(
      text,
      /new@example\.com Invited Invited by \S+ until 2026-09-09 03:04 UTC Organization Member None Change roles Send again Revoke/,
    );
  });

  await t.test("are shown to members, without what ended and without a crash", async () => {
    const { status, text } = await browse(stage, member).open(orgPeople);
    equal(status, 200);
    doesNotMatch(text, /Ended invitations/);
  });

  await t.test("include on demand those whose invitation ran out", async () => {
    await stage.end(ids.orgInvite, "expire");
    const browser = browse(stage, owner);
    doesNotMatch((await browser.open(orgPeople)).text, /Invited by \S+ until/);
    match((await browser.open(`${orgPeople}?ended`)).text, /new@example\.com Invitation expired/);
    match(
      (await browser.open(orgPeople)).text,
      /Ended invitations .*new@example\.com Invited by \S+ Expired 2026-/,
    );
  });

  await t.test("are invited, several at once", async () => {
    const shown = await browse(stage, owner).send(orgPeople, "invite", {
      addresses: "one@example.com, Two <two@example.com>",
      roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
    });
    match(shown.text, /^People of the organization Done\./);
    match(shown.text, /one@example\.com Invited .* Organization Read Only Organization Member/);
    match(shown.text, /two@example\.com Invited Invited by owner@example\.com/);
  });

  await t.test("are invited as far as it goes; the others stay typed, with the reason", async () => {
    const shown = await browse(stage, owner).send(orgPeople, "invite", {
      addresses: `one@example.com\n${member}\nnobody`,
      roles: ["ORG_READ_ONLY"],
    });
    match(
      shown.text,
      /one@example\.com Invited member@example\.com Already belongs to the organization\. nobody This is not an e-mail address\./,
    );
    match(shown.html, /<textarea[^>]*>member@example\.com\nnobody<\/textarea>/);
    match(shown.html, /value="ORG_READ_ONLY" checked/);
  });

  await t.test("refused to members, who find again what they typed", async () => {
    const shown = await browse(stage, member).send(orgPeople, "invite", {
      addresses: "one@example.com, two@example.com",
      roles: ["ORG_MEMBER"],
    });
    equal(shown.status, 401);
    match(shown.text, /^Your role does not allow this\. Ask an owner\./);
    match(shown.html, /<textarea[^>]*>one@example\.com, two@example\.com<\/textarea>/);
  });

  await t.test("have an invitation sent again", async () => {
    const before = outbox(stage).length;
    const userId = await idOf(stage, "new@example.com");
    const shown = await browse(stage, owner).send(orgPeople, "resend", { userId });
    match(shown.text, /The invitation has been sent again\./);
    deepEqual(outbox(stage).slice(before), [{ invite_id: ids.orgInvite }]);
  });

  await t.test("lose their invitation, or leave", async () => {
    const browser = browse(stage, owner);
    const revoked = await browser.send(orgPeople, "revoke", { userId: await idOf(stage, "new@example.com") });
    match(revoked.text, /The invitation has been revoked\./);
    const removed = await browser.send(orgPeople, "remove", { userId: await idOf(stage, member) });
    match(removed.text, /Removed\./);
    deepEqual(
      (await listed(stage)).map(({ username }) => username),
      [owner],
    );
  });

  await t.test("403 for removing the last owner", async () => {
    const shown = await browse(stage, owner).send(orgPeople, "remove", { userId: await idOf(stage, owner) });
    equal(shown.status, 403);
    match(shown.text, /^The last owner of the organization cannot be removed\./);
  });

  await t.test("are shown in Korean as well", async () => {
    match(
      (await browse(stage, owner, "ko").open(orgPeople)).text,
      /owner@example\.com Ada Example 활성 조직 소유자/,
    );
  });
});

test("what a person holds in an organization", async (t) => {
  const stage = await startStage(t);
  const holds = async (username: string) => {
    const found = (await listed(stage)).find((user) => user.username === username);
    return { roles: found?.roles, teamIds: found?.teamIds };
  };
  const pageOf = async (username: string) => `${orgPeople}/${await idOf(stage, username)}`;

  await t.test("changes: roles and teams, and the projects stay", async () => {
    const at = await pageOf(member);
    const browser = browse(stage, owner);
    await browser.send(`${at}?project=${ids.group}`, "saveGroup", {
      groupId: ids.group,
      roles: ["GROUP_OWNER"],
    });
    const shown = await browser.send(at, "save", { roles: ["ORG_READ_ONLY"], teams: [ids.team] });
    match(shown.text, /^member@example\.com Active The roles have been changed\./);
    match(shown.text, /payments Project Owner Change roles/);
    deepEqual(await holds(member), {
      roles: {
        groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }],
        orgRoles: ["ORG_READ_ONLY"],
      },
      teamIds: [ids.team],
    });
  });

  await t.test("changes: a project is taken away, for somebody who is invited too", async () => {
    const at = await pageOf("new@example.com");
    const browser = browse(stage, owner);
    await browser.send(at, "saveGroup", { groupId: ids.group, roles: ["GROUP_READ_ONLY"] });
    match((await browser.open(groupPeople)).text, /new@example\.com Invited/);
    await browser.send(at, "saveGroup", { groupId: ids.group });
    deepEqual(await holds("new@example.com"), {
      roles: { groupRoleAssignments: [], orgRoles: ["ORG_MEMBER"] },
      teamIds: [],
    });
  });

  await t.test("400 without any role in the organization, with what was chosen", async () => {
    const shown = await browse(stage, owner).send(await pageOf(member), "save", { teams: [ids.team] });
    equal(shown.status, 400);
    match(shown.html, new RegExp(`value="${ids.team}" checked`));
    deepEqual((await holds(member)).teamIds, []);
  });
});

test("the people of a project", async (t) => {
  const stage = await startStage(t);
  const { group: groupId } = ids;

  await t.test("are one list: active, and invited to the project alone", async () => {
    const { status, text } = await browse(stage, owner).open(groupPeople);
    equal(status, 200);
    match(
      text,
      /hello@example\.com Invited Invited by \S+ until 2026-09-09 03:04 UTC Project Read Only Change roles Send again Revoke/,
    );
    match(text, /owner@example\.com Ada Example Active Project Owner Change roles Remove/);
  });

  await t.test("are shown without invitations to who does not own the project", async () => {
    stage.execute(
      `insert into grants (principal_id, org_id, group_id, role, created_at)
       select id, '${ids.org}', '${groupId}', 'GROUP_READ_ONLY', 0 from users where username = '${member}'`,
    );
    const { status, text } = await browse(stage, member).open(groupPeople);
    equal(status, 200);
    match(text, /Invitations to the project itself are shown to project owners only\./);
    doesNotMatch(text, /hello@example\.com|Ended invitations/);
  });

  await t.test("are added at once or invited, as they belong to the organization or not", async () => {
    const shown = await browse(stage, owner).send(groupPeople, "invite", {
      addresses: `${member}\nfresh@example.com\n${owner}`,
      way: "add",
      roles: ["GROUP_CLUSTER_MANAGER"],
    });
    match(
      shown.text,
      /member@example\.com Added at once fresh@example\.com Invited owner@example\.com Already belongs to the project, or is invited to it\./,
    );
    match(shown.text, /fresh@example\.com Invited Invited by owner@example\.com .* Project Cluster Manager/);
    match(shown.text, /member@example\.com Active Project Cluster Manager/);
  });

  await t.test("are invited to the project alone, if so chosen", async () => {
    await browse(stage, owner).send(groupPeople, "invite", {
      addresses: "fresh@example.com",
      way: "alone",
      roles: ["GROUP_READ_ONLY"],
    });
    const pending = stage.rows(
      `select username from invites where group_id = '${groupId}' order by username`,
    );
    deepEqual(pending, [{ username: "fresh@example.com" }, { username: invited }]);
  });

  await t.test("change the roles of their invitation", async () => {
    const at = `/projects/${groupId}/invitations/${ids.invite}`;
    const browser = browse(stage, owner);
    match((await browser.open(at)).html, /value="GROUP_READ_ONLY" checked/);
    const shown = await browser.send(at, "save", { roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] });
    match(
      shown.text,
      /The roles have been changed\. .*hello@example\.com Invited .* Project Owner Project Read Only/,
    );
    equal((await browser.send(at, "save")).status, 400);
  });

  await t.test("change their own roles, but not to none", async () => {
    const at = `${groupPeople}/${await idOf(stage, owner)}`;
    const browser = browse(stage, owner);
    const none = await browser.send(at, "save");
    equal(none.status, 400);
    match(none.text, /^Choose at least one role/);
    const shown = await browser.send(at, "save", { roles: ["GROUP_READ_ONLY", "GROUP_INDEX_MANAGER"] });
    match(shown.text, /owner@example\.com Ada Example Active Project Read Only Project Index Manager/);
  });

  await t.test("have either kind of invitation sent again", async () => {
    const browser = browse(stage, owner);
    await browser.send(groupPeople, "invite", {
      addresses: "new@example.com",
      way: "add",
      roles: ["GROUP_READ_ONLY"],
    });
    const before = outbox(stage).length;
    await browser.send(groupPeople, "resend", { invitationId: ids.invite });
    await browser.send(groupPeople, "resendOfUser", { userId: await idOf(stage, "new@example.com") });
    deepEqual(outbox(stage).slice(before), [{ invite_id: ids.invite }, { invite_id: ids.orgInvite }]);
  });

  await t.test("lose their invitation, whose end is shown, or leave", async () => {
    const browser = browse(stage, owner);
    const revoked = await browser.send(groupPeople, "revoke", { invitationId: ids.invite });
    match(revoked.text, /The invitation has been revoked\./);
    match(revoked.text, /Ended invitations .*hello@example\.com Invited by \S+ Revoked 2026-08-10 03:04 UTC/);
    equal((await browser.send(groupPeople, "revoke", { invitationId: ids.invite })).status, 400);
    const removed = await browser.send(groupPeople, "remove", { userId: await idOf(stage, owner) });
    match(removed.text, /Removed\. .*There is nobody here yet\./);
  });

  await t.test("are listed and invited after the older invitations are gone", async () => {
    stage.clock.set({ now: "2027-07-02T00:00:00Z" });
    const browser = browse(stage, owner);
    const { status, text, html } = await browser.open(groupPeople);
    equal(status, 200);
    match(text, /owner@example\.com Ada Example Active/);
    doesNotMatch(text, /hello@example\.com Invited Invited by \S+ until/);
    doesNotMatch(html, /name="way"/);
    const shown = await browser.send(groupPeople, "invite", {
      addresses: "fresh@example.com",
      roles: ["GROUP_READ_ONLY"],
    });
    match(shown.text, /fresh@example\.com Invited/);
  });

  await t.test("are paged, and a full page stays small", async () => {
    for (let number = 10; number < 45; number++) {
      await stage.ask("owner", {
        method: "POST",
        path: `/api/atlas/v2/groups/${groupId}/users`,
        headers: { ...v2025, "content-type": "application/vnd.atlas.2025-02-19+json" },
        body: { username: `person${number}@example.com`, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
      });
    }
    const browser = browse(stage, owner);
    const first = await browser.open(groupPeople);
    match(first.text, /Page 1 of 2/);
    match((await browser.open(`${groupPeople}?page=2`)).text, /person44@example\.com/);
    equal(Buffer.byteLength(first.html) < 70_000, true);
  });
});
