// Finds a person who leaves an organization or a project, shows what that means, and removes the person. Reads the receipts of
// past removals.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import { holdsInGroup } from "../../core/changes/scopes.ts";
import type { Caller } from "../../core/domain/access.ts";
import type { AuditEvent } from "../../core/domain/event.ts";
import { toTimestamp } from "../../core/domain/instant.ts";
import { isLastOwner, rolesInGroup } from "../../core/domain/membership.ts";
import type { Reads } from "../../core/store/store.ts";
import { type Departure, removalOf, takeOut, weighLeaving } from "./leaving.ts";

export const leaverErrors = ["CANNOT_DELETE_LAST_ADMIN", "USER_NOT_FOUND", "USER_NOT_IN_GROUP"] as const;

type Asking = Looking<(typeof leaverErrors)[number]> & { readonly caller: Caller };
type RemovalContext = Changing<(typeof leaverErrors)[number] | "USER_UNAUTHORIZED"> & {
  readonly caller: Caller;
};

async function removalFrom(tx: Reads, place: Departure, username: string) {
  const feed = place.group === undefined ? { orgId: place.org.id } : { groupId: place.group.id };
  return tx.events.lastAbout(feed, removalOf(place), username);
}

/** Finds a person with a membership, or with roles of their own in the project; or else the event of their removal. */
async function findLeaver({ tx, now, fault }: Omit<Asking, "caller">, place: Departure, userId: string) {
  const { org, group } = place;
  const members = await tx.members.current(org, now);
  const member = members.find(({ id }) => id === userId);
  const isHere = member && (group === undefined || rolesInGroup(member, group.id).length > 0);
  if (isHere) return { member, isLastOwner: group === undefined && isLastOwner(member, members) };
  const { username } = member ?? (await tx.users.find(userId)) ?? {};
  const removal = username === undefined ? undefined : await removalFrom(tx, place, username);
  if (removal !== undefined) return { removal };
  if (group === undefined || username === undefined) throw fault("USER_NOT_FOUND", { userId });
  throw fault("USER_NOT_IN_GROUP", { username, groupId: group.id });
}

const owns = async ({ tx, caller }: Pick<Asking, "tx" | "caller">, { group }: Departure): Promise<boolean> =>
  group === undefined || holdsInGroup(tx, group.id, caller, "GROUP_OWNER");

export async function describeLeaver(asking: Asking, place: Departure, userId: string) {
  const found = await findLeaver(asking, place, userId);
  if (found.removal !== undefined) {
    const { id, at, actor, targetUsername: username = "", kept } = found.removal;
    const receiptId = kept?.receipt === undefined ? null : id;
    return { state: "GONE" as const, username, at: toTimestamp(at), by: actor?.name ?? "", receiptId };
  }
  const { member, isLastOwner } = found;
  const { username } = member;
  if (member.status !== "ACTIVE") return { state: "INVITED" as const, username };
  const { firstName, lastName } = member.user;
  const weighed = await weighLeaving(asking, { place, member, owns: await owns(asking, place) });
  return { state: "ACTIVE" as const, username, firstName, lastName, isLastOwner, ...weighed };
}

/**
 * Removes a person. `codes` name what is removed with the person: public keys, client ids and ids of invitations. Returns the
 * id of the receipt.
 */
export async function takeLeaver(
  taking: RemovalContext,
  place: Departure,
  userId: string,
  codes: readonly string[],
) {
  const { tx, fault } = taking;
  const { member, isLastOwner } = await findLeaver(taking, place, userId);
  if (member?.status !== "ACTIVE") throw fault("USER_NOT_FOUND", { userId });
  if (isLastOwner) throw fault("CANNOT_DELETE_LAST_ADMIN", { orgId: place.org.id });
  await takeOut(taking, { place, member, owns: await owns(taking, place) }, codes);
  return { receiptId: (await removalFrom(tx, place, member.username))?.id ?? "" };
}

/** Returns the receipt of an event; undefined if it has none. */
export async function receiptIn(
  tx: Reads,
  { id, at, actor, targetUsername: username = "", kept }: AuditEvent,
) {
  if (kept?.receipt === undefined) return undefined;
  const { person, losses, parts } = kept.receipt;
  const { firstName = "", lastName = "" } = (actor?.kind === "USER" && (await tx.users.find(actor.id))) || {};
  return {
    id,
    at: toTimestamp(at),
    by: { username: actor?.name ?? "", firstName, lastName },
    userId: person.id,
    username,
    firstName: person.firstName,
    lastName: person.lastName,
    losses,
    parts,
  };
}
