// DELETE /groups/{groupId}/users/{userId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, eventBy, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("removeGroupUser", async (t) => {
  const stage = await startStage(t);
  const remove = (userId: string) => ({
    method: "DELETE",
    path: `${users.groupUsers}/${userId}`,
    headers: { accept: users.v2025 },
  });
  const ask = (username: string) => users.asking(stage, "groupOwner", remove(users.idOf(stage, username)));

  await t.test("204 takes an active user out of the project, who stays in the organization", async () => {
    users.succeeds(await ask(users.owner), 204, undefined, 1200);
    assertRefusal(await ask(users.owner), users.notInGroup(users.owner));
    const roles = { groupRoleAssignments: [], orgRoles: ["ORG_OWNER"] };
    users.succeeds(
      await users.asking(stage, "owner", { path: `${users.orgUsers}/${users.idOf(stage, users.owner)}` }),
      200,
      users.ownerUser(stage, { roles }),
    );
    const about = { groupId: ids.group, target: users.owner };
    deepEqual(stage.events(), [eventBy("groupOwner", "REMOVED_FROM_GROUP", about)]);
  });

  await t.test("204 revokes an older invitation of the person to the project", async () => {
    stage.execute(
      `update invites set username = 'Owner@example.com', username_key = '${users.owner}' where id = '${ids.invite}'`,
    );
    users.succeeds(await ask(users.owner), 204, undefined, 1200);
    deepEqual(stage.rows(`select status from invites where id = '${ids.invite}'`), [{ status: "REVOKED" }]);
    equal(stage.events().at(-1)?.type, "GROUP_INVITATION_DELETED");
  });

  await t.test("204 takes the project out of a pending invitation, which stays", async () => {
    users.giveGroup(stage);
    users.succeeds(await ask(users.pending), 204, undefined, 1200);
    users.succeeds(
      await users.asking(stage, "owner", { path: `${users.orgUsers}/${users.idOf(stage, users.pending)}` }),
      200,
      users.pendingUser(stage),
    );
    const about = { groupId: ids.group, target: users.pending };
    deepEqual(stage.events(), [eventBy("groupOwner", "GROUP_INVITATION_DELETED", about)]);
  });

  await t.test("204 for an active user, in version 2023-01-01, which knows no other", async () => {
    users.giveGroup(stage);
    const old = (username: string) =>
      stage.ask("groupOwner", {
        method: "DELETE",
        path: `${users.groupUsers}/${users.idOf(stage, username)}`,
      });
    const reply = await old(users.member);
    deepEqual([reply.status, reply.headers.sunset], [204, "Thu, 1 Jul 2027 00:00:00 GMT"]);
    assertRefusal(await old(users.pending), users.notInOrg(users.pending));
  });

  await users.refusedOutsiders(t, stage, remove);
});
