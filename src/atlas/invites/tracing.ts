// Reads the grants, the outcome, the messages and the events of an invitation.

import type { Looking, Reading } from "../../core/changes/changing.ts";
import { timestampOf, toTimestamp } from "../../core/domain/instant.ts";
import type { AnyInvite } from "./accepting.ts";
import { describeInvite, inviterOf } from "./describing.ts";

const ofGroup = [
  "INVITED_TO_GROUP",
  "USER_ROLES_CHANGED_AUDIT",
  "GROUP_INVITATION_DELETED",
  "JOINED_GROUP",
] as const;
const ofOrg = [
  "INVITED_TO_ORG",
  "USER_ROLES_CHANGED_AUDIT",
  "ORG_INVITATION_DELETED",
  "JOINED_ORG",
  "INVITED_TO_TEAM",
  "REMOVED_FROM_TEAM",
  "JOINED_TEAM",
] as const;

/**
 * Returns the events of an invitation. They do not name it: those of its address during its life belong to it, also in the
 * projects of its latest roles.
 */
async function eventsOf({ tx, now }: Reading, invite: AnyInvite, groupIds: readonly string[]) {
  const { orgId, groupId, username, createdAt, endedAt } = invite;
  const about = { username, from: createdAt, to: endedAt ?? now };
  const found = groupId === null ? await tx.events.about({ orgId }, { ...about, types: ofOrg }) : [];
  for (const id of groupId === null ? groupIds : [groupId]) {
    found.push(...(await tx.events.about({ groupId: id }, { ...about, types: ofGroup })));
  }
  return found.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Reports whether an invitation grants roles in a project, or did: by itself, or as part of one to the organization. */
export const leadsTo = async (tx: Looking["tx"], invite: AnyInvite, groupId: string): Promise<boolean> =>
  invite.groupId === groupId ||
  (await tx.invites.holdingsOf(invite)).groupRoles.some((roleGrant) => roleGrant.groupId === groupId);

/** Returns the names of the events' actors: keys and service accounts by their description or name. */
async function labelsIn(
  tx: Looking["tx"],
  { orgId }: AnyInvite,
  events: Awaited<ReturnType<typeof eventsOf>>,
) {
  const labels = new Map<string, string>();
  for (const name of new Set(events.flatMap(({ actor }) => actor?.name ?? []))) {
    labels.set(name, (await inviterOf(tx, { orgId, inviterUsername: name })).label);
  }
  return labels;
}

/**
 * Returns all that is known of an invitation. From the side of a project, an invitation to the organization shows only its
 * roles in the project.
 */
export async function traceInvite(
  looking: Reading,
  invite: AnyInvite,
  seenFrom: string | null = invite.groupId,
) {
  const { tx } = looking;
  const whole = await describeInvite(tx, invite);
  const isPart = seenFrom !== invite.groupId;
  const groupRoles = whole.groupRoles.filter(({ groupId }) => !isPart || groupId === seenFrom);
  const described = isPart
    ? { ...whole, roles: groupRoles.flatMap(({ roles }) => roles), groupRoles: [], teams: [] }
    : whole;
  const names = new Map(groupRoles.map(({ groupId, groupName }) => [groupId, groupName]));
  const found = await eventsOf(looking, invite, [...names.keys()]);
  const events = isPart ? found.filter(({ groupId }) => groupId === seenFrom) : found;
  const labels = await labelsIn(tx, invite, events);
  const { id, status, username, userId, createdAt, expiresAt, endedAt } = invite;
  return {
    ...described,
    id,
    status,
    username,
    /** The pending user's id, for an invitation to the organization. */
    userId,
    inviter: await inviterOf(tx, invite),
    createdAt: toTimestamp(createdAt),
    expiresAt: toTimestamp(expiresAt),
    endedAt: timestampOf(endedAt),
    mails: (await tx.outbox.ofInvite(id)).map((mail) => ({
      ...mail,
      createdAt: toTimestamp(mail.createdAt),
      /** The time of the attempt; null if there was none. */
      at: mail.attempts === 0 ? null : toTimestamp(mail.at),
    })),
    events: events.map(({ id: eventId, type, at, actor, groupId, kept }) => ({
      id: eventId,
      type,
      at: toTimestamp(at),
      actor: actor && { kind: actor.kind, name: actor.name, label: labels.get(actor.name) ?? "" },
      groupName: groupId === undefined ? "" : (names.get(groupId) ?? described.groupName ?? ""),
      roles: (type === "USER_ROLES_CHANGED_AUDIT" && kept?.roles) || null,
    })),
  };
}
