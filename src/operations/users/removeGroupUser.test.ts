// DELETE /groups/{groupId}/users/{userId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertCallers,
  assertOneUnit,
  assertRefusal,
  eventBy,
  startStage,
} from "../../../test/support/stage.ts";
import {
  accessManagers,
  asking,
  giveGroup,
  groupUsers,
  idOf,
  member,
  notInGroup,
  notInOrg,
  orgUsers,
  owner,
  ownerUser,
  pending,
  pendingUser,
  refusedOutsiders,
  succeeds,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("removeGroupUser", async (t) => {
  const stage = await startStage(t);
  const remove = (userId: string) => ({
    method: "DELETE",
    path: `${groupUsers}/${userId}`,
    headers: { accept: v2025 },
  });
  const ask = (username: string) => asking(stage, "groupOwner", remove(idOf(stage, username)));

  await t.test("204 takes an active user out of the project, who stays in the organization", async () => {
    succeeds(await ask(owner), 204, undefined, 1200);
    assertRefusal(await ask(owner), notInGroup(owner));
    const roles = { groupRoleAssignments: [], orgRoles: ["ORG_OWNER"] };
    succeeds(
      await asking(stage, "owner", { path: `${orgUsers}/${idOf(stage, owner)}` }),
      200,
      ownerUser(stage, { roles }),
    );
    const about = { groupId: ids.group, target: owner };
    deepEqual(stage.events(), [eventBy("groupOwner", "REMOVED_FROM_GROUP", about)]);
  });

  await t.test("204 revokes an older invitation of the person to the project", async () => {
    stage.execute(
      `update invites set username = 'Owner@example.com', username_key = '${owner}' where id = '${ids.invite}'`,
    );
    succeeds(await ask(owner), 204, undefined, 1200);
    deepEqual(stage.rows(`select status from invites where id = '${ids.invite}'`), [{ status: "REVOKED" }]);
    equal(stage.events().at(-1)?.type, "GROUP_INVITATION_DELETED");
  });

  await t.test("204 takes the project out of a pending invitation, which stays", async () => {
    giveGroup(stage);
    succeeds(await ask(pending), 204, undefined, 1200);
    succeeds(
      await asking(stage, "owner", { path: `${orgUsers}/${idOf(stage, pending)}` }),
      200,
      pendingUser(stage),
    );
    const about = { groupId: ids.group, target: pending };
    deepEqual(stage.events(), [eventBy("groupOwner", "GROUP_INVITATION_DELETED", about)]);
  });

  await t.test("204 for an active user, in version 2023-01-01, which knows no other", async () => {
    giveGroup(stage);
    const old = (username: string) =>
      stage.ask("groupOwner", { method: "DELETE", path: `${groupUsers}/${idOf(stage, username)}` });
    const reply = await old(member);
    deepEqual([reply.status, reply.headers.sunset], [204, "Thu, 1 Jul 2027 00:00:00 GMT"]);
    assertRefusal(await old(pending), notInOrg(pending));
  });

  await t.test("500 and no removal when its event cannot be written", () =>
    assertOneUnit(stage, remove(idOf(stage, owner))),
  );

  await refusedOutsiders(t, stage, remove);

  await t.test("Project Access Managers may", async () => {
    await assertCallers(stage, remove(idOf(stage, owner)), accessManagers(204));
  });
});
