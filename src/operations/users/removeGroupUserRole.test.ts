// POST /groups/{groupId}/users/{userId}:removeRole, answer by answer.
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
  activeUser,
  asking,
  giveGroup,
  groupUsers,
  groupView,
  idOf,
  lastRole,
  member,
  orgRoleInGroup,
  owner,
  ownerUser,
  pending,
  pendingUser,
  refusedOutsiders,
  succeeds,
  unknownRole,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("removeGroupUserRole", async (t) => {
  const stage = await startStage(t);
  const remove = (userId: string, groupRole = "GROUP_DATA_ACCESS_ADMIN") => ({
    method: "POST",
    path: `${groupUsers}/${userId}:removeRole`,
    headers: { accept: v2025 },
    body: { groupRole },
  });
  const ask = (username: string, role?: string) =>
    asking(stage, "groupOwner", remove(idOf(stage, username), role));
  const giveTwo = () => {
    giveGroup(stage);
    giveGroup(stage, "GROUP_DATA_ACCESS_ADMIN");
  };
  const left = ["GROUP_READ_ONLY"];

  await t.test("200 an active user with one role less", async () => {
    giveTwo();
    succeeds(await ask(member), 200, groupView(activeUser(stage, member, []), left), 1200);
    const about = { groupId: ids.group, target: member };
    deepEqual(stage.events(), [eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("200 a pending user with one role less", async () => {
    giveTwo();
    succeeds(await ask(pending), 200, groupView(pendingUser(stage), left), 1200);
  });

  await t.test("200 and no event when the role is not held", async () => {
    succeeds(await ask(owner), 200, groupView(ownerUser(stage), ["GROUP_OWNER"]), 1200);
    deepEqual(stage.events(), []);
  });

  await t.test("500 and the role stays when its event cannot be written", async () => {
    giveTwo();
    await assertOneUnit(stage, remove(idOf(stage, member)));
  });

  await t.test("400 for what is no role of projects", async () => {
    assertRefusal(await ask(owner, "INVALID_ROLE"), unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(owner, "ORG_OWNER"), orgRoleInGroup);
    const nothing = { ...remove(idOf(stage, owner)), body: {} };
    equal((await asking(stage, "owner", nothing)).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await t.test("403 CANNOT_REMOVE_ALL_USER_ROLES for the last role in the project", async () => {
    assertRefusal(await ask(owner, "GROUP_OWNER"), lastRole(owner));
    deepEqual(stage.events(), []);
  });

  await refusedOutsiders(t, stage, (userId) => remove(userId));

  await t.test("Project Access Managers may", async () => {
    await assertCallers(stage, remove(idOf(stage, owner)), accessManagers(200));
  });
});
