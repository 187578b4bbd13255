// What a caller may know of an account: that it belongs to the caller's organization, or is invited there, and its roles there.
import type { Caller } from "../../domain/access.ts";
import type { Instant } from "../../domain/instant.ts";
import type { ActiveMember, Member } from "../../domain/membership.ts";
import type { Reads } from "../../store/store.ts";

export const usersPath = "/api/atlas/v2/users";

interface Asking {
  readonly tx: Reads;
  readonly caller: Caller;
  readonly now: Instant;
}

/** The account of a member of the caller's organization; one who is only invited there has no roles yet. */
export async function findAccount(
  { tx, caller, now }: Asking,
  isWanted: (member: Member) => boolean,
): Promise<ActiveMember | undefined> {
  const org = await tx.orgs.find(caller.orgId);
  const member = org && (await tx.members.all(org, now)).find(isWanted);
  if (member === undefined || member.status === "ACTIVE") return member;
  const user = await tx.users.find(member.id);
  const { id, orgId, username } = member;
  return user && { id, orgId, username, user, status: "ACTIVE", roles: [], groupRoles: [], teamIds: [] };
}
