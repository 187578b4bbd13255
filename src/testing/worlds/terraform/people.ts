// People and teams of a Terraform state.
import { type Attributes, listOf, onlyOf, textsOf } from "./fill.ts";
import { type GatheredWorld, given, itemBy, type Part, type Rows } from "./gather.ts";

/** Finds a person in an organization, and adds a member where there is none. */
const personIn = (org: Part, username: unknown): Part =>
  itemBy(org, "users", "username", username, { orgRoles: ["ORG_MEMBER"] });

/** Finds the pending invitation of an address, and adds one where there is none. */
const inviteIn = (org: Part, username: unknown): Part =>
  itemBy(org, "invites", "username", username, { roles: ["ORG_MEMBER"] });

const isPending = ({ org_membership_status: status }: Attributes) => status === "PENDING";

/** Returns the person, or the pending invitation, that an assignment is of. */
function memberOf(org: Part, who: Attributes): Part {
  const { username, user_id } = who;
  if (isPending(who)) {
    const { invitation_created_at: createdAt, inviter_username: inviter } = who;
    return Object.assign(inviteIn(org, username), given({ createdAt, inviter, userId: user_id }));
  }
  const profile = {
    id: user_id,
    firstName: who.first_name,
    lastName: who.last_name,
    country: who.country,
    mobileNumber: who.mobile_number,
    createdAt: who.created_at,
    lastAuth: who.last_auth,
  };
  return Object.assign(personIn(org, username), given(profile));
}

function giveGroupRoles(world: GatheredWorld, org: Part, who: Attributes, groupId: unknown, roles: string[]) {
  const member = memberOf(org, who);
  const held = isPending(who)
    ? itemBy(member, "groupRoleAssignments", "groupId", groupId)
    : itemBy(world.group(groupId), "users", "username", who.username);
  held.roles = roles;
}

/** Adds what an assignment says of a person: roles in the organization and its projects, and teams of an invitation. */
function addMember(world: GatheredWorld, who: Attributes): Part {
  const org = world.org(who.org_id);
  const member = memberOf(org, who);
  const { org_roles, project_role_assignments: assignments } = onlyOf(who.roles);
  if (listOf(org_roles).length > 0) member[isPending(who) ? "roles" : "orgRoles"] = textsOf(org_roles);
  if (isPending(who) && listOf(who.team_ids).length > 0) member.teamIds = textsOf(who.team_ids);
  for (const { project_id, project_roles } of listOf(assignments) as Attributes[]) {
    giveGroupRoles(world, org, who, project_id, textsOf(project_roles));
  }
  return org;
}

/** Returns a team, by the id that other resources name it by. */
export const teamIn = (org: Part, id: unknown): Part =>
  itemBy(org, "teams", "id", id, { name: `team ${id}`, usernames: [] });

function join(org: Part, teamId: unknown, username: string): void {
  personIn(org, username);
  const { usernames } = teamIn(org, teamId) as { usernames: string[] };
  if (!usernames.includes(username)) usernames.push(username);
}

const invitationOf = ({ invitation_id, created_at, inviter_username, roles }: Attributes) => ({
  ...given({ id: invitation_id, createdAt: created_at, inviter: inviter_username }),
  roles: textsOf(roles),
});

export const people: Rows = {
  cloud_user_org_assignment: addMember,
  cloud_user_project_assignment(world, who) {
    giveGroupRoles(world, world.orgOf(who.project_id), who, who.project_id, textsOf(who.roles));
  },
  cloud_user_team_assignment(world, who) {
    const org = addMember(world, who);
    if (!isPending(who)) join(org, who.team_id, String(who.username));
  },
  org_invitation(world, invitation) {
    const teamIds = textsOf(invitation.teams_ids);
    Object.assign(inviteIn(world.org(invitation.org_id), invitation.username), invitationOf(invitation), {
      ...(teamIds.length > 0 && { teamIds }),
    });
  },
  project_invitation(world, invitation) {
    const group = world.group(invitation.project_id);
    Object.assign(itemBy(group, "invites", "username", invitation.username), invitationOf(invitation));
  },
  team(world, { org_id, team_id, name, usernames }) {
    const org = world.org(org_id);
    Object.assign(teamIn(org, team_id), { name });
    for (const username of textsOf(usernames)) join(org, team_id, username);
  },
  team_project_assignment(world, { project_id, team_id, role_names }) {
    teamIn(world.orgOf(project_id), team_id);
    itemBy(world.group(project_id), "teams", "teamId", team_id).roleNames = textsOf(role_names);
  },
};
