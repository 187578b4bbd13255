// Tests that `convert-invites --terraform` prints a file that Terraform 1.11.4 can apply: everybody keeps what they had, and no
// older invitation of the recorded state is left. The plan was recorded on the same world, with the provider's source of 21
// August 2026; a second run of Terraform then said "No changes".
import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { AtlasClient } from "../../../src/client/client.ts";
import { type Kept, readState } from "../../../src/code/terraform/state.ts";
import { findPending } from "../../../src/july/convert/moves.ts";
import { writeMigration } from "../../../src/july/convert/terraform.ts";
import { createAnteroom } from "../../../src/testing/embedded.ts";
import { assertHcl } from "../../support/foreign-blocks.ts";
import { pluck } from "../../support/pluck.ts";
import { keys } from "../../support/world.ts";

const file = (name: string) => readFileSync(new URL(`../terraform/${name}`, import.meta.url), "utf8");
const kept = readState(file("state.json"));
const printed = file("printed.tf");
const { changes }: { changes: Readonly<Record<string, string>> } = JSON.parse(file("plan.json"));

const org = "a0123456789abcdef012345a";
const group = "32b6e34b3d91647abb20e7b8";
const team = "42b6e34b3d91647abb20e7b1";

const valuesOf = ({ attributes }: Kept) =>
  attributes as { invitation_id: string; username: string; roles: never[]; teams_ids?: string[] };

/** The world as it was: of the state's invitations one was accepted and one withdrawn, and one more was made elsewhere. */
async function begin(t: TestContext) {
  const invitesOf = (type: string) =>
    kept
      .filter((each) => each.type === type && !/accepted|withdrawn/.test(each.address))
      .map((each) => {
        const { invitation_id: id, username, roles, teams_ids: teamIds = [] } = valuesOf(each);
        return { id, username, roles, ...(teamIds.length > 0 && { teamIds }) };
      });
  const server = await createAnteroom({
    now: "2027-06-15T00:00:00Z",
    seed: {
      mailed: false,
      orgs: [
        {
          id: org,
          name: "Acme",
          users: [
            { id: "10b6e34b3d91647abb20e7b1", username: "owner@example.com", orgRoles: ["ORG_OWNER"] },
            { id: "10b6e34b3d91647abb20e7b2", username: "second@example.com", orgRoles: ["ORG_MEMBER"] },
            { id: "10b6e34b3d91647abb20e7b3", username: "third@example.com", orgRoles: ["ORG_MEMBER"] },
          ],
          apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }],
          teams: [{ id: team, name: "core", usernames: ["second@example.com", "third@example.com"] }],
          invites: invitesOf("mongodbatlas_org_invitation"),
          groups: [
            {
              id: group,
              name: "payments",
              users: [{ username: "third@example.com", roles: ["GROUP_READ_ONLY"] }],
              invites: [
                ...invitesOf("mongodbatlas_project_invitation"),
                { username: "eve@example.com", roles: ["GROUP_OWNER"] },
              ],
            },
          ],
        },
      ],
    },
  });
  t.after(() => server.close());
  return { server, client: new AtlasClient({ ...keys.owner, baseUrl: server.url }) };
}

const holdings = async (client: AtlasClient) =>
  (await client.listOrgUsers({ orgId: org }).all())
    .map(({ username, roles, teamIds }) => {
      const held = roles?.groupRoleAssignments.map(({ groupRoles }) => groupRoles);
      return `${username} ${roles?.orgRoles} [${held}] ${teamIds}`;
    })
    .sort();

test("the file for a recorded state is the one that the plan was made with", async (t) => {
  const { client } = await begin(t);
  equal(writeMigration(await findPending(client, org, 4), kept), printed);
  await t.test("it is formatted and can be read", (t) => assertHcl(t, printed.trimEnd()));
});

test("its plan un-invites nobody, and withdraws the older invitations of the state", async (t) => {
  const { client } = await begin(t);
  const before = await holdings(client);
  const of = (action: string) => Object.keys(changes).filter((address) => changes[address] === action);
  ok(of("delete").every((address) => /^mongodbatlas_project_invitation\./.test(address)));
  ok(of("forget").every((address) => /mongodbatlas_org_invitation\./.test(address)));
  deepEqual(new Set(Object.values(changes)), new Set(["create", "delete", "forget", "import", "no-op"]));

  for (const address of of("delete")) {
    const found = kept.find((each) => each.address === address);
    await client.deleteGroupInvite({
      groupId: group,
      invitationId: found ? valuesOf(found).invitation_id : "",
    });
  }
  for (const address of of("create")) {
    const [, type, name] = /^(\w+)\.(\w+)$/.exec(address) ?? [];
    const block = printed.slice(printed.indexOf(`resource "${type}" "${name}" {`));
    const [, username = ""] = /username += "(.*)"/.exec(block) ?? [];
    const [, roles = ""] = /roles += (\[.*\])/.exec(block) ?? [];
    await client.addGroupUsers({ groupId: group, body: { username, roles: JSON.parse(roles) } });
  }
  const after = await holdings(client);
  deepEqual(after, [
    `ada@example.com ORG_READ_ONLY [] ${team}`,
    "bob@example.com ORG_MEMBER [GROUP_OWNER] ",
    ...["00", "01", "10", "11"].map((number) => `cy${number}@example.com ORG_MEMBER [] `),
    "ola@example.com ORG_MEMBER [GROUP_OWNER] ",
    "owner@example.com ORG_OWNER [] ",
    `second@example.com ORG_MEMBER [GROUP_READ_ONLY] ${team}`,
    `third@example.com ORG_MEMBER [GROUP_READ_ONLY] ${team}`,
  ]);
  const names = pluck(
    before.map((each) => ({ name: each.split(" ")[0] })),
    "name",
  );
  ok(names.every((name) => after.some((each) => each.startsWith(`${name} `))));
  deepEqual(pluck(await client.listGroupInvites({ groupId: group }), "username"), ["eve@example.com"]);
  // What was printed is done: there is nothing left for the next file.
  const inTeam = pluck(await client.listOrgTeamUsers({ orgId: org, teamId: team }).all(), "id");
  const added = [...kept, ...made(inTeam)];
  const next = writeMigration(await findPending(client, org, 4), added);
  equal(/^(resource|import)/m.test(next), false, next);
});

/** The new resources, as the state has them after the apply. */
const made = (inTeam: readonly string[]): Kept[] =>
  [...printed.matchAll(/^resource "(\w+)" "(\w+)" \{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, type = "", name, body = ""]) => {
      const address = `${type}.${name}`;
      const values = Object.fromEntries(
        [...body.matchAll(/(\w+) += "(.*)"/g)].map(([, key, value]) => [key, value]),
      );
      const all = type.endsWith("team_assignment")
        ? inTeam.map((id) => ({ ...values, user_id: id }))
        : [values];
      return all.map((attributes) => ({ address, block: address, type, attributes }));
    },
  );

test("people who are left out keep their whole resource; on the day itself nothing is destroyed", async (t) => {
  const { server, client } = await begin(t);
  const some = writeMigration(await findPending(client, org, 4), kept, (name) => name !== "ola@example.com");
  ok(some.includes("# mongodbatlas_project_invitation.many stays as it is"));
  equal(/from = mongodbatlas_project_invitation\.many\b/.test(some), false);
  equal(some.includes('second@example.com"\n  roles'), false);

  server.clock.set({ now: "2027-07-02" });
  const late = writeMigration(await findPending(client, org, 4), kept);
  equal(late.includes("destroy = true"), false);
  ok(late.includes("# bob@example.com was invited; whether that is still pending cannot be read."));
  await t.test("it is formatted and can be read", (t) => assertHcl(t, late.trimEnd()));
});

test("a foreign organization's resources, an odd name and a pending person without a resource", async (t) => {
  const { client } = await begin(t);
  const one = (type: string, name: string, attributes: object): Kept => {
    const address = `${type}.${name}`;
    return {
      address,
      block: address.replace(/\[.*/, ""),
      type,
      attributes: attributes as Kept["attributes"],
    };
  };
  const text = writeMigration(await findPending(client, org, 4), [
    one("mongodbatlas_org_invitation", "foreign", { org_id: "b".repeat(24), username: "x@example.com" }),
    one("mongodbatlas_project_invitation", 'odd["x$"]', { project_id: group, username: "BOB@example.com" }),
    one("mongodbatlas_cloud_user_project_assignment", "odd_x", {
      project_id: group,
      username: "y@example.com",
    }),
    one("mongodbatlas_team", "core", { org_id: org, team_id: team }),
  ]);
  ok(text.includes("# mongodbatlas_org_invitation.foreign stays as it is"));
  ok(text.includes('resource "mongodbatlas_cloud_user_project_assignment" "odd_x_2" {'));
  ok(text.includes("Left out until they have accepted: ada@example.com."));
  await t.test("it is formatted and can be read", (t) => assertHcl(t, text.trimEnd()));
});

test("a project of the root module is referred to; the place of one in a module is told", async (t) => {
  const { client } = await begin(t);
  const pending = await findPending(client, org, 4);
  const project = (address: string): Kept => ({
    address,
    block: address.replace(/\[.*\]$/, ""),
    type: "mongodbatlas_project",
    attributes: { id: group },
  });
  const inRoot = writeMigration(pending, [...kept, project('mongodbatlas_project.all["payments"]')]);
  const ids = (text: string) => new Set([...text.matchAll(/project_id += (.+)$/gm)].map(([, id]) => id));
  deepEqual(ids(inRoot), new Set(['mongodbatlas_project.all["payments"].id']));
  assertHcl(t, inRoot.trimEnd());
  const inModule = writeMigration(pending, [...kept, project("module.payments.mongodbatlas_project.this")]);
  deepEqual(ids(inModule), new Set([`"${group}"`]));
  ok(inModule.includes("# The project is module.payments.mongodbatlas_project.this: give an output"));
});
