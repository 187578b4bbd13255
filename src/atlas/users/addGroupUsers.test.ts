// POST /groups/{groupId}/users, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, eventBy, expiry, now, refusal, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids, invited, keys } from "../../../test/support/world.ts";

const username = "zoe@example.com";
const readers = ["GROUP_READ_ONLY"];
const post = (to: string, roles: string[] = readers) => ({
  method: "POST",
  path: users.groupUsers,
  headers: { accept: users.v2025 },
  body: { username: to, roles },
});

test("addGroupUsers", async (t) => {
  const stage = await startStage(t);
  const ask = (to: string, roles?: string[]) => users.asking(stage, "groupOwner", post(to, roles));
  const created = (id: string) => ({
    id,
    invitationCreatedAt: now,
    invitationExpiresAt: expiry,
    inviterUsername: keys.groupOwner.publicKey,
    orgMembershipStatus: "PENDING",
    roles: readers,
    username,
  });

  await t.test("201 an active user of the organization, at once", async () => {
    const added = users.activeUser(stage, users.member, ["ORG_MEMBER"]);
    users.succeeds(await ask("Member@example.com"), 201, users.groupView(added, readers), 1200);
    deepEqual(stage.events(), [
      eventBy("groupOwner", "JOINED_GROUP", { groupId: ids.group, target: users.member }),
    ]);
  });

  await t.test("201 a pending user, whose invitation gains the roles", async () => {
    users.succeeds(await ask(users.pending), 201, users.groupView(users.pendingUser(stage), readers), 1200);
    deepEqual(stage.events(), [
      eventBy("groupOwner", "INVITED_TO_GROUP", { groupId: ids.group, target: users.pending }),
    ]);
    await stage.end(ids.orgInvite, "accept");
    const { json } = await users.asking(stage, "owner", {
      path: `${users.groupUsers}?username=${users.pending}`,
    });
    deepEqual(json.results, [users.groupView(users.activeUser(stage, users.pending, []), readers)]);
  });

  await t.test("201 anybody else by an invitation to the organization", async () => {
    const reply = await ask(username);
    users.succeeds(reply, 201, created(reply.json.id), 1200);
    deepEqual(stage.events(), [
      eventBy("groupOwner", "INVITED_TO_ORG", { orgId: ids.org, target: username }),
      eventBy("groupOwner", "INVITED_TO_GROUP", { groupId: ids.group, target: username }),
    ]);
    const { json } = await users.asking(stage, "owner", { path: `${users.orgUsers}/${reply.json.id}` });
    deepEqual(json.roles, {
      groupRoleAssignments: [{ groupId: ids.group, groupRoles: readers }],
      orgRoles: ["ORG_MEMBER"],
    });
  });

  for (const ending of ["decline", "expire"] as const) {
    await t.test(`201 a new invitation after ${ending}`, async () => {
      await stage.end(ids.orgInvite, ending);
      const reply = await ask(users.pending);
      users.succeeds(reply, 201, { ...created(reply.json.id), username: users.pending }, 1200);
    });
  }

  await t.test("201 for somebody who is invited to the project by the older kind of invitation", async () => {
    equal((await ask(invited)).status, 201);
  });

  await t.test("400 for roles and addresses that cannot be", async () => {
    assertRefusal(await ask(username, []), users.badRoles("At least one role must be specified."));
    assertRefusal(await ask(username, ["INVALID_ROLE"]), users.unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(username, ["ORG_OWNER"]), users.orgRoleInGroup);
    equal((await ask("zoe")).json.errorCode, "INVALID_USERNAME");
    const nobody = { ...post(username), body: { roles: readers } };
    equal((await users.asking(stage, "owner", nobody)).json.errorCode, "MISSING_ATTRIBUTE");
    deepEqual(stage.events(), []);
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

  await t.test("409 USER_ALREADY_IN_GROUP for somebody who has a role there, active or pending", async () => {
    users.giveGroup(stage);
    for (const address of [users.owner, "MEMBER@example.com", users.pending]) {
      assertRefusal(await ask(address), refusal("USER_ALREADY_IN_GROUP", [address, ids.group]));
    }
  });
});
