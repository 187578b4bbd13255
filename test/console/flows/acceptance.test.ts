// An invitation from the API call to the joined person: real curl, real SMTP, and the page of the link in a real browser.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { en } from "../../../src/console/words/index.ts";
import { browserSkipReason, startChromium } from "../../support/chromium.ts";
import { run } from "../../support/command.ts";
import { openInbox } from "../../support/inbox.ts";
import { startPostOffice } from "../../support/mail.ts";
import { password, peopledSeed } from "../../support/people.ts";
import { type Stage, startStage } from "../../support/stage.ts";
import { until } from "../../support/until.ts";
import { ids, keys } from "../../support/world.ts";
import { button, enterPassword, fill, openWindow, press, sees } from "../support/browser.ts";

const words = en.invitation;
const v2025 = "application/vnd.atlas.2025-02-19+json";
const invitesPath = `/api/atlas/v2/groups/${ids.group}/invites`;
const usersPath = `/api/atlas/v2/groups/${ids.group}/users`;
const zoe = "zoe@example.com";
const member = "member@example.com";
const skip =
  browserSkipReason ||
  (spawnSync("curl", ["--version"]).error === undefined ? false : "SKIPPED: install curl to run this");

/** Asks with real curl, as the owner's API key, by digest. */
async function curl(stage: Stage, path: string, accept: string, body: object) {
  const { publicKey, privateKey } = keys.owner;
  const { code, stdout } = await run("curl", [
    "--silent",
    "--show-error",
    "--fail-with-body",
    "--user",
    `${publicKey}:${privateKey}`,
    "--digest",
    "--header",
    `Accept: ${accept}`,
    "--header",
    "Content-Type: application/json",
    "-X",
    "POST",
    "--data",
    JSON.stringify(body),
    `${stage.url}${path}`,
  ]);
  equal(code, 0, stdout);
  return JSON.parse(stdout);
}

const headingOf = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();

async function fillJoin(page: Page): Promise<void> {
  await fill(page, words.firstName, "Zoe");
  await fill(page, words.lastName, "Example");
  await fill(page, en.signIn.password, "nine brave otters");
}

/** Waits for what is shown, since a second click may end the first's way there. */
async function hasJoined(page: Page): Promise<void> {
  await sees(page, /^You have joined .+ Welcome\.$/);
  match(new URL(page.url()).pathname, /^\/(projects\/\w+\/people|orgs\/\w+)$/);
}

async function decline(page: Page): Promise<void> {
  await press(page, words.decline);
  // Asked first, in a dialog or on a page of its own.
  await page.locator(".danger.primary").click();
}

/** Returns the events, without the clock and the ids. */
const recorded = (stage: Stage) =>
  stage.events().map(({ type, actor_kind, actor_name, target_username }) => ({
    type,
    by: `${actor_kind} ${actor_name}`,
    target: target_username,
  }));

const invitedBy = (type: string, target: string) => ({
  type,
  by: `API_KEY ${keys.owner.publicKey}`,
  target,
});
const joined = (type: string, target: string) => ({ type, by: `USER ${target}`, target });

/** The members of the project: address, roles, and status. */
async function members(stage: Stage) {
  const { json } = await stage.ask("owner", { path: usersPath, headers: { accept: v2025 } });
  return (json.results as { username: string; roles: string[]; orgMembershipStatus: string }[])
    .map(({ username, roles, orgMembershipStatus }) => `${username} ${roles} ${orgMembershipStatus}`)
    .sort();
}

/** Pending invitations to the project, by address. */
async function pending(stage: Stage): Promise<string[]> {
  const { json } = await stage.ask("owner", { path: invitesPath });
  return (json as { username: string }[]).map(({ username }) => username).sort();
}

/** Reads all that is kept about people and invitations. A message arrives a moment before the store says that it is sent. */
async function kept(stage: Stage) {
  await until(() => stage.rows("select id from outbox where status = 'WAITING'").length === 0);
  return ["users", "grants", "invites", "links", "sessions", "events", "outbox", "team_members"].map(
    (table) => stage.rows(`select * from ${table} order by 1, 2`),
  );
}

const ownerRow = "owner@example.com GROUP_OWNER ACTIVE";
const zoeRow = `${zoe} GROUP_READ_ONLY ACTIVE`;

test("from curl to the joined person", { skip, timeout: 300_000 }, async (t) => {
  const office = await startPostOffice(t);
  const stage = await startStage(t, {
    seed: peopledSeed,
    mailUrl: office.url,
    mailFrom: "Anteroom <no-reply@example.com>",
  });
  const browser = await startChromium(t);
  const inbox = openInbox(office);
  const open = (t: TestContext, options?: Parameters<typeof openWindow>[3]) =>
    openWindow(t, browser, stage, options);

  /** Invites to the project through the API; returns the invitation's id, and the link from its message. */
  async function invite(username = zoe, roles = ["GROUP_READ_ONLY"]) {
    const sending = { method: "POST", path: invitesPath, body: { username, roles } };
    const { json } = await stage.ask("owner", sending);
    const { link } = await inbox.next(username);
    return { id: json.id as string, link };
  }

  await t.test(
    "a project's invitation, by curl: the link makes the account, and the API lists it",
    async (t) => {
      const body = { username: zoe, roles: ["GROUP_READ_ONLY"] };
      const invitation = await curl(stage, invitesPath, "application/vnd.atlas.2023-01-01+json", body);
      deepEqual(await pending(stage), ["hello@example.com", zoe]);
      const letter = await inbox.next(zoe);
      equal(letter.subject, "Invitation to the project payments");
      ok(letter.link.startsWith(`${stage.url}/invitations/`));

      const page = await open(t);
      await page.goto(letter.link);
      equal(await headingOf(page), words.title);
      const facts = (await page.locator("dl").textContent()) ?? "";
      for (const fact of ["payments", "Acme", "Project Read Only", keys.owner.publicKey, zoe, "2026-09-09"]) {
        ok(facts.includes(fact), `${fact} in ${facts}`);
      }
      await fillJoin(page);
      await press(page, words.join);
      await hasJoined(page);
      await page.locator(".side .place", { hasText: "payments" }).waitFor();
      equal(await page.locator(".who small").textContent(), zoe);

      deepEqual(await members(stage), [ownerRow, zoeRow]);
      deepEqual(await pending(stage), ["hello@example.com"]);
      deepEqual(stage.rows(`select status from invites where id = '${invitation.id}'`), [
        { status: "ACCEPTED" },
      ]);
      deepEqual(recorded(stage), [
        invitedBy("INVITED_TO_GROUP", zoe),
        invitedBy("INVITED_TO_ORG", zoe),
        joined("JOINED_ORG", zoe),
        joined("JOINED_GROUP", zoe),
      ]);
    },
  );

  await t.test("an organization's invitation, by curl, with a role in a project and a team", async (t) => {
    const roles = {
      orgRoles: ["ORG_READ_ONLY"],
      groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] }],
    };
    const orgUsersPath = `/api/atlas/v2/orgs/${ids.org}/users`;
    const made = await curl(stage, orgUsersPath, v2025, { username: zoe, roles, teamIds: [ids.team] });
    equal(made.orgMembershipStatus, "PENDING");
    const { link } = await inbox.next(zoe);

    const page = await open(t);
    await page.goto(link);
    const facts = (await page.locator("dl").textContent()) ?? "";
    for (const fact of [
      "Acme",
      "Organization Read Only",
      "payments: Project Data Access Read Only",
      "core",
    ]) {
      ok(facts.includes(fact), `${fact} in ${facts}`);
    }
    await fillJoin(page);
    await press(page, words.join);
    await hasJoined(page);
    await page.locator(".side .place", { hasText: "payments" }).waitFor();
    await page.locator(".side .place", { hasText: /^Acme$/ }).waitFor();

    const path = `${orgUsersPath}/${made.id}`;
    const { json } = await stage.ask("owner", { path, headers: { accept: v2025 } });
    deepEqual(
      { status: json.orgMembershipStatus, name: json.firstName, roles: json.roles, teamIds: json.teamIds },
      { status: "ACTIVE", name: "Zoe", roles, teamIds: [ids.team] },
    );
    deepEqual(recorded(stage), [
      invitedBy("INVITED_TO_ORG", zoe),
      invitedBy("INVITED_TO_GROUP", zoe),
      invitedBy("INVITED_TO_TEAM", zoe),
      joined("JOINED_ORG", zoe),
      joined("JOINED_GROUP", zoe),
      joined("JOINED_TEAM", zoe),
    ]);
  });

  await t.test("somebody with an account signs in, comes back, and accepts", async (t) => {
    const { link } = await invite(member);
    const page = await open(t);
    await page.goto(link);
    await page.getByRole("link", { name: words.signIn }).click();
    equal(await page.getByLabel(en.signIn.address).inputValue(), member);
    await fill(page, en.signIn.password, password);
    await press(page, en.layout.signIn);
    await page.waitForURL(link);
    await press(page, words.accept);
    await hasJoined(page);
    await page.locator(".side .place", { hasText: "payments" }).waitFor();
    deepEqual(await members(stage), [`${member} GROUP_READ_ONLY ACTIVE`, ownerRow]);
    deepEqual(recorded(stage), [invitedBy("INVITED_TO_GROUP", member), joined("JOINED_GROUP", member)]);
  });

  await t.test("declined: nobody joins, and the link says what can be done", async (t) => {
    const { link } = await invite();
    const page = await open(t);
    await page.goto(link);
    await decline(page);
    await page.getByRole("heading", { name: words.ended.DECLINED.title }).waitFor();
    await sees(page, words.ended.DECLINED.lead("payments", "seeded"));
    equal((await page.goto(link))?.status(), 410);
    deepEqual(await members(stage), [ownerRow]);
    deepEqual(await pending(stage), ["hello@example.com"]);
  });

  await t.test("run out, before the page is opened and while it is open", async (t) => {
    const { link } = await invite();
    const page = await open(t);
    await page.goto(link);
    await fillJoin(page);
    stage.clock.set({ advance: "P30D" });
    await press(page, words.join);
    await page.getByRole("heading", { name: words.ended.EXPIRED.title }).waitFor();
    equal((await page.goto(link))?.status(), 410);
    await sees(page, words.ended.EXPIRED.lead("payments", "seeded"));
    equal(await page.locator("main form").count(), 0);
    deepEqual(await members(stage), [ownerRow]);
    deepEqual(stage.rows(`select id from users where username = '${zoe}'`), []);
  });

  await t.test("revoked, before the page is opened and while it is open", async (t) => {
    const { id, link } = await invite();
    const page = await open(t);
    await page.goto(link);
    await fillJoin(page);
    equal((await stage.ask("owner", { method: "DELETE", path: `${invitesPath}/${id}` })).status, 204);
    await press(page, words.join);
    await page.getByRole("heading", { name: words.ended.REVOKED.title }).waitFor();
    equal((await page.goto(link))?.status(), 410);
    await sees(page, words.ended.REVOKED.lead("payments", "seeded"));
    deepEqual(await members(stage), [ownerRow]);
  });

  await t.test("a link that leads nowhere says so", async (t) => {
    const page = await open(t);
    equal((await page.goto(`${stage.url}/invitations/${"x".repeat(43)}`))?.status(), 404);
    equal(await headingOf(page), words.missingTitle);
  });

  await t.test(
    "somebody else is signed in: the page says so, and lets the invited person sign in",
    async (t) => {
      const { link } = await invite(member);
      const page = await open(t, { as: "other@example.com" });
      await page.goto(link);
      await sees(page, words.otherAddress("other@example.com", member));
      equal(await page.getByRole("button", { name: words.accept }).count(), 0);
      await press(page, words.switchTo);
      await enterPassword(page, member);
      await page.waitForURL(link);
      await press(page, words.accept);
      await hasJoined(page);
      equal(await page.locator(".who small").textContent(), member);
      deepEqual(await members(stage), [`${member} GROUP_READ_ONLY ACTIVE`, ownerRow]);
    },
  );

  await t.test("whom nobody knows signs somebody else out, and joins on the same page", async (t) => {
    const { link } = await invite();
    const page = await open(t, { as: "other@example.com" });
    await page.goto(link);
    await press(page, words.switchTo);
    await page.waitForURL(link);
    await fillJoin(page);
    await press(page, words.join);
    await hasJoined(page);
    deepEqual(await members(stage), [ownerRow, zoeRow]);
  });

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with" : "without";
    await t.test(`a double click, ${how} script, joins once`, async (t) => {
      const { link } = await invite();
      const page = await open(t, { javaScriptEnabled });
      await page.goto(link);
      await fillJoin(page);
      await button(page, words.join).dblclick({ noWaitAfter: true });
      // Which of two answers a browser without script shows is a matter of luck; both forms have been dealt with then.
      const shown = [en.people.ofGroup, words.ended.ACCEPTED.title, en.notFound.staleTitle];
      await page.getByRole("heading", { level: 1, name: new RegExp(shown.join("|")) }).waitFor();
      deepEqual(await members(stage), [ownerRow, zoeRow]);
      deepEqual(recorded(stage), [
        invitedBy("INVITED_TO_GROUP", zoe),
        invitedBy("INVITED_TO_ORG", zoe),
        joined("JOINED_ORG", zoe),
        joined("JOINED_GROUP", zoe),
      ]);
    });

    await t.test(`a double click, ${how} script, accepts once`, async (t) => {
      const { link } = await invite(member);
      const page = await open(t, { as: member, javaScriptEnabled });
      await page.goto(link);
      await button(page, words.accept).dblclick({ noWaitAfter: true });
      await hasJoined(page);
      deepEqual(recorded(stage), [invitedBy("INVITED_TO_GROUP", member), joined("JOINED_GROUP", member)]);
    });
  }

  await t.test("two tabs: accepting in the second, too, is the same as once", async (t) => {
    const { link } = await invite(member);
    const first = await open(t, { as: member });
    const second = await first.context().newPage();
    for (const page of [first, second]) await page.goto(link);
    for (const page of [first, second]) {
      await press(page, words.accept);
      await hasJoined(page);
      await page.locator(".side .place", { hasText: "payments" }).waitFor();
    }
    deepEqual(recorded(stage), [invitedBy("INVITED_TO_GROUP", member), joined("JOINED_GROUP", member)]);
  });

  await t.test("two tabs: joining in the second, too, changes nothing and says what to do", async (t) => {
    const { link } = await invite();
    const first = await open(t);
    const second = await first.context().newPage();
    for (const page of [first, second]) {
      await page.goto(link);
      await fillJoin(page);
    }
    await press(first, words.join);
    await hasJoined(first);
    const before = await kept(stage);
    await press(second, words.join);
    await second.getByRole("link", { name: en.notFound.again }).click();
    await second.getByRole("heading", { name: words.ended.ACCEPTED.title }).waitFor();
    deepEqual(await kept(stage), before);
  });

  await t.test(
    "a scanner that follows every link of a message, again and again, changes nothing",
    async (t) => {
      await stage.ask("owner", {
        method: "POST",
        path: invitesPath,
        body: { username: zoe, roles: ["GROUP_READ_ONLY"] },
      });
      const { text, html, link } = await inbox.next(zoe);
      const links = new Set(`${text}\n${html}`.match(/https?:\/\/[^\s"<>]+/g));
      ok(links.has(link));
      const before = await kept(stage);
      for (const method of ["GET", "HEAD", "GET", "HEAD", "GET", "HEAD"]) {
        for (const each of links) equal((await fetch(each, { method })).status, 200, `${method} ${each}`);
      }
      // Some load what the page names and run its script, as a browser would.
      const scanner = await open(t);
      await scanner.goto(link, { waitUntil: "networkidle" });
      deepEqual(await kept(stage), before);
      deepEqual(await pending(stage), ["hello@example.com", zoe]);

      const page = await open(t);
      await page.goto(link);
      await fillJoin(page);
      await press(page, words.join);
      await hasJoined(page);
    },
  );

  await t.test("the way back after accepting leads to what became of it", async (t) => {
    const { link } = await invite();
    const page = await open(t);
    await page.goto(link);
    await fillJoin(page);
    await press(page, words.join);
    await hasJoined(page);
    const before = await kept(stage);
    await page.goBack();
    await page.getByRole("heading", { name: words.ended.ACCEPTED.title }).waitFor();
    await sees(page, words.ended.ACCEPTED.joined("payments"));
    await page.reload();
    await page.getByRole("link", { name: words.ended.ACCEPTED.enter("payments") }).click();
    await page.waitForURL(/\/projects\/\w+\/people$/);
    deepEqual(await kept(stage), before);
  });

  await t.test(
    "without script: join, sign out, sign in with the new password, and decline another",
    async (t) => {
      const { link } = await invite();
      const page = await open(t, { javaScriptEnabled: false });
      await page.goto(link);
      await fillJoin(page);
      await press(page, words.join);
      await hasJoined(page);
      await press(page, en.layout.menuOf(zoe));
      await press(page, en.layout.signOut);
      await page.waitForURL("**/sign-in");
      await enterPassword(page, zoe, "nine brave otters");
      await page.getByRole("link", { name: "payments" }).waitFor();
      deepEqual(await members(stage), [ownerRow, zoeRow]);

      await stage.as(keys.stranger, {
        method: "POST",
        path: `/api/atlas/v2/groups/${ids.otherGroup}/invites`,
        body: { username: zoe, roles: ["GROUP_OWNER"] },
      });
      await page.goto((await inbox.next(zoe)).link);
      await decline(page);
      await page.getByRole("heading", { name: words.ended.DECLINED.title }).waitFor();
    },
  );

  await t.test("sent again: the id stays, and the new message has the roles of now", async (t) => {
    const { id, link } = await invite();
    const changed = await stage.ask("owner", {
      method: "PATCH",
      path: `${invitesPath}/${id}`,
      body: { roles: ["GROUP_OWNER"] },
    });
    equal(changed.status, 200);
    const owner = await open(t, { as: "owner@example.com" });
    await owner.goto(`${stage.url}/projects/${ids.group}/people`);
    await press(owner, en.lists.actionsFor(zoe));
    await press(owner, en.people.resend);
    await sees(owner, en.people.done.resent(zoe, 1));
    const letter = await inbox.next(zoe);
    ok(letter.link !== link);
    match(letter.text, /Project Owner/);
    const { json } = await stage.ask("owner", { path: `${invitesPath}/${id}` });
    deepEqual({ id: json.id, roles: json.roles }, { id, roles: ["GROUP_OWNER"] });

    const page = await open(t);
    await page.goto(letter.link);
    match((await page.locator("dl").textContent()) ?? "", /Project Owner/);
    await fillJoin(page);
    await press(page, words.join);
    await hasJoined(page);
    deepEqual(await members(stage), [ownerRow, `${zoe} GROUP_OWNER ACTIVE`]);
    equal(inbox.waiting(), 0);
  });
});
