// What accepting an invitation of either kind does: who joins, with which roles and teams, and what the feeds tell of it.
import { isSameAddress } from "../../domain/address.ts";
import type { Actor, EventSubject, EventType } from "../../domain/event.ts";
import type { Instant } from "../../domain/instant.ts";
import { draftUser, type User } from "../../domain/user.ts";
import type { Reads, Writes } from "../../store/store.ts";

/** An invitation to a project or, where `groupId` is null, to an organization. */
export type AnyInvite = NonNullable<Awaited<ReturnType<Reads["invites"]["find"]>>>;

interface Joining {
  readonly tx: Writes;
  readonly now: Instant;
  readonly newId: () => string;
}

interface Accepting extends Joining {
  /** The person who accepts; null for the test controls. */
  readonly actor: Actor;
}

/** Accepts a pending invitation in the name of its address, and tells whether it still was pending. */
export async function accept(accepting: Accepting, invite: AnyInvite): Promise<boolean> {
  const { tx, now } = accepting;
  if (!(await tx.invites.end(invite.id, "ACCEPTED", now))) return false;
  const user = await personOf(accepting, invite);
  const beside = await inviteBeside(accepting, invite);
  if (beside !== undefined) await accept(accepting, beside);
  await give(accepting, invite, user);
  return true;
}

/** The account of an invited address. One that is made here has no password and no name. */
export async function personOf(joining: Joining, invite: AnyInvite): Promise<User> {
  const { tx, now, newId } = joining;
  const known = await tx.users.byAddress(invite.username);
  if (known !== undefined) return known;
  // Whoever is listed as a pending user keeps that id and spelling.
  const { userId, username } = (await inviteBeside(joining, invite)) ?? invite;
  const isFree = userId !== null && (await tx.users.find(userId)) === undefined;
  const user = draftUser({ id: isFree ? userId : newId(), username, now });
  await tx.users.add(user, null);
  return user;
}

/** Nobody is active and pending at once: who joins by a project's invitation accepts the organization's with it. */
async function inviteBeside(
  { tx, now }: Joining,
  { orgId, groupId, username }: AnyInvite,
): Promise<AnyInvite | undefined> {
  const org = groupId === null ? undefined : await tx.orgs.find(orgId);
  const invites = org === undefined ? [] : await tx.orgInvites.all(org, now);
  const beside = invites.find((each) => each.status === "PENDING" && isSameAddress(each.username, username));
  return beside && tx.invites.find(beside.id);
}

async function give({ tx, now, newId, actor }: Accepting, invite: AnyInvite, user: User): Promise<void> {
  const { orgId, groupId } = invite;
  const tell = (type: EventType, scope: EventSubject) =>
    tx.events.add({ id: newId(), type, at: now, actor, targetUsername: user.username, ...scope });

  const { roles, groupRoles, teamIds } = await tx.invites.gifts(invite.id);
  if (!(await tx.users.isInOrg(user.id, orgId))) await tell("JOINED_ORG", { orgId });
  const orgRoles = groupId === null ? roles : (["ORG_MEMBER"] as const);
  for (const role of orgRoles) await tx.grants.give(user.id, { orgId, groupId: null }, role, now);
  const gifts = groupId === null ? groupRoles : roles.map((role) => ({ groupId, role }));
  for (const gift of gifts) await tx.grants.give(user.id, { orgId, groupId: gift.groupId }, gift.role, now);
  for (const joined of new Set(gifts.map((gift) => gift.groupId))) {
    await tell("JOINED_GROUP", { groupId: joined });
  }
  for (const teamId of teamIds) {
    if (await tx.teams.join(teamId, user.id)) await tell("JOINED_TEAM", { orgId });
  }
}
