// Proves listGroupHolders: who may do what in a project, by which grant, and who may ask.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testConsole } from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { account, ids, keys } from "../../../test/support/world.ts";

const acme = { kind: "ORG", id: ids.org, name: "Acme" };
const payments = { kind: "GROUP", id: ids.group, name: "payments" };

testConsole("listGroupHolders", async (t, stage) => {
  const { group: groupId, org: orgId, team: teamId } = ids;
  const perform = async (role: string, more = {}) => {
    return stage.ask(owner, "listGroupHolders", { groupId, role, ...more });
  };
  const list = async (role: string, more = {}) => (await perform(role, more)).json;
  const shown = async (role: string) =>
    (await list(role)).results.map(({ kind, name, by }: { kind: string; name: string; by: unknown }) => ({
      kind,
      name,
      by,
    }));

  const owners = [
    {
      kind: "USER",
      name: owner,
      by: [
        { role: "ORG_OWNER", from: acme },
        { role: "GROUP_OWNER", from: payments },
      ],
    },
    { kind: "SERVICE_ACCOUNT", name: account.clientId, by: [{ role: "ORG_OWNER", from: acme }] },
    { kind: "API_KEY", name: keys.elsewhere.publicKey, by: [{ role: "ORG_OWNER", from: acme }] },
    { kind: "API_KEY", name: keys.owner.publicKey, by: [{ role: "ORG_OWNER", from: acme }] },
    { kind: "API_KEY", name: keys.groupOwner.publicKey, by: [{ role: "GROUP_OWNER", from: payments }] },
  ];

  await t.test("200 with people, accounts and keys, and the role that lets each in", async () => {
    deepEqual(await shown("GROUP_OWNER"), owners);
  });

  await t.test("200 with the roles of the organization alone that imply one of its own", async () => {
    const ofOrg = owners.flatMap((holder) => {
      const by = holder.by.filter(({ role }) => role === "ORG_OWNER");
      return by.length === 0 ? [] : [{ ...holder, by }];
    });
    deepEqual(await shown("ORG_OWNER"), ofOrg);
  });

  await t.test("200 with the team that gives a role, beside those of its own", async () => {
    await stage.store.write(async (tx) => {
      await tx.teams.assign({ teamId, orgId, groupId }, ["GROUP_OWNER"]);
      const userId = await stage.userId(owner);
      await tx.grants.give(userId, { orgId, groupId }, "GROUP_ACCESS_MANAGER", 1);
    });
    const core = { kind: "TEAM", id: teamId, name: "core" };
    const [first, ...others] = await shown("GROUP_OWNER");
    deepEqual(first.by, [...(owners[0]?.by ?? []), { role: "GROUP_OWNER", from: core }]);
    deepEqual(others, owners.slice(1));
    const managers = await shown("GROUP_ACCESS_MANAGER");
    deepEqual(pluck(managers[0].by, "role"), [
      "ORG_OWNER",
      "GROUP_ACCESS_MANAGER",
      "GROUP_OWNER",
      "GROUP_OWNER",
    ]);
  });

  await t.test("200 page by page", async () => {
    const { results, total } = await list("GROUP_OWNER", { itemsPerPage: 2, pageNum: 2 });
    equal(total, owners.length);
    deepEqual(pluck(results, "name"), pluck(owners.slice(2, 4), "name"));
  });

  await t.test("404 for a role that is none", async () => {
    const { status, json } = await perform("KING");
    deepEqual([status, json.errorCode], [404, "RESOURCE_NOT_FOUND"]);
  });
});
