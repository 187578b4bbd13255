// POST /orgs/{orgId}/users/{userId}:addRole, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  assertCallers,
  assertOneUnit,
  assertRefusal,
  eventBy,
  startStage,
} from "../../../test/support/stage.ts";
import {
  activeUser,
  asking,
  groupRoleInOrg,
  idOf,
  member,
  missingRole,
  orgOwners,
  orgUsers,
  pending,
  pendingUser,
  refusedPeople,
  succeeds,
  unknownRole,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("addOrgUserRole", async (t) => {
  const stage = await startStage(t);
  const add = (userId: string, orgRole = "ORG_READ_ONLY") => ({
    method: "POST",
    path: `${orgUsers}/${userId}:addRole`,
    headers: { accept: v2025 },
    body: { orgRole },
  });
  const ask = (username: string, role?: string) => asking(stage, "owner", add(idOf(stage, username), role));
  const both = ["ORG_READ_ONLY", "ORG_MEMBER"];

  await t.test("200 an active user with one role more", async () => {
    succeeds(await ask(member), 200, activeUser(stage, member, both));
    const about = { orgId: ids.org, target: member };
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("200 a pending user with one role more", async () => {
    const roles = { groupRoleAssignments: [], orgRoles: both };
    succeeds(await ask(pending), 200, pendingUser(stage, { roles }));
  });

  await t.test("200 and no event when the role is held already", async () => {
    succeeds(await ask(member, "ORG_MEMBER"), 200, activeUser(stage, member, ["ORG_MEMBER"]));
    deepEqual(stage.events(), []);
  });

  await t.test("500 and no role when its event cannot be written", () =>
    assertOneUnit(stage, add(idOf(stage, member))),
  );

  await t.test("400 for what is no role of organizations", async () => {
    assertRefusal(await ask(member, "INVALID_ROLE"), unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(member, "GROUP_OWNER"), groupRoleInOrg);
  });

  await t.test("400 MISSING_ATTRIBUTE for no role", async () => {
    const nothing = { ...add(idOf(stage, member)), body: {} };
    assertRefusal(await asking(stage, "owner", nothing), missingRole);
  });

  await refusedPeople(t, stage, (userId) => add(userId));

  await t.test("Organization Owners may", async () => {
    await assertCallers(stage, add(idOf(stage, member)), orgOwners(200));
  });
});
