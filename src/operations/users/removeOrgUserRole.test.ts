// POST /orgs/{orgId}/users/{userId}:removeRole, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fill, idsOf } from "../../../test/support/fill.ts";
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
  lastOwner,
  lastRole,
  member,
  missingRole,
  orgOwners,
  orgUsers,
  owner,
  pending,
  pendingUser,
  refusedPeople,
  succeeds,
  unknownRole,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("removeOrgUserRole", async (t) => {
  const stage = await startStage(t);
  const remove = (userId: string, orgRole = "ORG_READ_ONLY") => ({
    method: "POST",
    path: `${orgUsers}/${userId}:removeRole`,
    headers: { accept: v2025 },
    body: { orgRole },
  });
  const ask = (username: string, role?: string) =>
    asking(stage, "owner", remove(idOf(stage, username), role));
  /** One more role for everybody of the seed, before each case. */
  const giveAll = () => {
    const role = "ORG_READ_ONLY";
    const inOrg = idsOf(stage, "select id from users where username <> 'other@example.com'");
    fill(stage, "grants", ...inOrg.map((principal_id) => ({ principal_id, role })));
    stage.execute(`update invites set roles = 'ORG_MEMBER ${role}' where id = '${ids.orgInvite}'`);
  };

  await t.test("200 an active user with one role less", async () => {
    giveAll();
    succeeds(await ask(member), 200, activeUser(stage, member, ["ORG_MEMBER"]));
    const about = { orgId: ids.org, target: member };
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("200 a pending user with one role less", async () => {
    giveAll();
    succeeds(await ask(pending), 200, pendingUser(stage));
  });

  await t.test("200 and no event when the role is not held", async () => {
    succeeds(await ask(member), 200, activeUser(stage, member, ["ORG_MEMBER"]));
    deepEqual(stage.events(), []);
  });

  await t.test("500 and the role stays when its event cannot be written", async () => {
    giveAll();
    await assertOneUnit(stage, remove(idOf(stage, member)));
  });

  await t.test("400 for what is no role of organizations", async () => {
    assertRefusal(await ask(member, "INVALID_ROLE"), unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(member, "GROUP_OWNER"), groupRoleInOrg);
  });

  await t.test("400 MISSING_ATTRIBUTE for no role", async () => {
    const nothing = { ...remove(idOf(stage, member), "ORG_MEMBER"), body: {} };
    assertRefusal(await asking(stage, "owner", nothing), missingRole);
  });

  await t.test("403 CANNOT_REMOVE_ALL_USER_ROLES for the last role", async () => {
    for (const username of [member, pending]) {
      assertRefusal(await ask(username, "ORG_MEMBER"), lastRole(username));
    }
  });

  await t.test("403 CANNOT_DEMOTE_LAST_ORG_OWNER for the last owner", async () => {
    giveAll();
    assertRefusal(await ask(owner, "ORG_OWNER"), lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    deepEqual(stage.events(), []);
  });

  await refusedPeople(t, stage, (userId) => remove(userId));

  await t.test("Organization Owners may", async () => {
    await assertCallers(stage, remove(idOf(stage, member), "ORG_READ_ONLY"), orgOwners(200));
  });
});
