// Proves the pages on teams: of an organization, of one team, and of a project.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../support/console.ts";
import { idOf } from "../support/users.ts";
import { ids, seed } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const orgTeams = `/orgs/${ids.org}/teams`;
const team = `${orgTeams}/${ids.team}`;
const groupTeams = `/projects/${ids.group}/teams`;

test("the teams of an organization", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const names = () => stage.rows(`select name from teams where org_id = '${ids.org}' order by name`);

  await t.test("are listed", async () => {
    await visit(member, [
      orgTeams,
      200,
      /^Teams of the organization Search Teams of the organization Team People Roles in projects ID Actions core 1 82b6e34b3d91647abb20e7b8 .*Open 1 team$/,
    ]);
  });

  await t.test(
    "name the roles that each gives in projects; so do its page and the form that adds people",
    async () => {
      const given = "Project Data Access Read Only in payments";
      const roleNames = ["GROUP_DATA_ACCESS_READ_ONLY"];
      await stage.get("addGroupTeams", { body: [{ teamId: ids.team, roleNames }] });
      await visit(
        [orgTeams, new RegExp(`core 1 ${given} `)],
        [
          `${orgTeams}/${ids.team}`,
          new RegExp(`Its people have these roles in projects: ${given} `),
          /Roles in projects Project Roles payments Project Data Access Read Only GROUP_DATA/,
          { html: new RegExp(`href="/projects/${ids.group}/teams"`) },
        ],
        [`${orgTeams}/${ids.team}/add`, new RegExp(given)],
      );
      const asMember = await visit(member, [orgTeams, /core 1 1 project you cannot see /]);
      equal(asMember.text.includes("payments"), false);
      await stage.get("removeGroupTeam");
      await visit([`${orgTeams}/${ids.team}`, /It has no role in a project that you can see\./]);
    },
  );

  await t.test("gain one with its people", async () => {
    await visit([
      orgTeams,
      "create",
      { name: "night shift", usernames: `${owner}, ${member}` },
      /^night shift .*The team has been created\./,
      /member@example\.com Active .*Remove .*Ada Example owner@example\.com Active .*Remove/,
    ]);
  });

  await t.test("gain one without people", async () => {
    equal(/<textarea[^>]*name="usernames"[^>]*required/.test((await visit([orgTeams])).html), false);
    await visit([
      orgTeams,
      "create",
      { name: "nobody yet", usernames: " \n" },
      /^nobody yet .*The team has been created\. .*There is nobody in this team\./,
    ]);
    await stage.rewind();
  });

  await t.test("404 for an address that is not there, which stays typed", async () => {
    await visit([
      orgTeams,
      "create",
      { name: "night shift", usernames: "nobody@example.com" },
      404,
      /^Nobody in the organization has one of these addresses\./,
      { html: /<textarea[^>]*>nobody@example\.com<\/textarea>/ },
    ]);
    deepEqual(names(), [{ name: "core" }]);
  });
});

const namesakes = [
  { username: "bea.1@example.com", firstName: "Bea", lastName: "Kim" },
  { username: "bea.2@example.com", firstName: "Bea", lastName: "Kim" },
  { username: "grace@example.com", firstName: "Grace", lastName: "Hopper" },
].map((each) => ({ ...each, orgRoles: ["ORG_MEMBER" as const] }));

test("one team", async (t) => {
  const orgs = seed.orgs.map((org) => ({
    ...org,
    users: [...(org.users ?? []), ...(org.id === ids.org ? namesakes : [])],
  }));
  const stage = await startPages(t, { seed: { ...seed, orgs } });
  const { visit } = stage;

  await t.test("gains and loses people", async () => {
    await visit(
      [
        `${team}/add`,
        "add",
        { who: member },
        /^core .*Added member@example\.com\. .*member@example\.com Active .*Remove/,
      ],
      [
        team,
        "remove",
        { id: idOf(stage, owner) },
        /^core .*Removed owner@example\.com\. .*Person Status Last active Actions member@example\.com Active/,
      ],
    );
  });

  await t.test(
    "gains many at once, by address or name, with an answer for each who is not added",
    async () => {
      const who = `Grace Hopper, new@example.com\n${owner}\nBea Kim\nnobody@example.com`;
      await visit(
        [
          `${team}/add`,
          "add",
          { who },
          /new@example\.com Added Ada Example Was in the team already Grace Hopper Added nobody@example\.com No member of Acme matches this name or address Bea Kim Several people are called so: choose below/,
          { html: /<textarea[^>]*>nobody@example\.com\nBea Kim<\/textarea>/ },
          /Which Bea Kim\? Bea Kim bea\.1@example\.com Bea Kim bea\.2@example\.com Cancel Add/,
        ],
        [
          `${team}/add`,
          "add",
          { who: "Bea Kim", address: "bea.2@example.com" },
          /^core .*Added Bea Kim\. /,
          { lacks: "bea.1@example.com" },
        ],

        // What a search as one types reads.
        [`${team}/add?q=bea`, /Which bea\? Bea Kim bea\.1@example\.com/],
      );
      await visit(member, [`${team}/add`, 401]);
    },
  );

  await t.test("is renamed", async () => {
    await visit([team, "rename", { name: "kernel" }, /^kernel .*The team has been renamed\./]);
  });

  await t.test("is deleted, unless it has roles in a project", async () => {
    await visit(
      [groupTeams, "add", { teamId: ids.team, roles: ["GROUP_READ_ONLY"] }],
      [team, "delete", {}, 404, /^Remove the team from its projects first\./],
      [groupTeams, "remove", { id: ids.team }],
      [team, "delete", {}, /Deleted core\. .*There are no teams yet\./],
    );
  });

  await t.test("401 for members who want to change it", async () => {
    await visit(member, [
      team,
      "rename",
      { name: "kernel" },
      401,
      /^Your role does not allow this\./,
      { lacks: 'value="rename"' },
    ]);
  });
});

test("the teams of a project", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const roles = () => stage.rows("select role from team_grants order by role");

  await t.test("gain one with its roles", async () => {
    await visit(
      [groupTeams, /No team has roles in this project yet\./],
      [
        groupTeams,
        "add",
        { teamId: ids.team, roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"] },
        /Added core\. .*core Read Only Cluster Manager Change roles Remove/,
      ],
    );
    deepEqual(roles(), [{ role: "GROUP_CLUSTER_MANAGER" }, { role: "GROUP_READ_ONLY" }]);
  });

  await t.test("409 for one that is there already", async () => {
    const fields = { teamId: ids.team, roles: ["GROUP_READ_ONLY"] };
    await visit(
      [groupTeams, "add", fields],
      [groupTeams, "add", fields, 409, /^The team is already in the project\./],
    );
  });

  await t.test("change their roles, and leave", async () => {
    await visit([groupTeams, "add", { teamId: ids.team, roles: ["GROUP_READ_ONLY"] }]);
    const at = `${groupTeams}/${ids.team}`;
    await visit(
      [at, { html: /value="GROUP_READ_ONLY" checked/ }],
      [at, "save", { roles: ["GROUP_OWNER"] }, /Roles of core changed\. .*core Owner/],
      [at, "save", {}, 400],
      [groupTeams, "remove", { id: ids.team }, /Removed core\./],
    );
    deepEqual(roles(), []);
  });

  await t.test("are named by id to a person who belongs to the project only", async () => {
    await visit([groupTeams, "add", { teamId: ids.team, roles: ["GROUP_READ_ONLY"] }]);
    stage.execute(
      `insert into grants (principal_id, org_id, group_id, role, created_at)
       select id, '${ids.org}', '${ids.group}', 'GROUP_READ_ONLY', 0 from users where username = 'other@example.com'`,
    );
    await visit("other@example.com", [
      groupTeams,
      200,
      new RegExp(`${ids.team} Read Only`),
      { lacks: `/orgs/${ids.org}` },
    ]);
  });
});
