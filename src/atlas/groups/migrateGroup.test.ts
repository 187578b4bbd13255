// POST /groups/{groupId}:migrate, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { fill, idsOf, numbered } from "../../../test/support/fill.ts";
import { migrating, toOther } from "../../../test/support/group-moves.ts";
import * as groups from "../../../test/support/groups.ts";
import { type RefusedCall, request, startOperations } from "../../../test/support/operations.ts";
import { invitation } from "../../../test/support/stage.ts";
import { idOf } from "../../../test/support/users.ts";
import { ids, keys, startWorld } from "../../../test/support/world.ts";

const { destinationOrgPrivateApiKey: privateKey } = toOther;
const limitName = "atlas.project.deployment.clusters";
const owner = "owner@example.com";

test("migrateGroup", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, told, url } = stage;
  const move = { body: toOther };
  const inOther = { org_id: ids.otherOrg };
  const membersOf = (orgId: string) =>
    stage.rows(`select username, role from grants join users on users.id = principal_id
      where org_id = '${orgId}' and group_id is null order by username, role`);
  const other = { username: "other@example.com", role: "ORG_OWNER" };

  await t.test(
    "200 takes tags, settings, limits, invitations and people along, and tells both organizations",
    async () => {
      const tags = [{ key: "env", value: "test" }];
      await call("updateGroup", { body: { tags } });
      await call("updateGroupSettings", { body: { isSchemaAdvisorEnabled: false } });
      await call("setGroupLimit", { params: { limitName }, body: { value: 3 } });
      await call("addGroupTeams", { body: [{ teamId: ids.team, roleNames: ["GROUP_READ_ONLY"] }] });
      fill(stage, "invite_group_roles", {
        invite_id: ids.orgInvite,
        group_id: ids.group,
        role: "GROUP_OWNER",
      });
      stage.execute("delete from events");
      const shown = groups.shownGroup(url, { orgId: ids.otherOrg, tags });
      await answers("migrateGroup", move, shown);

      const as = "stranger";
      await answers("getGroup", { as }, shown);
      const location = { location: `${url}//api/atlas/v1.0` };
      await answers(
        "getGroupSettings",
        { as },
        { ...groups.groupSettings, isSchemaAdvisorEnabled: false },
        location,
      );
      equal((await get("getGroupLimit", { as, params: { limitName } })).value, 3);
      await answers("listGroupInvites", { as }, [invitation]);
      deepEqual(
        stage.rows(`select org_id, username, role from grants left join users on users.id = principal_id
      where group_id = '${ids.group}'`),
        [{ org_id: ids.otherOrg, username: owner, role: "GROUP_OWNER" }],
      );
      deepEqual(membersOf(ids.otherOrg), [other, { username: owner, role: "ORG_MEMBER" }]);
      deepEqual(membersOf(ids.org), [
        { username: "member@example.com", role: "ORG_MEMBER" },
        { username: owner, role: "ORG_OWNER" },
      ]);
      // The grants of the old organization's teams and invitations are removed.
      deepEqual(stage.rows("select * from team_grants"), []);
      deepEqual(stage.rows("select * from invite_group_roles"), []);
      for (const caller of ["owner", "groupOwner", "groupReader", "account"] as const) {
        await stage.refuses("getGroup", { as: caller }, "USER_CANNOT_ACCESS_GROUP");
      }
      deepEqual(told(), [
        ["GROUP_MOVED_FROM_ORG", "org"],
        ["GROUP_MOVED", "both"],
        ["JOINED_ORG", "org", owner],
      ]);
      const tables = await stage.tables();
      equal(JSON.stringify(tables).includes(privateKey), false);
    },
  );

  await t.test("200 somebody who is in the destination already keeps the role there", async () => {
    fill(stage, "grants", { principal_id: idOf(stage, owner), ...inOther, role: "ORG_READ_ONLY" });
    await get("migrateGroup", move);
    deepEqual(membersOf(ids.otherOrg), [other, { username: owner, role: "ORG_READ_ONLY" }]);
    equal(told().length, 2);
  });

  await t.test("200 an owner of both organizations needs no key", async () => {
    const [principal_id = ""] = idsOf(stage, "select id from service_accounts");
    fill(stage, "grants", { principal_id, ...inOther, role: "ORG_OWNER" });
    await answers(
      "migrateGroup",
      { as: "account", body: { destinationOrgId: ids.otherOrg } },
      groups.shownGroup(url, { orgId: ids.otherOrg }),
    );
  });

  const here = {
    destinationOrgId: ids.org,
    destinationOrgPrivateApiKey: keys.owner.privateKey,
    destinationOrgPublicApiKey: keys.owner.publicKey,
  };
  const field = "destinationOrgId";
  const full = () =>
    fill(stage, "groups", ...numbered(249, (id, number) => ({ id, ...inOther, name: `n${number}` })));
  const crowd = () => {
    const people = numbered(499, (id, number) => ({ id, username: `n${number}@example.com` }));
    fill(stage, "principals", ...people.map(({ id }) => ({ id, kind: "USER" })));
    fill(stage, "users", ...people);
    fill(stage, "grants", ...people.map(({ id }) => ({ principal_id: id, ...inOther, role: "ORG_MEMBER" })));
  };
  const demandLists = () =>
    stage.execute(`update orgs set api_access_list_required = 1 where id = '${ids.otherOrg}'`);
  const listElsewhere = () => {
    demandLists();
    const [principal_id = ""] = idsOf(stage, "select id from api_keys where public_key = 'stranger'");
    fill(stage, "access_entries", { principal_id, cidr: "192.0.2.0/24" });
  };
  const demote = () =>
    stage.execute(`update grants set role = 'ORG_MEMBER' where org_id = '${ids.otherOrg}'`);
  const rename = () => stage.execute(`update groups set name = 'payments' where id = '${ids.otherGroup}'`);
  await stage.testRefusals({ migrateGroup: move }, [
    ...Object.keys(toOther).map(
      (name): RefusedCall => [
        `no ${name}`,
        { body: { [name]: undefined } },
        "MISSING_ATTRIBUTE",
        [name],
        name,
        "The value is required.",
      ],
    ),
    [
      "a project that is there already",
      { body: here },
      "INVALID_ATTRIBUTE",
      [field],
      field,
      "The project is in this organization.",
    ],
    ["a destination of 250 projects", { before: full }, "MAX_GROUPS_PER_ORG_EXCEEDED", ["250", ids.otherOrg]],
    ["a destination of 500 people", { before: crowd }, "MAX_USERS_PER_ORG_EXCEEDED", [500, ids.otherOrg]],
    ...[
      { destinationOrgPrivateApiKey: keys.owner.privateKey },
      { destinationOrgPrivateApiKey: "" },
      { destinationOrgPublicApiKey: "nosuchky" },
      { destinationOrgPublicApiKey: "strange\0" },
      { ...here, destinationOrgId: ids.otherOrg },
    ].map(
      (body, index): RefusedCall => [
        `key ${index + 1} that proves nothing there`,
        { body },
        "USER_CANNOT_ACCESS_ORG",
      ],
    ),
    [
      "a destination that demands access lists",
      { before: demandLists },
      "ORG_REQUIRES_ACCESS_LIST",
      ["127.0.0.1"],
    ],
    [
      "a key that is not for this address",
      { before: listElsewhere },
      "IP_ADDRESS_NOT_ON_ACCESS_LIST",
      ["127.0.0.1"],
    ],
    ["a key that does not own the destination", { before: demote }, "NOT_ORG_OWNER", [ids.otherOrg]],
    ["no such destination", { body: { destinationOrgId: ids.missing } }, "ORG_NOT_FOUND", [ids.missing]],
    ["a name that is taken in the destination", { before: rename }, "GROUP_ALREADY_EXISTS", ["payments"]],
  ]);
});

for (const engine of engines) {
  test(`moving projects on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const world = await startWorld(t, { engine });

    await t.test("of a move and a creation of its name at once, one wins", async () => {
      const body = { name: "payments", orgId: ids.otherOrg };
      const [move, creation] = await Promise.all([
        world.as(keys.owner, migrating()),
        world.as(keys.stranger, request("createGroup", { body })),
      ]);
      const answers = [move.status, creation.status].join();
      ok(["200,409", "409,201"].includes(answers), answers);
      const { json } = await world.as(keys.stranger, { path: `${groups.groupsPath}?includeCount=true` });
      equal(json.results.filter(({ name }: { name: string }) => name === "payments").length, 1);
    });

    await t.test("a project goes there and back", async () => {
      const made = await world.as(
        keys.owner,
        request("createGroup", { body: { name: "ledger", orgId: ids.org } }),
      );
      const params = { groupId: made.json.id };
      const back = {
        destinationOrgId: ids.org,
        destinationOrgPrivateApiKey: keys.owner.privateKey,
        destinationOrgPublicApiKey: keys.owner.publicKey,
      };
      const there = await world.as(keys.owner, request("migrateGroup", { params, body: toOther }));
      const again = await world.as(keys.stranger, request("migrateGroup", { params, body: back }));
      deepEqual([there.json.orgId, again.json.orgId], [ids.otherOrg, ids.org]);
      const people = await world.as(keys.owner, request("listGroupUsers", { params }));
      deepEqual([people.json.totalCount, people.json.results[0].username], [1, owner]);
    });
  });
}
