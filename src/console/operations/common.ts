// The parts that console operations share, and the views of command lines and pending invitations. Only pages of the console
// call these operations, through the same pipeline as the API.

import type { AnyInvite } from "../../atlas/invites/accepting.ts";
import type { pendingBy } from "../../atlas/invites/pending.ts";
import { Fault } from "../../core/contract/errors.ts";
import { deviceSets, type LimitSet } from "../../core/contract/limits.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import { clientName, foldCode } from "../../core/domain/command-line.ts";
import { type ApiKey, mostApiKeysPerOrg } from "../../core/domain/credential.ts";
import {
  type Caller,
  consoleSets,
  door,
  type Instant,
  ObjectId,
  olderLifetime,
  optional,
  permit,
  type Reads,
  Type,
  timestampOf,
  toTimestamp,
} from "../../core/operations/declare.ts";
import type { Issue } from "../../core/secrets/issue.ts";

/** The members of operations for pages. They are not routed: a path only names its parameters. */
export const onPages = {
  surface: "console",
  tag: "Console",
  limit: consoleSets.operations,
  versions: { "2026-11-01": { reply: Type.Unknown() } },
} as const;

/** The name of an inviter in invitations: an address, a public key or a client id. */
export const byInviter = { inviter: Type.String({ minLength: 1, maxLength: 254 }) };

export const listing = {
  search: optional(Type.String({ maxLength: 254 }), ""),
  state: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  teamId: Type.Optional(Type.String()),
  addresses: Type.Optional(Type.Array(Type.String({ maxLength: 254 }), { maxItems: 500 })),
  /** The ids of users and invitations, in addition to the addresses. */
  ids: Type.Optional(Type.Array(ObjectId, { maxItems: 500 })),
  order: optional(Type.String(), "address"),
  /** The language by which names are sorted. */
  language: optional(Type.String({ maxLength: 8 }), "en"),
  isReversed: optional(Type.Boolean(), false),
  size: optional(Type.Integer({ minimum: 1, maximum: 500 }), 50),
  after: Type.Optional(Type.String({ maxLength: 300 })),
  before: Type.Optional(Type.String({ maxLength: 300 })),
};

/** A passkey value that a browser sends, in base64url. */
const base64url = (most: number) => Type.String({ maxLength: most, pattern: "^[A-Za-z0-9_-]*$" });
export const passkeyAnswer = Type.Object({
  id: base64url(1400),
  clientDataJSON: base64url(8000),
  attestationObject: Type.Optional(base64url(40_000)),
  authenticatorData: Type.Optional(base64url(8000)),
  signature: Type.Optional(base64url(8000)),
  userHandle: Type.Optional(base64url(100)),
});

/** The proof by passkey. `bound` ties a challenge to one browser; `origin` is the address of the page. */
export const byPasskey = Type.Object({
  bound: Type.String(),
  origin: Type.String(),
  answer: passkeyAnswer,
});

export const asIs = (value: unknown): unknown => value ?? {};

/** Reports whether a limit had room, for operations whose answer must not depend on it. */
export async function hadRoom(spent: Promise<void>): Promise<boolean> {
  try {
    await spent;
    return true;
  } catch (reason) {
    if (reason instanceof Fault) return false;
    throw reason;
  }
}

/** Counts an attempt to type the code of a command line, and returns the hash that the code is stored by. */
export async function takeCode(
  asking: {
    caller: Caller;
    spend: (set: LimitSet, key: string) => Promise<void>;
    issue: Pick<Issue, "hashOfCode">;
  },
  typed: string,
): Promise<string> {
  const { caller, spend, issue } = asking;
  await spend(deviceSets.codes, caller.id);
  return issue.hashOfCode(foldCode(typed));
}

export async function keyUsesOf(tx: Reads, keys: readonly ApiKey[]) {
  const uses = await tx.keyUses.of(keys.map(({ id }) => id));
  return keys.map(({ id, createdAt }) => {
    const use = uses.get(id);
    return {
      id,
      createdAt: toTimestamp(createdAt),
      lastUsedAt: timestampOf(use?.lastUsedAt ?? null),
      /** True if the key's uses have been recorded since it was created. */
      isWatched: use === undefined || use.watchedFrom === null,
    };
  });
}

/** A page with room for all projects of an organization. */
export const fullPage = { pageNum: 1, itemsPerPage: 500, includeCount: false };

/** A page with room for all keys that an organization may have. */
export const everyKey = { pageNum: 1, itemsPerPage: mostApiKeysPerOrg, includeCount: false };

export async function rolesAround(tx: Reads, userId: string) {
  const byScope = new Map<string, RoleName[]>();
  const add = (scope: string, role: RoleName) => byScope.set(scope, [...(byScope.get(scope) ?? []), role]);
  for (const { orgId, groupId, role } of await tx.grants.of(userId)) {
    add(groupId === null ? `org ${orgId}` : `group ${groupId}`, role);
  }
  for (const { groupId, role } of await tx.overview.rolesThroughTeams(userId)) add(`group ${groupId}`, role);
  return {
    inOrg: (orgId: string): readonly RoleName[] => byScope.get(`org ${orgId}`) ?? [],
    inGroup: (groupId: string): readonly RoleName[] => byScope.get(`group ${groupId}`) ?? [],
  };
}

/** Reports whether the caller sees invitations to a project alone: its owners do, as long as the API serves them. */
export const seesInvitesTo = (
  { id, orgId }: { readonly id: string; readonly orgId: string },
  roles: Awaited<ReturnType<typeof rolesAround>>,
  now: Instant,
): boolean =>
  now < Date.parse(olderLifetime.sunset) &&
  permit(door.group("GROUP_OWNER"), [...roles.inOrg(orgId), ...roles.inGroup(id)]);

/** Returns the token of a pending invitation for the link that owners hand over; null if this server mails it. */
export const tokenToHand = (
  { sendsMail, issue }: { readonly sendsMail: boolean; readonly issue: Pick<Issue, "handedToken"> },
  { id, status }: Pick<AnyInvite, "id" | "status">,
): string | null => (sendsMail || status !== "PENDING" ? null : issue.handedToken(id));

/** Returns the invitations, oldest first; `groupName` is null for an invitation to the organization. */
export const showPending = ({ toOrg, toGroups }: Awaited<ReturnType<typeof pendingBy>>) =>
  [...toOrg, ...toGroups]
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((invite) => ({
      id: invite.id,
      username: invite.username,
      groupId: "groupId" in invite ? invite.groupId : null,
      groupName: "groupName" in invite ? invite.groupName : null,
      roles: invite.roles,
      expiresAt: toTimestamp(invite.expiresAt),
    }));

export const showCommandLine = (
  line: Record<"clientId" | "userAgent" | "remoteAddress", string> &
    Record<"createdAt" | "expiresAt", Instant>,
) => ({
  client: clientName(line.clientId),
  userAgent: line.userAgent,
  remoteAddress: line.remoteAddress,
  createdAt: toTimestamp(line.createdAt),
  expiresAt: toTimestamp(line.expiresAt),
});

export const aboutLeaver = { ...onPages, params: { userId: ObjectId } };
export const aboutReceipt = { ...onPages, params: { receiptId: ObjectId } };

/** The lists of things that are removed with a person who leaves. */
export const withLeaver = Type.Object({
  codes: Type.Array(Type.String({ maxLength: 254 }), { maxItems: 2000 }),
});
