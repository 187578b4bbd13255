// Plants the pending invitations of organizations and projects.
import { checkGrants, inviteToGroup, inviteToOrg } from "../../atlas/invites/inviting.ts";
import { fault } from "../../core/contract/errors.ts";
import { inOrder } from "../../core/contract/roles.ts";
import { chooseUsername, foldAddress } from "../../core/domain/address.ts";
import type { Group } from "../../core/domain/group.ts";
import { chooseRoleGrants, chooseTeams, inviteLifetime } from "../../core/domain/invite.ts";
import type { Org } from "../../core/domain/org.ts";
import type { CompleteGroup, CompleteOrg } from "./complete.ts";
import { findId, group, team } from "./names.ts";
import { dated, madeIn, mailing, type Planting, plantEach, reserve } from "./planting.ts";

export async function plantOrgInvites(planting: Planting, seed: CompleteOrg, org: Org, place: string) {
  const { id: orgId } = org;
  await plantEach(planting, seed.invites, `${place}.invites`, async (invite, inviteAt) => {
    const { id, userId, username, inviter = inviterOf(planting, seed.users) } = invite;
    reserve(planting, userId, foldAddress(username), inviteAt);
    const roleGrants = await roleGrantsOf(planting, invite, org, inviteAt);
    await checkGrants(planting, orgId, roleGrants);
    const pending = await inviteToOrg(invitingBy(planting, invite), org, {
      id,
      ...(userId !== undefined && { userId }),
      username: chooseUsername(username, fault),
      inviter,
      roles: inOrder(new Set(invite.roles)),
      ...roleGrants,
    });
    const handle = { id, username, orgId, userId: pending.userId };
    planting.planted.made.push({ kind: "invites", names: [username], orgId, handle });
  });
}

/** Returns the project roles and teams of an invitation, with the ids of those given by name. */
async function roleGrantsOf(
  planting: Planting,
  { groupRoleAssignments = [], teams = [], teamIds = [] }: CompleteOrg["invites"][number],
  org: Org,
  place: string,
) {
  const assignments = await assignmentsOf(planting, groupRoleAssignments, org, place);
  const named = [];
  for (const [index, name] of teams.entries()) {
    named.push(await findId(planting, org, team, { name, at: `${place}.teams`, member: `${index}` }));
  }
  return {
    groupRoles: chooseRoleGrants(assignments, fault),
    teamIds: chooseTeams([...teamIds, ...named], fault),
  };
}

/** Returns roles in projects, with the ids of those given by name. */
export async function assignmentsOf(
  planting: Planting,
  assignments: NonNullable<CompleteOrg["invites"][number]["groupRoleAssignments"]>,
  org: Org,
  place: string,
) {
  const found = [];
  for (const [index, { group: name, groupId: id, roles }] of assignments.entries()) {
    const where = { at: `${place}.groupRoleAssignments.${index}`, member: "group" };
    found.push({ groupId: await findId(planting, org, group, { name, id, ...where }), roles });
  }
  return found;
}

export async function plantGroupInvites(planting: Planting, seed: CompleteGroup, to: Group, place: string) {
  const { id: groupId, orgId } = to;
  await plantEach(planting, seed.invites, `${place}.invites`, async (invite) => {
    const { id, username, roles, inviter = inviterOf(planting, seed.users) } = invite;
    await inviteToGroup(invitingBy(planting, invite), to, {
      id,
      username: chooseUsername(username, fault),
      inviter,
      roles: inOrder(new Set(roles)),
    });
    const handle = { id, username, orgId, groupId };
    planting.planted.made.push({ kind: "invites", names: [username], orgId, groupId, handle });
  });
}

/** Returns the planting at the time of an invitation. One that would have expired is sent anew, so that a copy may begin at a later date. */
function invitingBy(
  planting: Planting,
  { createdAt, mailed }: CompleteOrg["invites"][number] | CompleteGroup["invites"][number],
): Planting {
  const sentAt = madeIn(planting, createdAt);
  const isPending = sentAt + inviteLifetime > planting.now;
  return dated(mailing(planting, mailed), isPending ? sentAt : planting.now);
}

/** Returns the inviter of a seeded invitation: the first person of its scope, or the first API key if there is none. */
const inviterOf = ({ known, planted }: Planting, users: readonly { username: string }[] = []): string =>
  users[0]?.username ?? [...known.apiKeys, ...planted.apiKeys][0]?.publicKey ?? "anteroom";
