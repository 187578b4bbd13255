// Identities of a provider: notifies the person and the owners when an identity is refused, and when an account is released.
import type { Notice } from "../domain/notice.ts";
import type { User } from "../domain/user.ts";
import type { Reads } from "../store/store.ts";
import type { Changing } from "./changing.ts";
import { notify, replacePassword } from "./sessions.ts";

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

type Telling = Pick<Changing, "tx" | "now" | "record" | "mail">;

async function recordEvent(
  { tx, record, ...telling }: Telling,
  { id, username }: Pick<User, "id" | "username">,
  what: Extract<Notice["what"], `IDENTITY_${string}`>,
  { issuer, subject }: Identity,
  remoteAddress: string | null,
): Promise<void> {
  const from = remoteAddress !== null && { remoteAddress };
  for (const orgId of new Set((await tx.grants.of(id)).map((each) => each.orgId))) {
    await record(what, { orgId, targetUsername: username, details: { issuer, subject }, ...from });
  }
  await notify(telling, username, { what, remoteAddress, about: [issuer, subject] });
}

/**
 * Notifies the person when an identity with their address is refused because another identity of the same issuer is already linked.
 * Does nothing otherwise.
 */
export async function tellOfRefused(
  telling: Telling,
  { email, ...identity }: Identity & { readonly email: string },
  remoteAddress: string | null,
): Promise<void> {
  const user = await telling.tx.users.byAddress(email);
  const held = user === undefined ? [] : await telling.tx.sessions.identitiesOf(user.id);
  const others = held.filter(({ issuer }) => issuer === identity.issuer);
  if (user === undefined || others.length === 0) return;
  if (others.some(({ subject }) => subject === identity.subject)) return;
  await recordEvent(telling, user, "IDENTITY_REFUSED", identity, remoteAddress);
}

/**
 * Reports whether a caller may release an account: a different person can sign in to it then, so the caller must own every
 * organization that it belongs to.
 */
export async function mayRelease(tx: Reads, callerId: string, userId: string): Promise<boolean> {
  const held = await tx.grants.of(callerId);
  const owned = new Set(held.filter(({ role }) => role === "ORG_OWNER").map(({ orgId }) => orgId));
  return (await tx.grants.of(userId)).every(({ orgId }) => owned.has(orgId));
}

/**
 * Releases an account: every way to sign in to it ends, and the next identity with its address gets it. Returns its former
 * identities.
 */
export async function release(
  telling: Telling,
  user: Pick<User, "id" | "username">,
  remoteAddress: string | null,
): Promise<Identity[]> {
  const { tx } = telling;
  tx.locks.person(user.id);
  const identities = await tx.sessions.identitiesOf(user.id);
  if (identities.length === 0) return [];
  tx.sessions.releaseIdentities(user.id);
  await replacePassword(tx, user.id, null);
  tx.passkeys.removeAll(user.id);
  for (const identity of identities) {
    await recordEvent(telling, user, "IDENTITY_RELEASED", identity, remoteAddress);
  }
  return identities;
}
