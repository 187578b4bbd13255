// Proves the pages on an organization's projects: what they list, and what their forms do.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const projects = `/orgs/${ids.org}`;
const settings = `/projects/${ids.group}/settings`;

test("the projects of an organization", async (t) => {
  const stage = await startStage(t);
  const names = () => stage.rows(`select name from groups where org_id = '${ids.org}' order by name`);

  await t.test("are listed with their links, for somebody who may see them", async () => {
    const shown = await browse(stage, owner).open(projects);
    equal(shown.status, 200);
    match(shown.html, new RegExp(`<a href="/projects/${ids.group}/people"[^>]*>payments</a>`));
    match(shown.text, new RegExp(`payments \\d+ \\d+ ${ids.group} now Open Rename or delete`));
    match((await browse(stage, member).open(projects)).text, /There are no projects that you can see\./);
  });

  await t.test("401 for somebody who belongs to another organization", async () => {
    const shown = await browse(stage, "other@example.com").open(projects);
    equal(shown.status, 401);
    match(shown.text, /You do not belong to this organization\./);
  });

  await t.test("gain one, which belongs to who created it", async () => {
    stage.execute(
      `insert into grants (principal_id, org_id, role, created_at)
       select id, '${ids.org}', 'ORG_GROUP_CREATOR', 0 from users where username = '${member}'`,
    );
    const shown = await browse(stage, member).send(projects, "create", { name: "billing" });
    match(shown.text, /^People [0-9a-f]{24} Invite people/);
    match(shown.text, /member@example\.com Active Owner/);
    deepEqual(names(), [{ name: "billing" }, { name: "payments" }]);
  });

  await t.test("409 for a name that is taken, which stays typed", async () => {
    const shown = await browse(stage, owner).send(projects, "create", { name: "payments" });
    equal(shown.status, 409);
    match(shown.text, /^Another project in the organization has this name\./);
    match(shown.html, /<dialog [^>]*open[^>]*>.*value="payments"/s);
  });

  await t.test("refused to who may not create any", async () => {
    const shown = await browse(stage, member).send(projects, "create", { name: "billing" });
    match(shown.text, /^Your role does not let you create projects here\./);
    deepEqual(names(), [{ name: "payments" }]);
  });
});

test("one project", async (t) => {
  const stage = await startStage(t);
  const names = () => stage.rows(`select name from groups where org_id = '${ids.org}'`);

  await t.test("leads to its people", async () => {
    const { status, to } = await browse(stage, owner).open(`/projects/${ids.group}`);
    deepEqual({ status, to }, { status: 303, to: `/projects/${ids.group}/people` });
  });

  await t.test("is renamed", async () => {
    const shown = await browse(stage, owner).send(settings, "rename", { name: "payouts" });
    match(shown.text, /^payouts [0-9a-f]{24} The project has been renamed\./);
    deepEqual(names(), [{ name: "payouts" }]);
  });

  await t.test("is deleted by who types its name, and by nobody else", async () => {
    const browser = browse(stage, owner);
    const refused = await browser.send(settings, "delete", { confirmation: "payment" });
    equal(refused.status, 400);
    match(refused.text, /^This is not the name of the project\./);
    deepEqual(names(), [{ name: "payments" }]);

    const shown = await browser.send(settings, "delete", { confirmation: "payments" });
    match(shown.text, /^Projects of the organization .*Deleted the project payments\./);
    deepEqual(names(), []);
  });

  await t.test("404 for one that is not there", async () => {
    equal((await browse(stage, owner).open(`/projects/${ids.missing}/settings`)).status, 404);
  });
});
