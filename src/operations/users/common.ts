// What the operations on people share: their paths, and what a caller may know of an account.
import type { GroupRoleGift } from "../../domain/invite.ts";
import type { ActiveMember, Member } from "../../domain/membership.ts";
import { chooseGifts } from "../../domain/org-invite.ts";
import { draftUser } from "../../domain/user.ts";
import { type Caller, type Instant, limitSets, type Reads } from "../declare.ts";

/** Also of the operations of teams that answer people. */
export const peopleTag = "MongoDB Cloud Users";
export const orgSide = { tag: peopleTag, limit: limitSets.orgUsers } as const;
export const groupSide = { tag: peopleTag, limit: limitSets.groupUsers } as const;
/** Of accounts, in whatever organization. */
export const ofAccounts = { tag: peopleTag, limit: limitSets.users } as const;

export const orgPath = "/api/atlas/v2/orgs/{orgId}/users";
export const groupPath = "/api/atlas/v2/groups/{groupId}/users";
export const usersPath = "/api/atlas/v2/users";

/** What such a version fixes, whatever is sent. */
export const activeOnly = {
  orgMembershipStatus: undefined,
  orgMembershipStatuses: ["ACTIVE"],
} as const;

/** Whether the version that was asked for knows of active users only. */
export const seesActiveOnly = (query: object): boolean =>
  (query as { orgMembershipStatuses?: unknown }).orgMembershipStatuses === activeOnly.orgMembershipStatuses;

/** The project roles a request gives, each assignment under the names the newer API has for its members. */
export const chooseAssignments = (
  assignments: readonly { readonly groupId?: string; readonly groupRoles?: readonly string[] }[],
  fault: Parameters<typeof chooseGifts>[1],
): GroupRoleGift[] =>
  chooseGifts(
    assignments.map(({ groupId, groupRoles }) => ({
      ...(groupId !== undefined && { groupId }),
      ...(groupRoles !== undefined && { roles: groupRoles }),
    })),
    fault,
  );

interface AccountLookup {
  readonly tx: Reads;
  readonly caller: Caller;
  readonly now: Instant;
}

/** The account of a member of one of the caller's organizations; of an invited person, nothing but the address. */
export async function findAccount(
  { tx, caller, now }: AccountLookup,
  isWanted: (member: Member) => boolean,
): Promise<ActiveMember | undefined> {
  let member: Member | undefined;
  for (const org of await tx.orgs.around(caller)) {
    // Ended invitations are unbounded, so they are read only if no current member matches.
    member ??=
      (await tx.members.current(org, now)).find(isWanted) ?? (await tx.members.all(org, now)).find(isWanted);
  }
  if (member === undefined || member.status === "ACTIVE") return member;
  const account = await tx.users.find(member.id);
  if (account === undefined) return undefined;
  const { id, orgId, username } = member;
  // An owner can invite any address, so until the invitation is accepted only the address is shown.
  const user = { ...draftUser({ id, username, now }), createdAt: account.createdAt };
  return { id, orgId, username, user, status: "ACTIVE", roles: [], groupRoles: [], teamIds: [] };
}
