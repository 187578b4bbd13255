// PATCH /orgs/{orgId}/users/{userId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, eventBy, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const reader = { roles: { orgRoles: ["ORG_READ_ONLY"] } };
const groupRoleAssignments = [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }];

test("updateOrgUser", async (t) => {
  const stage = await startStage(t);
  const patch = (userId: string, body: object) => ({
    method: "PATCH",
    path: `${users.orgUsers}/${userId}`,
    headers: { accept: users.v2025 },
    body,
  });
  const ask = (username: string, body: object) =>
    users.asking(stage, "owner", patch(users.idOf(stage, username), body));
  const [team] = stage.rows("select id from teams") as [{ id: string }];
  const about = (username: string) => ({ orgId: ids.org, target: username });

  await t.test("200 replaces the organization roles of an active user", async () => {
    users.succeeds(
      await ask(users.member, reader),
      200,
      users.activeUser(stage, users.member, ["ORG_READ_ONLY"]),
    );
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about(users.member))]);
  });

  await t.test("200 gives an active user projects and teams at once", async () => {
    const roles = { orgRoles: ["ORG_MEMBER"], groupRoleAssignments };
    const changed = users.activeUser(stage, users.member, [], {
      roles: { groupRoleAssignments, orgRoles: ["ORG_MEMBER"] },
      teamIds: [team.id],
    });
    users.succeeds(await ask(users.member, { roles, teamIds: [team.id] }), 200, changed);
    users.succeeds(
      await users.asking(stage, "owner", { path: `${users.orgUsers}/${changed.id}` }),
      200,
      changed,
    );
    deepEqual(stage.events(), [
      eventBy("owner", "JOINED_GROUP", { groupId: ids.group, target: users.member }),
      eventBy("owner", "JOINED_TEAM", about(users.member)),
    ]);
  });

  await t.test("200 takes with an empty list, and leaves what is not sent", async () => {
    const emptied = { roles: { groupRoleAssignments: [], orgRoles: ["ORG_OWNER"] } };
    users.succeeds(await ask(users.owner, { roles: emptied.roles }), 200, users.ownerUser(stage, emptied));
    users.succeeds(
      await ask(users.owner, { teamIds: [] }),
      200,
      users.ownerUser(stage, { ...emptied, teamIds: [] }),
    );
    users.succeeds(await ask(users.owner, {}), 200, users.ownerUser(stage, { ...emptied, teamIds: [] }));
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_GROUP", { groupId: ids.group, target: users.owner }),
      eventBy("owner", "REMOVED_FROM_TEAM", about(users.owner)),
    ]);
  });

  await t.test("200 changes what a pending invitation gives", async () => {
    const roles = { groupRoleAssignments, orgRoles: ["ORG_READ_ONLY"] };
    const changed = users.pendingUser(stage, { roles, teamIds: [team.id] });
    users.succeeds(await ask(users.pending, { roles, teamIds: [team.id] }), 200, changed);
    deepEqual(stage.events(), [
      eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about(users.pending)),
      eventBy("owner", "INVITED_TO_GROUP", { groupId: ids.group, target: users.pending }),
      eventBy("owner", "INVITED_TO_TEAM", about(users.pending)),
    ]);
    await stage.end(ids.orgInvite, "accept");
    users.succeeds(
      await users.asking(stage, "owner", { path: `${users.orgUsers}/${changed.id}` }),
      200,
      users.activeUser(stage, users.pending, [], { id: changed.id, roles, teamIds: [team.id] }),
    );
  });

  await t.test("400 for roles that cannot be", async () => {
    const roles = (orgRoles: string[], more = {}) => ask(users.member, { roles: { orgRoles, ...more } });
    assertRefusal(await roles([]), users.badRoles("At least one role must be specified."));
    assertRefusal(await roles(["INVALID_ROLE"]), users.unknownRole("INVALID_ROLE"));
    assertRefusal(await roles(["GROUP_OWNER"]), users.groupRoleInOrg);
    const foreign = [{ groupId: ids.group, groupRoles: ["ORG_OWNER"] }];
    assertRefusal(await roles(["ORG_MEMBER"], { groupRoleAssignments: foreign }), users.orgRoleInGroup);
    equal((await ask(users.member, { roles: {} })).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await t.test("403 CANNOT_DEMOTE_LAST_ORG_OWNER for the last active owner", async () => {
    assertRefusal(await ask(users.owner, reader), users.lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    await ask(users.pending, { roles: { orgRoles: ["ORG_OWNER"] } });
    assertRefusal(await ask(users.owner, reader), users.lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    await ask(users.member, { roles: { orgRoles: ["ORG_OWNER"] } });
    equal((await ask(users.owner, reader)).status, 200);
  });

  await t.test("404 for a project or a team the organization does not have", async () => {
    const foreign = [{ groupId: ids.otherGroup, groupRoles: ["GROUP_OWNER"] }];
    const roles = { orgRoles: ["ORG_MEMBER"], groupRoleAssignments: foreign };
    equal((await ask(users.member, { roles })).json.errorCode, "GROUP_NOT_FOUND");
    equal((await ask(users.member, { teamIds: [ids.missing] })).json.errorCode, "TEAM_NOT_FOUND");
    deepEqual(stage.events(), []);
  });

  await users.refusedPeople(t, stage, (userId) => patch(userId, reader));
});
