// Proves listOrgDirectory: each person of an organization once; what it shares with the directory of a project is proved there.

import { deepEqual, equal } from "node:assert/strict";
import { member, owner, rich, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids, invited } from "../../../test/support/world.ts";

const { org: orgId } = ids;

interface Row {
  readonly username: string;
  readonly state: string;
  readonly roles: readonly string[];
  readonly teams: readonly { readonly name: string; readonly roles: readonly string[] }[];
  readonly invites: readonly { readonly way: string; readonly roles: readonly string[] }[];
}

testOnEngines("listOrgDirectory", async (t, stage) => {
  const ask = async (query: Record<string, unknown>, as: string) => {
    const reply = await stage.ask(as, "listOrgDirectory", { orgId, ...query });
    equal(reply.status, 200, JSON.stringify(reply.json));
    return reply.json as { people: Row[]; counts: Record<string, number>; states: string[] };
  };
  const list = async (query: Record<string, unknown> = {}, as = owner) => {
    const listed = await ask(query, as);
    // A list on one page is counted from its rows, a list of one state by the store: both must agree.
    if (query.state === undefined) {
      deepEqual((await ask({ ...query, state: "ACTIVE" }, as)).counts, listed.counts);
    }
    return listed;
  };
  const shown = async (query: Record<string, unknown> = {}, as = owner) =>
    (await list(query, as)).people.map(({ username, state }) => `${username} ${state}`);

  await t.test(
    "200 with roles in the organization and all teams; not with who is invited to a project",
    async () => {
      const { people, counts } = await list();
      deepEqual(
        people.map(({ username, state, roles, teams, invites }) => [
          username,
          state,
          roles,
          teams,
          pluck(invites, "way"),
        ]),
        [
          [member, "ACTIVE", ["ORG_MEMBER"], [], []],
          ["new@example.com", "INVITED", ["ORG_MEMBER"], [], ["org"]],
          [owner, "ACTIVE", ["ORG_OWNER"], [{ id: ids.team, name: "core", roles: [] }], []],
          [rich.username, "INVITED", ["ORG_READ_ONLY", "ORG_MEMBER"], [], ["org"]],
        ],
      );
      deepEqual(counts, { ACTIVE: 2, INVITED: 2, EXPIRED: 0, DECLINED: 0, REVOKED: 0 });
      deepEqual(await shown({ search: invited }), []);
    },
  );

  await t.test("filtered by role and team, and by both", async () => {
    deepEqual(await shown({ role: "ORG_MEMBER" }), [
      `${member} ACTIVE`,
      "new@example.com INVITED",
      `${rich.username} INVITED`,
    ]);
    deepEqual(await shown({ teamId: ids.team }), [`${owner} ACTIVE`, `${rich.username} INVITED`]);
    deepEqual(await shown({ teamId: ids.team, role: "ORG_OWNER" }), [`${owner} ACTIVE`]);
    // The role is not one of an organization, so it filters nothing.
    equal((await shown({ role: "GROUP_OWNER" })).length, 4);
  });

  await t.test("revoked ones are for owners", async () => {
    await stage.store.write((tx) => tx.orgInvites.revokeOf(orgId, "new@example.com", stage.clock.now()));
    deepEqual(await shown({ search: "new" }), ["new@example.com REVOKED"]);
    deepEqual(await shown({ search: "new" }, member), []);
    deepEqual((await list({}, member)).states, ["ACTIVE", "INVITED", "EXPIRED", "DECLINED"]);
  });

  await t.test("keys and service accounts are no people", async () => {
    equal((await list()).counts.ACTIVE, 2);
  });
});
