// What a caller may know of an account: that it belongs to the caller's organization, or is invited there, and its roles there.
import type { Caller } from "../../domain/access.ts";
import type { Instant } from "../../domain/instant.ts";
import type { ActiveMember, Member } from "../../domain/membership.ts";
import { draftUser } from "../../domain/user.ts";
import type { Reads } from "../../store/store.ts";

export const usersPath = "/api/atlas/v2/users";

interface Asking {
  readonly tx: Reads;
  readonly caller: Caller;
  readonly now: Instant;
}

/** The account of a member of an organization of the caller; of one who is only invited, no more than the address. */
export async function findAccount(
  { tx, caller, now }: Asking,
  isWanted: (member: Member) => boolean,
): Promise<ActiveMember | undefined> {
  let member: Member | undefined;
  for (const org of await tx.orgs.around(caller)) {
    member ??= (await tx.members.all(org, now)).find(isWanted);
  }
  if (member === undefined || member.status === "ACTIVE") return member;
  const account = await tx.users.find(member.id);
  if (account === undefined) return undefined;
  const { id, orgId, username } = member;
  // Whoever owns an organization can invite any address: until it is accepted, nothing else is told of the person.
  const user = { ...draftUser({ id, username, now }), createdAt: account.createdAt };
  return { id, orgId, username, user, status: "ACTIVE", roles: [], groupRoles: [], teamIds: [] };
}
