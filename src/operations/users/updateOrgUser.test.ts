// PATCH /orgs/{orgId}/users/{userId}, answer by answer.
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
  activeUser,
  asking,
  badRoles,
  groupRoleInOrg,
  idOf,
  lastOwner,
  member,
  orgOwners,
  orgRoleInGroup,
  orgUsers,
  owner,
  ownerUser,
  pending,
  pendingUser,
  refusedPeople,
  succeeds,
  unknownRole,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const reader = { roles: { orgRoles: ["ORG_READ_ONLY"] } };
const groupRoleAssignments = [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }];

test("updateOrgUser", async (t) => {
  const stage = await startStage(t);
  const patch = (userId: string, body: object) => ({
    method: "PATCH",
    path: `${orgUsers}/${userId}`,
    headers: { accept: v2025 },
    body,
  });
  const ask = (username: string, body: object) => asking(stage, "owner", patch(idOf(stage, username), body));
  const [team] = stage.rows("select id from teams") as [{ id: string }];
  const about = (username: string) => ({ orgId: ids.org, target: username });

  await t.test("200 replaces the organization roles of an active user", async () => {
    succeeds(await ask(member, reader), 200, activeUser(stage, member, ["ORG_READ_ONLY"]));
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about(member))]);
  });

  await t.test("200 gives an active user projects and teams at once", async () => {
    const roles = { orgRoles: ["ORG_MEMBER"], groupRoleAssignments };
    const changed = activeUser(stage, member, [], {
      roles: { groupRoleAssignments, orgRoles: ["ORG_MEMBER"] },
      teamIds: [team.id],
    });
    succeeds(await ask(member, { roles, teamIds: [team.id] }), 200, changed);
    succeeds(await asking(stage, "owner", { path: `${orgUsers}/${changed.id}` }), 200, changed);
    deepEqual(stage.events(), [
      eventBy("owner", "JOINED_GROUP", { groupId: ids.group, target: member }),
      eventBy("owner", "JOINED_TEAM", about(member)),
    ]);
  });

  await t.test("200 takes with an empty list, and leaves what is not sent", async () => {
    const emptied = { roles: { groupRoleAssignments: [], orgRoles: ["ORG_OWNER"] } };
    succeeds(await ask(owner, { roles: emptied.roles }), 200, ownerUser(stage, emptied));
    succeeds(await ask(owner, { teamIds: [] }), 200, ownerUser(stage, { ...emptied, teamIds: [] }));
    succeeds(await ask(owner, {}), 200, ownerUser(stage, { ...emptied, teamIds: [] }));
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_GROUP", { groupId: ids.group, target: owner }),
      eventBy("owner", "REMOVED_FROM_TEAM", about(owner)),
    ]);
  });

  await t.test("200 changes what a pending invitation gives", async () => {
    const roles = { groupRoleAssignments, orgRoles: ["ORG_READ_ONLY"] };
    const changed = pendingUser(stage, { roles, teamIds: [team.id] });
    succeeds(await ask(pending, { roles, teamIds: [team.id] }), 200, changed);
    deepEqual(stage.events(), [
      eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about(pending)),
      eventBy("owner", "INVITED_TO_GROUP", { groupId: ids.group, target: pending }),
      eventBy("owner", "INVITED_TO_TEAM", about(pending)),
    ]);
    await stage.end(ids.orgInvite, "accept");
    succeeds(
      await asking(stage, "owner", { path: `${orgUsers}/${changed.id}` }),
      200,
      activeUser(stage, pending, [], { id: changed.id, roles, teamIds: [team.id] }),
    );
  });

  await t.test("500 and no change when its event cannot be written", () =>
    assertOneUnit(stage, patch(idOf(stage, member), reader)),
  );

  await t.test("400 for roles that cannot be", async () => {
    const roles = (orgRoles: string[], more = {}) => ask(member, { roles: { orgRoles, ...more } });
    assertRefusal(await roles([]), badRoles("At least one role must be specified."));
    assertRefusal(await roles(["INVALID_ROLE"]), unknownRole("INVALID_ROLE"));
    assertRefusal(await roles(["GROUP_OWNER"]), groupRoleInOrg);
    const foreign = [{ groupId: ids.group, groupRoles: ["ORG_OWNER"] }];
    assertRefusal(await roles(["ORG_MEMBER"], { groupRoleAssignments: foreign }), orgRoleInGroup);
    equal((await ask(member, { roles: {} })).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await t.test("403 CANNOT_DEMOTE_LAST_ORG_OWNER for the last active owner", async () => {
    assertRefusal(await ask(owner, reader), lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    await ask(pending, { roles: { orgRoles: ["ORG_OWNER"] } });
    assertRefusal(await ask(owner, reader), lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    await ask(member, { roles: { orgRoles: ["ORG_OWNER"] } });
    equal((await ask(owner, reader)).status, 200);
  });

  await t.test("404 for a project or a team the organization does not have", async () => {
    const foreign = [{ groupId: ids.otherGroup, groupRoles: ["GROUP_OWNER"] }];
    const roles = { orgRoles: ["ORG_MEMBER"], groupRoleAssignments: foreign };
    equal((await ask(member, { roles })).json.errorCode, "GROUP_NOT_FOUND");
    equal((await ask(member, { teamIds: [ids.missing] })).json.errorCode, "TEAM_NOT_FOUND");
    deepEqual(stage.events(), []);
  });

  await refusedPeople(t, stage, (userId) => patch(userId, reader));

  await t.test("Organization Owners may", async () => {
    await assertCallers(stage, patch(idOf(stage, member), reader), orgOwners(200));
  });
});
