// POST /groups/{groupId}/users/{userId}:addRole, answer by answer.
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
  groupView,
  idOf,
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

test("addGroupUserRole", async (t) => {
  const stage = await startStage(t);
  const add = (userId: string, groupRole = "GROUP_DATA_ACCESS_ADMIN") => ({
    method: "POST",
    path: `${groupUsers}/${userId}:addRole`,
    headers: { accept: v2025 },
    body: { groupRole },
  });
  const ask = (username: string, role?: string) =>
    asking(stage, "groupOwner", add(idOf(stage, username), role));

  await t.test("200 an active user with one role more", async () => {
    const changed = groupView(ownerUser(stage), ["GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"]);
    succeeds(await ask(owner), 200, changed, 1200);
    succeeds(
      await asking(stage, "owner", { path: `${groupUsers}/${idOf(stage, owner)}` }),
      200,
      changed,
      1200,
    );
    const about = { groupId: ids.group, target: owner };
    deepEqual(stage.events(), [eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("200 a pending user with one role more", async () => {
    giveGroup(stage);
    const roles = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_ADMIN"];
    succeeds(await ask(pending), 200, groupView(pendingUser(stage), roles), 1200);
  });

  await t.test("200 and no event when the role is held already", async () => {
    succeeds(await ask(owner, "GROUP_OWNER"), 200, groupView(ownerUser(stage), ["GROUP_OWNER"]), 1200);
    deepEqual(stage.events(), []);
  });

  await t.test("500 and no role when its event cannot be written", () =>
    assertOneUnit(stage, add(idOf(stage, owner))),
  );

  await t.test("400 for what is no role of projects", async () => {
    assertRefusal(await ask(owner, "INVALID_ROLE"), unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(owner, "ORG_OWNER"), orgRoleInGroup);
    const nothing = { ...add(idOf(stage, owner)), body: {} };
    equal((await asking(stage, "owner", nothing)).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await refusedOutsiders(t, stage, (userId) => add(userId));

  await t.test("Project Access Managers may", async () => {
    await assertCallers(stage, add(idOf(stage, owner)), accessManagers(200));
  });
});
