// Shows the model as answers do.
import type { GroupInvite, Holdings, Model, Org, OrgInvite, Person, Team } from "./model.ts";
import { type Group, idOf, isMember, rolesIn, statusOf, usernameOf } from "./model.ts";

/** The roles in the order of answers. */
export const orgRoleNames = ["ORG_OWNER", "ORG_READ_ONLY", "ORG_MEMBER"];
export const groupRoleNames = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"];

export const sorted = (roles: readonly string[]) =>
  [...orgRoleNames, ...groupRoleNames].filter((each) => roles.includes(each));

const timestamp = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");

const byGroup = ({ groupRoles }: Holdings) =>
  Object.keys(groupRoles)
    .sort()
    .map((groupId) => ({ groupId, groupRoles: sorted(groupRoles[groupId] ?? []) }));

export const shownOrgInvite = (org: Org, invite: OrgInvite) => ({
  createdAt: timestamp(invite.createdAt),
  expiresAt: timestamp(invite.expiresAt),
  groupRoleAssignments: byGroup(invite).flatMap(({ groupId, groupRoles }) =>
    groupRoles.map((groupRole) => ({ groupId, groupRole })),
  ),
  id: invite.id,
  inviterUsername: org.caller,
  orgId: org.id,
  orgName: org.name,
  roles: sorted(invite.roles),
  teamIds: [...invite.teamIds].sort(),
  username: invite.username,
});

export const shownGroupInvite = (org: Org, { id, group, roles, username, ...dates }: GroupInvite) => ({
  createdAt: timestamp(dates.createdAt),
  expiresAt: timestamp(dates.expiresAt),
  groupId: group.id,
  groupName: group.name,
  id,
  inviterUsername: org.caller,
  roles: sorted(roles),
  username,
});

/** A person without what depends on where one looks from. */
function shownPerson(model: Model, org: Org, person: Person) {
  const status = statusOf(model, person);
  const who = { id: idOf(person), orgMembershipStatus: status, username: usernameOf(person) };
  if (isMember(person)) {
    const unknown = { country: null, firstName: "", lastAuth: null, lastName: "", mobileNumber: null };
    return { ...unknown, ...who, createdAt: timestamp(person.account.createdAt) };
  }
  return {
    ...who,
    invitationCreatedAt: timestamp(person.createdAt),
    invitationExpiresAt: status === "INVITATION_REJECTED" ? null : timestamp(person.expiresAt),
    inviterUsername: org.caller,
  };
}

export const shownOrgUser = (model: Model, org: Org, person: Person) => ({
  ...shownPerson(model, org, person),
  roles: { groupRoleAssignments: byGroup(person), orgRoles: sorted(person.roles) },
  teamIds: [...person.teamIds].sort(),
});

export const shownGroupUser = (
  model: Model,
  org: Org,
  person: Person,
  group: Group,
  roles = rolesIn(person, group),
) => ({ ...shownPerson(model, org, person), roles: sorted(roles) });

export const shownTeams = (teams: readonly Team[], group: Group) =>
  teams
    .filter(({ groupRoles }) => group.id in groupRoles)
    .map(({ id, groupRoles }) => ({ roleNames: sorted(groupRoles[group.id] ?? []), teamId: id }));

/** Returns the items of a page, without links. */
export const withoutLinks = (results: readonly { links: unknown }[]) =>
  results.map(({ links: _, ...rest }) => rest);
