// Every operation that gives or takes roles, with the request that gives or takes one: what a caller could climb by. Beside
// them what reaches a credential of the project itself: who gets at that of an owner, or shuts it out, needs no role.

import type { OperationId } from "../../src/atlas/index.ts";
import {
  type GroupRole,
  groupRoleNames,
  type OrgRole,
  orgRoleNames,
  type RoleName,
} from "../../src/core/contract/roles.ts";
import type { Call, Things } from "../support/nested.ts";
import type { Calls } from "./calls.ts";
import { type Demand, demandOf } from "./doors.ts";

/** A way to give or to take a role: what it demands by itself, and the request. */
export interface Rung {
  readonly id: OperationId;
  readonly demand: Demand;
  readonly call: Call;
}

/** Ways that start from the same state; `before` brings it about, as an Organization Owner. */
export interface Flight {
  readonly role: RoleName;
  readonly before: readonly (readonly [OperationId, Call])[];
  readonly rungs: readonly Rung[];
}

type Way = readonly [id: OperationId, body?: unknown, demand?: Demand];

const guest = "new@example.com";

/** A role beside the one in question, that everybody may give who may give any. */
const besides = <R extends RoleName>(role: RoleName, one: R, another: R): R => (role === one ? another : one);

export function composeFlights(
  calls: Calls,
  { orgId, groupId, teamId, groupInvited, orgInvited }: Things,
): Flight[] {
  const callOf = (id: OperationId, body?: unknown): Call =>
    body === undefined ? calls[id] : { ...calls[id], body };
  const flight = (role: RoleName, ways: readonly Way[], before: readonly Way[] = []): Flight => ({
    role,
    before: before.map(([id, body]) => [id, callOf(id, body)]),
    rungs: ways.map(([id, body, demand = demandOf(id)]) => ({ id, demand, call: callOf(id, body) })),
  });

  const named = { name: "made", description: "made by a test", secretExpiresAfterHours: 24 };
  const account = {
    password: "correct horse battery staple",
    firstName: "New",
    lastName: "Guest",
    country: "DE",
    mobileNumber: "1234567890",
    username: guest,
  };
  const roleGrantOf = (role: GroupRole) => [{ groupId, roles: [role] }];
  const assignmentOf = (role: GroupRole) => [{ groupId, groupRoles: [role] }];
  const member: OrgRole[] = ["ORG_MEMBER"];

  const givenInGroup = (role: GroupRole): Way[] => {
    const roles = [role];
    return [
      ["addGroupAccessUser", { username: guest, roles }],
      ["addGroupApiKey", [{ roles }]],
      ["addGroupTeams", [{ teamId, roleNames: roles }]],
      ["addGroupUserRole", { groupRole: role }],
      ["addGroupUsers", { username: guest, roles }],
      ["createGroupApiKey", { desc: "made", roles }],
      ["createGroupInvite", { username: guest, roles }],
      ["createGroupServiceAccount", { ...named, roles }],
      ["createOrgInvite", { username: guest, roles: member, groupRoleAssignments: roleGrantOf(role) }],
      [
        "createOrgUser",
        { username: guest, roles: { orgRoles: member, groupRoleAssignments: assignmentOf(role) } },
      ],
      ["createUser", { ...account, roles: [{ groupId, roleName: role }] }, "Project Owner"],
      ["inviteGroupServiceAccount", { roles }],
      ["updateGroupApiKeyRoles", { roles }],
      ["updateGroupInviteById", { roles }],
      ["updateGroupInvites", { username: groupInvited, roles }],
      ["updateGroupServiceAccount", { roles }],
      ["updateGroupTeam", { roleNames: roles }],
      ["updateGroupUserRoles", { groupRoles: roles }],
      ["updateOrgInviteById", { roles: member, groupRoleAssignments: roleGrantOf(role) }],
      ["updateOrgInvites", { username: orgInvited, roles: member, groupRoleAssignments: roleGrantOf(role) }],
      ["updateOrgUser", { roles: { orgRoles: member, groupRoleAssignments: assignmentOf(role) } }],
    ];
  };

  /** Returns the ways through the project to a key and an account that hold the role in it. */
  const reachedInGroup = (role: GroupRole): Flight => {
    const roles = [role];
    return flight(
      role,
      [
        ["createGroupServiceAccountAccessList"],
        ["createGroupServiceAccountSecret"],
        ["deleteGroupServiceAccountAccessListEntry"],
        ["deleteGroupServiceAccountSecret"],
        ["updateGroupApiKeyRoles", { desc: "renamed" }],
        ["updateGroupServiceAccount", { name: "renamed" }],
      ],
      [
        ["updateGroupApiKeyRoles", { roles }],
        ["updateGroupServiceAccount", { roles }],
      ],
    );
  };

  const givenInOrg = (role: OrgRole): Way[] => {
    const roles = [role];
    return [
      ["addOrgUserRole", { orgRole: role }],
      ["createOrgApiKey", { desc: "made", roles }],
      ["createOrgInvite", { username: guest, roles }],
      ["createOrgServiceAccount", { ...named, roles }],
      ["createOrgUser", { username: guest, roles: { orgRoles: roles } }],
      ["createUser", { ...account, roles: [{ orgId, roleName: role }] }, "Organization Owner"],
      ["updateOrgApiKey", { roles }],
      ["updateOrgInviteById", { roles }],
      ["updateOrgInvites", { username: orgInvited, roles }],
      ["updateOrgServiceAccount", { roles }],
      ["updateOrgUser", { roles: { orgRoles: roles } }],
      ["updateOrgUserRoles", { orgRoles: roles }],
    ];
  };

  const takenInGroup = (role: GroupRole): Flight => {
    const rest = [besides(role, "GROUP_READ_ONLY", "GROUP_TRIGGER_MANAGER")];
    const roles = [role];
    return flight(
      role,
      [
        ["deleteGroupInvite"],
        ["deleteGroupServiceAccount"],
        ["removeGroupApiKey"],
        ["removeGroupTeam"],
        ["removeGroupUser"],
        ["removeGroupUserRole", { groupRole: role }],
        ["updateGroupApiKeyRoles", { roles: rest }],
        ["updateGroupInviteById", { roles: rest }],
        ["updateGroupInvites", { username: groupInvited, roles: rest }],
        ["updateGroupServiceAccount", { roles: rest }],
        ["updateGroupTeam", { roleNames: rest }],
        ["updateGroupUserRoles", { groupRoles: rest }],
        ["updateOrgUser", { roles: { orgRoles: member, groupRoleAssignments: [] } }],
      ],
      [
        ["updateGroupApiKeyRoles", { roles }],
        ["updateGroupInviteById", { roles }],
        ["updateGroupServiceAccount", { roles }],
        ["updateGroupTeam", { roleNames: roles }],
        ["updateGroupUserRoles", { groupRoles: [...rest, role] }],
      ],
    );
  };

  const takenInOrg = (role: OrgRole): Flight => {
    const rest = [besides(role, "ORG_MEMBER", "ORG_BILLING_READ_ONLY")];
    const roles = [role];
    return flight(
      role,
      [
        ["deleteOrgApiKey"],
        ["deleteOrgInvite"],
        ["deleteOrgServiceAccount"],
        ["removeOrgUser"],
        ["removeOrgUserRole", { orgRole: role }],
        ["updateOrgApiKey", { roles: rest }],
        ["updateOrgInviteById", { roles: rest }],
        ["updateOrgInvites", { username: orgInvited, roles: rest }],
        ["updateOrgServiceAccount", { roles: rest }],
        ["updateOrgUser", { roles: { orgRoles: rest } }],
        ["updateOrgUserRoles", { orgRoles: rest }],
      ],
      [
        ["updateOrgApiKey", { roles }],
        ["updateOrgInviteById", { roles }],
        ["updateOrgServiceAccount", { roles }],
        ["updateOrgUserRoles", { orgRoles: [...rest, role] }],
      ],
    );
  };

  return [
    ...groupRoleNames.map((role) => flight(role, givenInGroup(role))),
    ...orgRoleNames.map((role) => flight(role, givenInOrg(role))),
    ...groupRoleNames.map(takenInGroup),
    ...groupRoleNames.map(reachedInGroup),
    ...orgRoleNames.map(takenInOrg),
  ];
}
