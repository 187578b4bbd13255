// POST /groups/{groupId}/access, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  expiry,
  now,
  startStage,
} from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids, keys } from "../../../test/support/world.ts";

const headers = { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" };

const username = "zoe@example.com";
const readers = ["GROUP_READ_ONLY"];
const v2023_02 = "application/vnd.atlas.2023-02-01+json";
const post = (body: object) => ({
  method: "POST",
  path: `/api/atlas/v2/groups/${ids.group}/access`,
  headers: { accept: v2023_02 },
  body: { roles: readers, ...body },
});

test("addGroupAccessUser", async (t) => {
  const stage = await startStage(t);
  const ask = (to: string, roles = readers) => stage.ask("groupOwner", post({ username: to, roles }));
  const success = { limit: 1200, headers: { ...headers, "content-type": `${v2023_02};charset=utf-8` } };
  const shown = (id: string) => ({
    createdAt: now,
    expiresAt: expiry,
    groupRoleAssignments: [{ groupId: ids.group, groupRole: "GROUP_READ_ONLY" }],
    id,
    inviterUsername: keys.groupOwner.publicKey,
    orgId: ids.org,
    orgName: "Acme",
    roles: ["ORG_MEMBER"],
    teamIds: [],
    username,
  });

  await t.test("204 for an active user of the organization, who is in at once", async () => {
    assertSuccess(await ask(users.member), { ...success, status: 204 });
    deepEqual(stage.events(), [
      eventBy("groupOwner", "JOINED_GROUP", { groupId: ids.group, target: users.member }),
    ]);
  });

  await t.test("200 an invitation to the organization for anybody else", async () => {
    const reply = await ask(username);
    assertSuccess(reply, { ...success, status: 200, json: shown(reply.json.id) });
    deepEqual(stage.events(), [
      eventBy("groupOwner", "INVITED_TO_ORG", { orgId: ids.org, target: username }),
      eventBy("groupOwner", "INVITED_TO_GROUP", { groupId: ids.group, target: username }),
    ]);
  });

  await t.test("200 the pending invitation, which gains the roles", async () => {
    const json = { ...shown(ids.orgInvite), inviterUsername: users.owner, username: users.pending };
    assertSuccess(await ask(users.pending), { ...success, status: 200, json });
  });

  await t.test("400 for roles and addresses that cannot be", async () => {
    assertRefusal(await ask(username, []), users.badRoles("At least one role must be specified."));
    assertRefusal(await ask(username, ["ORG_OWNER"]), users.orgRoleInGroup);
    equal((await ask("zoe")).json.errorCode, "INVALID_USERNAME");
    equal((await stage.ask("owner", post({}))).json.errorCode, "MISSING_ATTRIBUTE");
  });

  for (const [code, scope] of [
    ["MAX_USERS_PER_GROUP_EXCEEDED", "group"],
    ["MAX_USERS_PER_ORG_EXCEEDED", "org"],
  ] as const) {
    await t.test(`400 ${code} when there are 500`, async () => {
      users.fillUp(stage, scope);
      const { status, json } = await ask(username);
      deepEqual([status, json.errorCode], [400, code]);
    });
  }

  await t.test("409 USER_ALREADY_IN_GROUP for somebody who has a role there", async () => {
    equal((await ask(users.owner)).json.errorCode, "USER_ALREADY_IN_GROUP");
  });
});
