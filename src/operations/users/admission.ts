// How an address comes into a project: at once, through its pending invitation to the organization, or through a new one.
import type { FaultMaker } from "../../contract/errors.ts";
import type { GroupRole } from "../../contract/roles.ts";
import type { Caller } from "../../domain/access.ts";
import { ofAddress } from "../../domain/address.ts";
import { type EnteredGroup, mostUsersPerGroup } from "../../domain/group.ts";
import type { Instant } from "../../domain/instant.ts";
import {
  checkRoomInOrg,
  invitedMember,
  isCurrent,
  type Member,
  rolesInGroup,
  withGroupRoles,
} from "../../domain/membership.ts";
import { draftOrgInvite } from "../../domain/org-invite.ts";
import type { Reads } from "../../store/store.ts";
import { type Acting, changeStanding, homeOf, invite } from "./membership.ts";

export const admissionErrors = [
  "MAX_USERS_PER_GROUP_EXCEEDED",
  "MAX_USERS_PER_ORG_EXCEEDED",
  "USER_ALREADY_IN_GROUP",
] as const;

interface Admitting extends Acting {
  readonly group: EnteredGroup;
  readonly caller: Caller;
  readonly newId: () => string;
  readonly fault: FaultMaker<(typeof admissionErrors)[number]>;
}

interface Counting {
  readonly tx: Reads;
  readonly now: Instant;
  readonly fault: FaultMaker<"MAX_USERS_PER_GROUP_EXCEEDED">;
}

/** Refuses one more in a project than it may have: people with roles there, active or invited, and older invitations to it. */
export async function checkRoomInGroup(
  { tx, now, fault }: Counting,
  groupId: string,
  members: readonly Member[],
): Promise<void> {
  const users = members.filter((each) => isCurrent(each) && rolesInGroup(each, groupId).length > 0).length;
  if (users + (await tx.invites.countPending(groupId, now)) < mostUsersPerGroup) return;
  throw fault("MAX_USERS_PER_GROUP_EXCEEDED", { limit: mostUsersPerGroup, groupId });
}

/** Gives an address roles in a project, and answers the member it belongs to now: active, or invited. */
export async function admit(
  admitting: Admitting,
  username: string,
  roles: readonly GroupRole[],
): Promise<Member> {
  const { tx, group, caller, now, newId, fault } = admitting;
  const org = await homeOf(tx, group);
  const members = await tx.members.all(org, now);
  const current = members.filter(isCurrent);
  if (current.filter(ofAddress(username)).some((each) => rolesInGroup(each, group.id).length > 0)) {
    throw fault("USER_ALREADY_IN_GROUP", { username, groupId: group.id });
  }
  await checkRoomInGroup(admitting, group.id, members);
  const member = current.find(ofAddress(username));
  if (member !== undefined) {
    return changeStanding(admitting, member, withGroupRoles(member, group.id, roles));
  }
  checkRoomInOrg(org.id, members, fault);
  const drafted = draftOrgInvite({
    id: newId(),
    userId: (await tx.users.byAddress(username))?.id ?? newId(),
    org,
    username,
    inviter: caller.name,
    now,
    roles: ["ORG_MEMBER"],
    groupRoles: roles.map((role) => ({ groupId: group.id, role })),
    teamIds: [],
  });
  await invite(admitting, drafted);
  return invitedMember(drafted);
}
