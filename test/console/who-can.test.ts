// The pages of who can do what, as a person without script uses them.
import { equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, openBrowser } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const ofGroup = `/projects/${ids.group}/who-can`;
const ofOrg = `/orgs/${ids.org}/who-can`;

test("pages of who can do what", async (t) => {
  const stage = await startStage(t);
  const owner = () => browse(stage, "owner@example.com");

  await t.test("a project begins with the roles of pending invitations", async () => {
    const { status, text, html } = await owner().open(ofGroup);
    equal(status, 200);
    match(text, /PATCH \/api\/atlas\/v2\/groups\/\{groupId\}\/invites/);
    match(text, /It needs Project Owner, or a role that includes it: \d+ holders\./);
    match(
      text,
      /owner@example\.com Person Organization Owner ORG_OWNER in the organization Acme Project Owner GROUP_OWNER in the project payments/,
    );
    match(text, /projownr seeded API key Project Owner GROUP_OWNER in the project payments/);
    ok(!text.includes("member@example.com"));
    ok(html.includes('<option value="updateGroupInvites" selected'), html);
  });

  await t.test("the choice of another operation is in the address", async () => {
    const { text, html } = await owner().open(`${ofGroup}?operation=getGroup`);
    match(text, /It needs Project Read Only, or a role that includes it/);
    match(text, /projread seeded API key Project Read Only GROUP_READ_ONLY in the project payments/);
    ok(html.includes('<option value="getGroup" selected'), html);
  });

  await t.test("a role through a team is shown with its team", async () => {
    const { team: teamId, group: groupId } = ids;
    const path = `/api/atlas/v2/groups/${groupId}/teams`;
    const body = [{ teamId, roleNames: ["GROUP_OWNER"] }];
    equal((await stage.ask("owner", { method: "POST", path, body })).status, 200);
    const { text } = await owner().open(ofGroup);
    match(
      text,
      /Project Owner GROUP_OWNER in the project payments Project Owner GROUP_OWNER through the team core/,
    );
  });

  await t.test("an organization has its own operations", async () => {
    const { status, text, html } = await owner().open(`${ofOrg}?operation=getOrg`);
    equal(status, 200);
    match(text, /member@example\.com Person Organization Member ORG_MEMBER in the organization Acme/);
    ok(!html.includes('value="updateGroupInvites"'));
  });

  await t.test("in Korean", async () => {
    const browser = browse(stage, "owner@example.com", "ko");
    match((await browser.open(ofGroup)).text, /owner@example\.com 사용자 .* 조직 Acme에서/);
  });

  await t.test("who does not own it is shown nobody", async () => {
    const { status, text } = await browse(stage, "member@example.com").open(ofOrg);
    equal(status, 401);
    ok(!text.includes("owner@example.com"));
    equal((await openBrowser(stage).open(ofOrg)).status, 303);
  });
});
