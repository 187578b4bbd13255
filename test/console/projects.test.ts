// Proves the pages on an organization's projects: what they list, and what their forms do.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../support/console.ts";
import { ids } from "../support/world.ts";

const member = "member@example.com";
const projects = `/orgs/${ids.org}`;
const settings = `/projects/${ids.group}/settings`;

test("the projects of an organization", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const names = () => stage.rows(`select name from groups where org_id = '${ids.org}' order by name`);

  await t.test("are listed with their links, for somebody who may see them", async () => {
    await visit([
      projects,
      200,
      { html: new RegExp(`<a href="/projects/${ids.group}/people"[^>]*>payments</a>`) },
      new RegExp(`payments \\d+ \\d+ ${ids.group} now Open Rename or delete`),
    ]);
    await visit(member, [projects, /There are no projects that you can see\./]);
  });

  await t.test("401 for somebody who belongs to another organization", async () => {
    await visit("other@example.com", [projects, 401, /You do not belong to this organization\./]);
  });

  await t.test("gain one, which belongs to who created it", async () => {
    stage.execute(
      `insert into grants (principal_id, org_id, role, created_at)
       select id, '${ids.org}', 'ORG_GROUP_CREATOR', 0 from users where username = '${member}'`,
    );
    await visit(member, [
      projects,
      "create",
      { name: "billing" },
      /^People [0-9a-f]{24} Invite people/,
      /member@example\.com Active Owner/,
    ]);
    deepEqual(names(), [{ name: "billing" }, { name: "payments" }]);
  });

  await t.test("409 for a name that is taken, which stays typed", async () => {
    await visit([
      projects,
      "create",
      { name: "payments" },
      409,
      /^Another project in the organization has this name\./,
      { html: /<dialog [^>]*open[^>]*>.*value="payments"/s },
    ]);
  });

  await t.test("refused to who may not create any", async () => {
    await visit(member, [
      projects,
      "create",
      { name: "billing" },
      /^Your role does not let you create projects here\./,
    ]);
    deepEqual(names(), [{ name: "payments" }]);
  });
});

test("one project", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const names = () => stage.rows(`select name from groups where org_id = '${ids.org}'`);

  await t.test("leads to its people", async () => {
    const { status, to } = await visit([`/projects/${ids.group}`]);
    deepEqual({ status, to }, { status: 303, to: `/projects/${ids.group}/people` });
  });

  await t.test("is renamed", async () => {
    await visit([
      settings,
      "rename",
      { name: "payouts" },
      /^payouts [0-9a-f]{24} The project has been renamed\./,
    ]);
    deepEqual(names(), [{ name: "payouts" }]);
  });

  await t.test("is deleted by who types its name, and by nobody else", async () => {
    await visit([
      settings,
      "delete",
      { confirmation: "payment" },
      400,
      /^This is not the name of the project\./,
    ]);
    deepEqual(names(), [{ name: "payments" }]);

    await visit([
      settings,
      "delete",
      { confirmation: "payments" },
      /^Projects of the organization .*Deleted the project payments\./,
    ]);
    deepEqual(names(), []);
  });

  await t.test("404 for one that is not there", async () => {
    await visit([`/projects/${ids.missing}/settings`, 404]);
  });
});
