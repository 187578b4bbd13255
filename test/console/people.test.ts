// Proves the lists of people of an organization and of a project, and what can be done with one person or with several.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, decode, type Pages, startPages } from "../support/console.ts";
import { pluck } from "../support/pluck.ts";
import type { Stage } from "../support/stage.ts";
import { idOf } from "../support/users.ts";
import { ids, invited } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const orgPeople = `/orgs/${ids.org}/people`;
const groupPeople = `/projects/${ids.group}/people`;

/** Lists all people of the organization, as the API does. */
async function listed({ get }: Pages) {
  const { results } = await get("listOrgUsers");
  return results as { id: string; username: string; roles: unknown; teamIds: string[] }[];
}

/** Gives the team of the seed a role in the project. */
const addTeam = ({ get }: Pages) =>
  get("addGroupTeams", { body: [{ teamId: ids.team, roleNames: ["GROUP_READ_ONLY"] }] });

const outbox = (stage: Stage) => stage.rows("select invite_id from outbox order by rowid");

/** The rows of a list, each as a person reads it, without its menu. */
const rowsIn = (html: string): string[] =>
  [...html.matchAll(/<tr id="r-[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replace(/<div [^>]*popover[\s\S]*$/, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );

/** The marks of rows that can be selected; with ` checked`, of those that are. */
const picksIn = (html: string, state: string): string[] =>
  [...html.matchAll(new RegExp(`type="checkbox" form="bulk" name="who" value="([^"]*)"${state}`, "g"))].map(
    ([, mark = ""]) => mark,
  );

test("250 people are selected behind a proxy that takes lines of 8 kB, and headers of 4 kB", async (t) => {
  const firstName = "가나다라마".repeat(10);
  const users = Array.from({ length: 250 }, (_, nth) => ({
    username: `${"n".repeat(60)}.${nth}@example.com`,
    firstName,
    orgRoles: ["ORG_READ_ONLY" as const],
  }));
  const owners = [{ username: owner, orgRoles: ["ORG_OWNER" as const] }];
  const stage = await startPages(t, {
    seed: { orgs: [{ id: ids.org, name: "Acme", users: [...owners, ...users] }] },
  });
  const { visit } = stage;
  const all = await visit([`${orgPeople}?role=ORG_READ_ONLY&size=100&pick=all`, / 250 selected /]);
  const target = new URL(/rel="next" href="([^"]*)"/.exec(decode(all.html))?.[1] ?? "", stage.url);
  target.searchParams.set("q", firstName);
  const { html } = await visit([target.pathname + target.search]);
  const form = decode(/<form class="bulk"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "");
  const fields = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const asked = new URLSearchParams(fields.map(([, name = "", value = ""]) => [name, value]));
  for (const mark of picksIn(html, " checked")) asked.append("who", mark);
  equal(asked.getAll("who").length, 250);
  asked.set("act", "end");
  const addresses = [...decode(html).matchAll(/ href="(\/[^"]*)"/g)].map(([, href = ""]) => href);
  deepEqual(
    [`${orgPeople}/change?${asked}`, ...addresses].filter(({ length }) => length > 8000),
    [],
  );
  await visit([`${orgPeople}/change?${asked}`, /^Remove 250 people/]);
  match(all.html, /id="f-roles"(?:(?!<\/form>).)*name="back" value="[^"]{20,2500}"/s);
});

test("the people of an organization", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;

  await t.test("are a line each: status, roles, teams, and when", async () => {
    const { text, html } = await visit([orgPeople, 200]);
    deepEqual(rowsIn(html), [
      "Ada Example owner@example.com Active Owner in core never",
      "member@example.com Active Member never",
      "new@example.com by owner@example.com · expires in 30 days Invited Member",
    ]);
    match(text, /^People [0-9a-f]{24} CSV Invite people /);
    match(
      text,
      / Active and invited 3 Active 2 Invited 1 Expired 0 Declined 0 Revoked 0 All 3 People Person Status Roles in the organization Last active /,
    );
    match(text, /3 people$/);
    match(html, /<time dateTime="2026-09-09T03:04:53Z" title="2026-09-09 03:04 UTC">in 30 days<\/time>/i);
  });

  await t.test(
    "are a file for an access review: a line for each role, with where it comes from",
    async () => {
      await addTeam(stage);
      stage.execute(`update users set first_name = '=1+1' where username = '${member}'`);
      const { headers, html } = await visit([`/orgs/${ids.org}/access-review.csv`, 200]);
      match(headers["content-disposition"] ?? "", /^attachment; filename="access-review-2026-08-10\.csv"$/);
      const lines = html.split("\r\n").map((line) => line.replaceAll('"', "").split(","));
      deepEqual(lines[0]?.slice(5), [
        "scope",
        "scope_id",
        "scope_name",
        "role",
        "from",
        "kind",
        "description",
        "made_by",
      ]);
      const held = (who: string) =>
        lines
          .filter(([username]) => username === who)
          .map((line) => [line[1], ...line.slice(5, 10)].join(" "));
      deepEqual(held(member), [`'=1+1 organization ${ids.org} Acme ORG_MEMBER direct`]);
      ok(held(owner).includes(`Ada project ${ids.group} payments GROUP_READ_ONLY team core`), html);
      await visit(member, [`/orgs/${ids.org}/access-review.csv`, 403]);
    },
  );

  await t.test("are searched, filtered and sorted by the address of the page", async () => {
    const namesAt = async (query: string) =>
      rowsIn((await visit([`${orgPeople}?${query}`])).html).map((row) => /\S+@\S+/.exec(row)?.[0]);
    deepEqual(await namesAt("q=ada"), [owner]);
    deepEqual(await namesAt("role=ORG_MEMBER"), [member, "new@example.com"]);
    deepEqual(await namesAt(`team=${ids.team}`), [owner]);
    deepEqual(await namesAt("status=INVITED"), ["new@example.com"]);
    // By what one reads: owner@example.com is Ada Example.
    deepEqual(await namesAt("sort=-name"), ["new@example.com", member, owner]);
    deepEqual(await namesAt("sort=nonsense&status=nonsense&size=nonsense&after=x"), [
      owner,
      member,
      "new@example.com",
    ]);
    await visit(
      // The other states keep the search.
      [
        `${orgPeople}?q=nobody&status=ACTIVE`,
        /Nobody matches\./,
        { html: /href="\/orgs\/\w+\/people\?q=nobody&amp;status=INVITED"/ },
      ],
    );
  });

  await t.test("offer a member nothing that the role refuses", async () => {
    const { html } = await visit(member, [
      orgPeople,
      200,
      { lacks: /Invite people|Change roles|Remove|Revoke|Resend/ },
    ]);
    doesNotMatch(html, /type="checkbox"|popovertarget="m-/);
  });

  await t.test("keep who was invited once, by what became of it", async () => {
    await stage.end(ids.orgInvite, "expire");
    const { html } = await visit([`${orgPeople}?status=EXPIRED`, /Active 2 Invited 0 Expired 1/]);
    equal(rowsIn(html).length, 1);
    match(html, /people\/invite\?who=new%40example\.com/);
  });

  await t.test("are invited, several at once, and the list says whom", async () => {
    const shown = await visit([
      `${orgPeople}/invite`,
      "invite",
      { addresses: "one@example.com, Two <two@example.com>", roles: ["ORG_READ_ONLY", "ORG_MEMBER"] },
      /^People [0-9a-f]{24} CSV Invite people 2 people invited: one@example\.com and two@example\.com\./,
    ]);
    ok(
      rowsIn(shown.html).includes(
        "one@example.com by owner@example.com · expires in 30 days Invited Read Only Member",
      ),
    );
  });

  await t.test("are told once of what was done", async () => {
    await visit(
      [`${orgPeople}/invite`, "invite", { addresses: "one@example.com", roles: "ORG_MEMBER" }],
      [orgPeople, { lacks: /Invited one@/ }],
    );
  });

  await t.test("are invited as far as it goes; the others stay typed, with the reason", async () => {
    await visit([
      `${orgPeople}/invite`,
      "invite",
      { addresses: `one@example.com\n${member}\nnobody`, roles: ["ORG_READ_ONLY"] },
      /one@example\.com Invited member@example\.com Already belongs to Acme; nothing was changed nobody This is not an e-mail address\./,
      { html: /<textarea[^>]*>nobody<\/textarea>/ },
      { html: /value="ORG_READ_ONLY" checked/ },
    ]);
  });

  await t.test("have an invitation sent again", async () => {
    const before = outbox(stage).length;
    await visit([
      `${orgPeople}/change`,
      "resend",
      { who: "new@example.com" },
      /Invitation resent to new@example\.com\./,
    ]);
    deepEqual(outbox(stage).slice(before), [{ invite_id: ids.orgInvite }]);
  });

  await t.test("are asked about before they lose their invitation, or leave", async () => {
    await visit(
      [
        `${orgPeople}/change?act=end&who=new@example.com`,
        /^Revoke the invitation of new@example\.com\? Cancel Revoke$/,
      ],
      [`${orgPeople}/change`, "end", { who: "new@example.com" }, /Invitation of new@example\.com revoked\./],
      [
        `${orgPeople}/change?act=end&who=${member}`,
        /^Remove member@example\.com from Acme\? They leave all projects and teams/,
      ],
      [`${orgPeople}/change`, "end", { who: member }, /Removed member@example\.com\./],
    );
    deepEqual(pluck(await listed(stage), "username"), [owner]);
  });

  await t.test("are changed several at once, with a line for each where one is refused", async () => {
    const who = [member, "new@example.com", owner];
    const rolesNow = async () =>
      (await listed(stage)).map(({ username, roles }) => [
        username,
        ...(roles as { orgRoles: string[] }).orgRoles,
      ]);
    await visit(
      [
        `${orgPeople}/change?act=roles&${new URLSearchParams(who.map((each) => ["who", each]))}`,
        /^Add roles to .*Each of them gets the roles you choose and keeps all others\./,
      ],
      [
        `${orgPeople}/change`,
        "add",
        { who, roles: "ORG_READ_ONLY" },
        /member@example\.com Added: Read Only new@example\.com Added: Read Only owner@example\.com Added: Read Only Back$/,
      ],
    );
    deepEqual((await rolesNow()).toSorted(), [
      [member, "ORG_READ_ONLY", "ORG_MEMBER"],
      ["new@example.com", "ORG_READ_ONLY", "ORG_MEMBER"],
      [owner, "ORG_OWNER", "ORG_READ_ONLY"],
    ]);
    await visit(
      [
        `${orgPeople}/change`,
        "add",
        { who, roles: ["ORG_READ_ONLY", "ORG_MEMBER"] },
        /member@example\.com Had them already new@example\.com Had them already owner@example\.com Added: Member /,
      ],
      [
        `${orgPeople}/change`,
        "take",
        { who, roles: ["ORG_OWNER", "ORG_READ_ONLY"] },
        /member@example\.com Taken: Read Only new@example\.com Taken: Read Only owner@example\.com The last owner/,
      ],
      [
        `${orgPeople}/change`,
        "take",
        { who, roles: "ORG_MEMBER" },
        /member@example\.com No other role would be left\. .* owner@example\.com Taken: Member /,
      ],
      [
        `${orgPeople}/change`,
        "take",
        { who, roles: "ORG_BILLING_ADMIN" },
        /member@example\.com Held none of them /,
      ],
    );
    deepEqual((await rolesNow()).filter(([username]) => username !== owner).toSorted(), [
      [member, "ORG_MEMBER"],
      ["new@example.com", "ORG_MEMBER"],
    ]);
  });

  await t.test("join teams several at once, and stay in those they are in", async () => {
    const who = [member, "new@example.com", owner];
    await visit(
      [
        `${orgPeople}/change?act=team&${new URLSearchParams(who.map((each) => ["who", each]))}`,
        /stays in all others\. People who are invited join once they accept\. Teams core .*Add to team/,
      ],
      [
        `${orgPeople}/change`,
        "team",
        { who, teams: ids.team },
        /member@example\.com Joined 1 team new@example\.com Joined 1 team owner@example\.com Was in already Back$/,
      ],
    );
    deepEqual(
      (await listed(stage)).map(({ teamIds }) => teamIds),
      [[ids.team], [ids.team], [ids.team]],
    );
    await visit(
      [`${orgPeople}/change`, "team", { who }, /Choose at least one team\./],
      [`/projects/${ids.group}/people/change`, "team", { who: owner }, 400],
    );
  });

  await t.test("stay selected over searches and pages, and all that are found can be", async () => {
    const marks = picksIn((await visit([orgPeople])).html, "");
    const [, one = "", other = ""] = marks;
    const { html } = await visit([
      `${orgPeople}?q=new&who=${one}&who=${other}`,
      { html: /<b data-picked="\{count\} selected">2 selected<\/b>/ },
      { html: new RegExp(`<input type="hidden" name="who" value="${one}"`) },
    ]);
    deepEqual(picksIn(html, " checked"), [other]);
    // The search, the tabs and the order keep them; what was done does not.
    equal(
      [...(/<form class="tools"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "").matchAll(/name="who"/g)].length,
      2,
    );
    match(html, new RegExp(`href="[^"]*who=${one}&amp;who=${other}&amp;status=ACTIVE"`));
    const asked = await visit([
      `${orgPeople}/change?act=end&q=new&who=${one}&who=${other}`,
      { html: new RegExp(`name="back" value="${orgPeople}\\?q=new"`) },
    ]);
    deepEqual(
      [...asked.html.matchAll(/name="who" value="([^"]*)"/g)].map(([, who]) => who),
      [member, "new@example.com"],
    );
    const all = await visit([`${orgPeople}?pick=all&role=ORG_MEMBER&size=25`, 200]);
    deepEqual(picksIn(all.html, " checked"), [one, other]);
  });

  await t.test("remove themselves only if they say so", async () => {
    stage.execute(
      `update grants set role = 'ORG_OWNER' where group_id is null
       and principal_id in (select id from users where username = '${member}')`,
    );
    await visit(
      [`${orgPeople}/change?act=end&who=${owner}`, /Remove me as well\. I lose my own access to Acme\./],
      [`${orgPeople}/change`, "end", { who: owner }, /^Tick the box to remove yourself\./],
      [
        `${orgPeople}/change`,
        "end",
        { who: ["new@example.com", owner] },
        /new@example\.com Done owner@example\.com Not removed: you did not tick your own box/,
      ],
    );
    deepEqual(pluck(await listed(stage), "username").toSorted(), [member, owner]);
  });

  await t.test("are removed by one of them, who comes last and could do nothing more before", async () => {
    stage.execute(
      `update grants set role = 'ORG_OWNER' where group_id is null
       and principal_id in (select id from users where username = '${member}')`,
    );
    const who = [member, "new@example.com", owner];
    await visit(member, [
      `${orgPeople}/change`,
      "end",
      { who, self: "1" },
      /new@example\.com Done owner@example\.com Done (?:Pending invitations by Ada Example )?member@example\.com The last owner of the organization cannot be removed\. Back$/,
    ]);
  });

  await t.test("lead back to the same page and row of the list, and nowhere else", async () => {
    const change = async (back: string) => {
      const { html } = await visit([
        `${orgPeople}/change?act=roles&who=${member}&back=${encodeURIComponent(back)}`,
      ]);
      return /<main[\s\S]*name="back" value="([^"]*)"/.exec(html)?.[1];
    };
    equal(await change(`${orgPeople}?q=m&after=-1.a`), `${orgPeople}?q=m&amp;after=-1.a`);
    for (const back of ["https://evil.example", "//evil.example", "/account", `${orgPeople}evil`]) {
      equal(await change(back), orgPeople, back);
    }
  });

  await t.test("403 for removing the last owner", async () => {
    await visit([
      `${orgPeople}/change`,
      "end",
      { who: owner, self: "1" },
      403,
      /^The last owner of the organization cannot be removed\./,
    ]);
  });

  await t.test("404 for nobody", async () => {
    await visit([`${orgPeople}/change`, "end", { who: "nobody@example.com" }, 404]);
  });

  await t.test("are shown in Korean as well", async () => {
    const { html, text } = await browse(stage, owner, "ko").open(orgPeople);
    ok(rowsIn(html).includes("Ada Example owner@example.com 활성 소유자 팀: core 없음"));
    match(
      text,
      /^조직 멤버 [0-9a-f]{24} CSV 멤버 초대 .*활성 및 초대됨 3 활성 2 초대됨 1 만료됨 0 거절됨 0 취소됨 0 전체 3/,
    );
  });
});

test("what a person holds in an organization", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const holds = async (username: string) => {
    const found = (await listed(stage)).find((user) => user.username === username);
    return { roles: found?.roles, teamIds: found?.teamIds };
  };
  const pageOf = async (username: string) => `${orgPeople}/${idOf(stage, username)}`;

  await t.test("changes: roles and teams, and the projects stay", async () => {
    const at = await pageOf(member);
    await visit(
      [`${at}?project=${ids.group}`, "saveGroup", { groupId: ids.group, roles: ["GROUP_OWNER"] }],
      [
        at,
        "save",
        { roles: ["ORG_READ_ONLY"], teams: [ids.team] },
        /^member@example\.com Active [0-9a-f]{24} .* Roles changed\./,
        /payments directly Project Owner GROUP_OWNER Organization Read Only Open Change roles/,
      ],
    );
    deepEqual(await holds(member), {
      roles: {
        groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }],
        orgRoles: ["ORG_READ_ONLY"],
      },
      teamIds: [ids.team],
    });
  });

  await t.test("is every role with where it comes from, and what would remain without it", async () => {
    await addTeam(stage);
    const at = await pageOf(owner);
    const { html } = await visit([
      at,
      /^Ada Example owner@example\.com · Active [0-9a-f]{24} /,
      /through the team core 1 Access to all of them remains/,
      { html: `href="/orgs/${ids.org}/activity?who=owner%40example.com"` },
    ]);
    deepEqual(rowsIn(html), [
      "Acme organization Organization Owner ORG_OWNER No role in the organization",
      "payments organization Organization Owner ORG_OWNER Project Owner, Project Read Only",
      "payments directly Project Owner GROUP_OWNER Organization Owner, Project Read Only",
      "payments team core Project Read Only GROUP_READ_ONLY Organization Owner, Project Owner",
    ]);
    equal(rowsIn((await visit([`${at}?from=TEAM`])).html).length, 1);
    // Others of the organization see what is given to the person alone, and change nothing.
    const seen = await browse(stage, member).open(at);
    deepEqual(rowsIn(seen.html), [
      `${ids.group} directly Project Owner GROUP_OWNER`,
      "Acme organization Organization Owner ORG_OWNER",
    ]);
    doesNotMatch(seen.text, /Change roles|Give roles/);
  });

  await t.test("in a project may come from a team alone, and more can be given there", async () => {
    stage.execute(
      `insert into team_members (team_id, user_id) select '${ids.team}', id from users where username = '${member}'`,
    );
    await addTeam(stage);
    await visit([await pageOf(member), /through the team core 1 No access to payments/]);
    const at = `${groupPeople}/${idOf(stage, member)}`;
    await visit(
      [at, 200, /Project Read Only GROUP_READ_ONLY through the team core No access to the project /],
      [at, "save", { roles: ["GROUP_INDEX_MANAGER"] }],
      [at, /Project Index Manager GROUP_INDEX_MANAGER in the project payments Project Read Only/],
    );
  });

  await t.test("changes: a project is taken away, for somebody who is invited too", async () => {
    const at = await pageOf("new@example.com");
    await visit(
      [at, "saveGroup", { groupId: ids.group, roles: ["GROUP_READ_ONLY"] }],
      [groupPeople, /new@example\.com via organization · by/],
      [at, "saveGroup", { groupId: ids.group }],
    );
    deepEqual(await holds("new@example.com"), {
      roles: { groupRoleAssignments: [], orgRoles: ["ORG_MEMBER"] },
      teamIds: [],
    });
  });

  await t.test("400 without any role in the organization, with what was chosen", async () => {
    await visit([
      await pageOf(member),
      "save",
      { teams: [ids.team] },
      400,
      { html: new RegExp(`value="${ids.team}" checked`) },
    ]);
    deepEqual((await holds(member)).teamIds, []);
  });
});

test("an invitation to an organization", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const at = `/orgs/${ids.org}/invitations/${ids.orgInvite}`;
  const who = "new@example.com";

  await t.test("has a page, to which the list and the page of its person lead", async () => {
    await visit(
      [orgPeople, { html: new RegExp(`<a href="${at}">${who}</a>`) }],
      [`${orgPeople}/${idOf(stage, who)}`, { html: new RegExp(`href="${at}"`) }],
      [
        at,
        /^new@example\.com Invited expires in 30 days Projects and teams Resend Revoke Roles in the organization /,
        { html: /value="ORG_MEMBER" checked/ },
        { html: new RegExp(`data-text="${ids.orgInvite}"`) },
      ],
    );
    await visit(member, [at, 401]);
  });

  await t.test("is sent again and revoked there, and tells of it", async () => {
    const id = idOf(stage, who);
    await visit(
      [`${orgPeople}/${id}`, "saveGroup", { groupId: ids.group, roles: "GROUP_READ_ONLY" }],
      [`${orgPeople}/${id}`, "save", { roles: "ORG_READ_ONLY" }],
      [
        at,
        "resend",
        {},
        /Invitation resent to new@example\.com\./,
        /Roles in payments Project Read Only GROUP_READ_ONLY/,
        /changed the roles of new@example\.com\. Organization Member → Organization Read Only/,
        /invited new@example\.com to the project payments\./,
      ],
      [at, "revoke", {}, /Invitation of new@example\.com revoked\./],
      [
        at,
        /^new@example\.com Revoked Invite again /,
        /owner@example\.com ended the invitation of new@example\.com to the organization\./,
      ],
      [`${orgPeople}?status=REVOKED`, { html: new RegExp(`href="${at}"`) }],
    );
  });

  await t.test("is answered for its person in a rehearsal, and leads back", async () => {
    await visit([
      "/rehearsal/mail",
      "end",
      { id: ids.orgInvite, back: at, ending: "decline" },
      200,
      /^new@example\.com Declined Invite again The invitation has been declined\./,
      /History What happened When new@example\.com declined the invitation\./,
    ]);
    const elsewhere = { id: ids.orgInvite, back: "//example.com", ending: "accept" };
    await visit(["/rehearsal/mail", "end", elsewhere, /^Captured mail /]);
  });
});

test("the people of a project", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const { group: groupId } = ids;
  const by = "by owner@example.com";

  await t.test("are one list: active, and invited to the project alone", async () => {
    const { html } = await visit([groupPeople, 200]);
    deepEqual(rowsIn(html), [
      "Ada Example owner@example.com Active Owner never",
      `hello@example.com project invitation · ${by} · expires in 30 days Invited Read Only`,
    ]);
  });

  await t.test("have one row who is invited in both ways, and both are revoked at once", async () => {
    await stage.get("addGroupUsers", { body: { username: invited, roles: ["GROUP_CLUSTER_MANAGER"] } });
    const { html } = await visit([groupPeople]);
    deepEqual(rowsIn(html).slice(1), [
      `hello@example.com project invitation + via organization · ${by} · expires in 30 days Invited Read Only Cluster Manager`,
    ]);
    await visit([`${groupPeople}/change`, "end", { who: invited }]);
    equal(rowsIn((await visit([`${groupPeople}?status=INVITED`])).html).length, 0);
  });

  await t.test("are shown without invitations to who does not own the project", async () => {
    stage.execute(
      `insert into grants (principal_id, org_id, group_id, role, created_at)
       select id, '${ids.org}', '${groupId}', 'GROUP_READ_ONLY', 0 from users where username = '${member}'`,
    );
    const { html } = await visit(member, [
      groupPeople,
      200,
      { lacks: /hello@example\.com|Revoked|Invite people|Remove/ },
    ]);
    deepEqual(rowsIn(html), [
      "Ada Example owner@example.com Active Owner never",
      "member@example.com Active Read Only never",
    ]);
  });

  await t.test("are added at once or invited, as they belong to the organization or not", async () => {
    await visit([
      `${groupPeople}/invite`,
      "invite",
      { addresses: `${member}\nfresh@example.com\n${owner}`, way: "add", roles: ["GROUP_CLUSTER_MANAGER"] },
      /member@example\.com Added at once fresh@example\.com Invited owner@example\.com Already belongs to payments; nothing was changed/,
    ]);
    const rows = rowsIn((await visit([groupPeople])).html);
    ok(
      rows.includes(
        `fresh@example.com via organization · ${by} · expires in 30 days Invited Cluster Manager`,
      ),
    );
    ok(rows.includes("member@example.com Active Cluster Manager never"));
    await visit([
      `${groupPeople}/invite`,
      "invite",
      { addresses: "x@example.com", roles: "GROUP_OWNER" },
      /Invited x@example\.com\./,
    ]);
  });

  await t.test("are invited to the project alone, if so chosen", async () => {
    await visit([
      `${groupPeople}/invite`,
      "invite",
      {
        addresses: "fresh@example.com",
        way: "alone",
        roles: ["GROUP_READ_ONLY"],
      },
    ]);
    const pending = stage.rows(
      `select username from invites where group_id = '${groupId}' order by username`,
    );
    deepEqual(pending, [{ username: "fresh@example.com" }, { username: invited }]);
  });

  await t.test("lead to what became of an invitation through the organization, who may see it", async () => {
    await visit([
      `${groupPeople}/invite`,
      "invite",
      {
        addresses: "fresh@example.com",
        way: "add",
        roles: ["GROUP_CLUSTER_MANAGER"],
      },
    ]);
    const [{ id = "" } = {}] = stage.rows("select id from invites where username = 'fresh@example.com'") as {
      id: string;
    }[];
    await stage.end(id, "decline");
    const declined = `${groupPeople}?status=DECLINED`;
    const at = `/projects/${groupId}/invitations/${id}`;
    const shown = await visit([declined]);
    equal(rowsIn(shown.html).length, 1);
    ok(shown.html.includes(`<a href="${at}">fresh@example.com</a>`), shown.html);
    await visit([at, /^fresh@example\.com Declined /]);
    stage.execute(
      `insert into grants (principal_id, org_id, group_id, role, created_at)
       select id, '${ids.org}', '${groupId}', 'GROUP_OWNER', 0 from users where username = '${member}'`,
    );
    const theirs = browse(stage, member);
    await visit(theirs, [declined, { html: new RegExp(`<a href="${at}">`) }], [at, 200]);
  });

  await t.test("are in by a team as well, and are not removed past it", async () => {
    await visit([`/projects/${groupId}/teams`, "add", { teamId: ids.team, roles: "GROUP_READ_ONLY" }]);
    stage.execute(
      `insert into team_members (team_id, user_id) select '${ids.team}', id from users where username = '${member}'`,
    );
    const { html } = await visit([groupPeople]);
    deepEqual(rowsIn(html).slice(1), [
      `hello@example.com project invitation · ${by} · expires in 30 days Invited Read Only`,
      "member@example.com Active Read Only (via core) never",
    ]);
    await visit([
      `${groupPeople}/change?act=end&who=${member}`,
      /^Nothing can be done here for the people you chose Cancel$/,
    ]);
  });

  await t.test("show an owner where each of their roles comes from, and what would remain", async () => {
    await visit([
      `${groupPeople}/${idOf(stage, owner)}`,
      /Project Owner GROUP_OWNER in the project payments /,
      /Organization Owner ORG_OWNER in the organization Acme /,
    ]);
  });

  await t.test("change the roles of their invitation", async () => {
    const at = `/projects/${groupId}/invitations/${ids.invite}`;
    const shown = await visit(
      [at, { html: /value="GROUP_READ_ONLY" checked/ }],
      [at, "save", { roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] }, /Roles of hello@example\.com changed\./],
    );
    match(rowsIn(shown.html)[1] ?? "", /^hello@example\.com .* Owner Read Only$/);
    await visit([at, "save", {}, 400]);
  });

  await t.test(
    "are invited by an invitation that says who made it and until when, and what became of it",
    async () => {
      const at = `/projects/${groupId}/invitations/${ids.invite}`;
      await visit(
        [
          at,
          /^hello@example\.com Invited expires in 30 days Resend Revoke Roles in payments .* Save Invitation ID/,
          /Invited by Ada Example owner@example\.com Invited on 2026-08-10 03:04 UTC \( now \) Expires 2026-09-09 03:04 UTC/,
          { html: /value="GROUP_READ_ONLY" checked/ },
          /No message is kept: .* History What happened When owner@example\.com invited hello@example\.com\./,
          { html: new RegExp(`data-text="${ids.invite}"`) },
        ],
        [
          at,
          "resend",
          {},
          /Invitation resent to hello@example\.com\./,
          /Messages \(1\) Queued Delivery 2026-08-10 03:04 UTC /,
        ],
      );
      const tried = `attempts = 2, problem = '451 come back', due_at = ${Date.parse("2099-01-01T00:00:00Z")}`;
      // Sends what waits, so that nothing does so later.
      await stage.mail.list();
      stage.execute(`update outbox set status = 'WAITING', ${tried}`);
      await visit([
        at,
        /Not delivered yet next attempt 2099-01-01 00:00 UTC · 2 attempts The reason: 451 come back/,
      ]);
      stage.execute("update outbox set status = 'FAILED'");
      await visit(
        [at, /Given up 2099-01-01 00:00 UTC · 2 attempts The reason: 451/],
        [at, "save", { roles: "GROUP_OWNER" }],
        [
          at,
          /owner@example\.com changed the roles of hello@example\.com\. Project Read Only → Project Owner 2026-08-10/,
        ],
        [at, "revoke", {}, /Invitation of hello@example\.com revoked\./],
        [
          at,
          200,
          /^hello@example\.com Revoked Invite again .* Ended 2026-08-10 03:04 UTC /,
          /owner@example\.com ended the invitation of hello@example\.com to the project payments\./,
        ],
        [`/projects/${groupId}/invitations/${ids.missing}`, 404],
      );
    },
  );

  await t.test("change the roles of several: of members and of invitations in either way", async () => {
    await visit([
      `${groupPeople}/invite`,
      "invite",
      {
        addresses: `${member}\nnew@example.com`,
        roles: "GROUP_OWNER",
      },
    ]);
    const who = [member, "new@example.com", invited];
    await visit([
      `${groupPeople}/change?act=roles&${new URLSearchParams(who.map((each) => ["who", each]))}`,
      /^Add roles to 3 people hello@example\.com /,
    ]);
    const held = async () =>
      rowsIn((await visit([groupPeople])).html).map(
        (row) => / (?:Active|Invited) (.*?)(?: never)?$/.exec(row)?.[1],
      );
    await visit([
      `${groupPeople}/change`,
      "add",
      { who, roles: "GROUP_INDEX_MANAGER" },
      /(?: \S+@example\.com Added: Index Manager){3} Back$/,
    ]);
    deepEqual(await held(), [
      "Owner",
      "Read Only Index Manager",
      "Owner Index Manager",
      "Owner Index Manager",
    ]);
    await visit([
      `${groupPeople}/change`,
      "take",
      { who, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
      /hello@example\.com Taken: Read Only member@example\.com Taken: Owner new@/,
    ]);
    deepEqual(await held(), ["Owner", "Index Manager", "Index Manager", "Index Manager"]);
  });

  await t.test("change their own roles, but not to none", async () => {
    const at = `${groupPeople}/${idOf(stage, owner)}`;
    await visit([at, "save", {}, 400, /^Choose at least one role/]);
    const shown = await visit([at, "save", { roles: ["GROUP_READ_ONLY", "GROUP_INDEX_MANAGER"] }]);
    ok(rowsIn(shown.html).includes("Ada Example owner@example.com Active Read Only Index Manager never"));
    await visit([`${groupPeople}/change`, "roles", { who: owner }, 400]);
  });

  await t.test("have either kind of invitation sent again", async () => {
    await visit([
      `${groupPeople}/invite`,
      "invite",
      {
        addresses: "new@example.com",
        way: "add",
        roles: ["GROUP_READ_ONLY"],
      },
    ]);
    const before = outbox(stage).length;
    await visit([
      `${groupPeople}/change`,
      "resend",
      { who: [invited, "new@example.com"] },
      /hello@example\.com Done new@example\.com Done Back$/,
    ]);
    deepEqual(outbox(stage).slice(before), [{ invite_id: ids.invite }, { invite_id: ids.orgInvite }]);
  });

  await t.test("lose their invitation, whose end is shown, or leave", async () => {
    await visit([`${groupPeople}/change`, "end", { who: invited }]);
    const { html } = await visit([`${groupPeople}?status=REVOKED`]);
    deepEqual(rowsIn(html), [`hello@example.com project invitation · ${by} · now Revoked Read Only`]);
    await visit(
      [`/projects/${groupId}/inviters/${encodeURIComponent(owner)}`, "revokeAll", {}],
      [`${groupPeople}/change`, "end", { who: owner, self: "1" }, /Removed Ada Example\./],
    );
  });

  await t.test("are listed and invited after the older invitations are gone", async () => {
    stage.clock.set({ now: "2027-07-02T00:00:00Z" });
    const { html } = await visit([
      groupPeople,
      200,
      /Ada Example owner@example\.com/,
      { lacks: /hello@example\.com/ },
    ]);
    doesNotMatch((await visit([`${groupPeople}/invite`])).html, /name="way"/);
    doesNotMatch(html, /name="way"/);
    await visit([
      `${groupPeople}/invite`,
      "invite",
      { addresses: "fresh@example.com", roles: ["GROUP_READ_ONLY"] },
      /fresh@example\.com via organization/,
    ]);
  });

  await t.test("are paged, and a full page stays small", async () => {
    for (let number = 10; number < 65; number++) {
      const body = { username: `person${number}@example.com`, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] };
      await stage.get("addGroupUsers", { body });
    }
    const first = await visit([groupPeople]);
    equal(rowsIn(first.html).length, 50);
    const next = /rel="next" href="([^"]*)"/.exec(first.html)?.[1] ?? "";
    await visit([
      next.replaceAll("&amp;", "&"),
      /person64@example\.com/,
      { html: /rel="prev"/ },
      /57 people/,
    ]);
    ok(Buffer.byteLength(first.html) < 90_000, `${Buffer.byteLength(first.html)} bytes`);
    equal(rowsIn((await visit([`${groupPeople}?size=25`])).html).length, 25);
  });
});
