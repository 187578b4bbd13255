// Sessions of people, in browsers and command lines, and the passwords that open them.
import type { Caller } from "../domain/access.ts";
import { foldAddress } from "../domain/address.ts";
import { lineExpiry, refreshLeeway } from "../domain/command-line.ts";
import { type Instant, toTimestamp } from "../domain/instant.ts";
import type { Notice } from "../domain/notice.ts";
import { isIn, isOfDomain, type Policy } from "../domain/policy.ts";
import { type Browser, sessionLifetime, userAgentOf } from "../domain/session.ts";
import { checkPassword, isPersonal, type User } from "../domain/user.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Passwords } from "../secrets/passwords.ts";
import type { LineClaims } from "../secrets/person-tokens.ts";
import type { Reads, Writes } from "../store/store.ts";
import type { Changing, Looking, Mailing, Refusing, Writing } from "./changing.ts";

interface SessionContext extends Writing {
  readonly issue: Pick<Issue, "token" | "device" | "hashOf">;
  readonly browser: Browser;
}

/** Begins a session, and ends the one that the browser had. Only the answer contains its secret. */
export async function beginSession(
  { tx, now, newId, issue, browser }: SessionContext,
  userId: string,
  { hasSecondFactor = false } = {},
) {
  const { session, headers } = browser;
  const { ip: remoteAddress = "" } = browser.remoteAddress;
  if (session) await tx.sessions.end(issue.hashOf(session));
  const { token, hash } = issue.token();
  const userAgent = userAgentOf(headers);
  const begun = { hash, userId, id: newId(), userAgent, remoteAddress, createdAt: now, hasSecondFactor };
  await tx.sessions.begin(begun);
  await tx.users.signedIn(userId, now);
  return { token, device: issue.device(userId), expiresAt: toTimestamp(now + sessionLifetime) };
}

export interface SignedIn extends LineClaims {
  readonly generation: number;
}

/** A command line at `tokenTime`, by which its tokens expire; `now` of a rehearsal does not move it. */
interface LineContext {
  readonly tx: Writes;
  readonly tokenTime: Instant;
}

interface Beginning extends LineContext {
  readonly now: Instant;
  /** The id of the command line. */
  readonly id: string;
}

/** Signs in the command line whose request was confirmed; undefined if there is none, or it was redeemed already. */
export async function beginCommandLine(
  { tx, now, tokenTime, id }: Beginning,
  deviceHash: string,
): Promise<SignedIn | undefined> {
  const person = await tx.commandLines.confirmedBy(deviceHash, now);
  if (person === undefined) return undefined;
  // Locked, so that ending all sessions of the person either ends this one too or comes before it.
  tx.locks.person(person.id);
  const confirmed = await tx.commandLines.redeem(deviceHash, now);
  return confirmed && begin({ tx, now, tokenTime, id }, confirmed);
}

async function begin(
  { tx, now, tokenTime, id }: Beginning,
  { claims, user }: NonNullable<Awaited<ReturnType<Writes["commandLines"]["redeem"]>>>,
): Promise<SignedIn> {
  const line = { ...claims, ...lineOf(id, tokenTime, tokenTime) };
  await tx.commandLines.begin(foldAddress(user.username), line);
  await tx.users.signedIn(user.id, now);
  return { ...line, username: user.username };
}

/** The reason why a code is invalid: `used` has ended the session that it began. */
export type CodeFlaw = "unknown" | "redirect" | "verifier" | "used";

interface CodeProof extends Pick<Browser, "remoteAddress"> {
  readonly codeHash: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** The hash of the PKCE verifier. */
  readonly challenge: string;
  readonly userAgent: string;
}

/**
 * Signs in the program that a code was given to. A code is valid once: a second use means that it was stolen, before or now.
 */
export async function redeemCode(
  { tx, now, tokenTime, id }: Beginning,
  proof: CodeProof,
): Promise<SignedIn | CodeFlaw> {
  const { codeHash, clientId, userAgent } = proof;
  const { ip: remoteAddress = "" } = proof.remoteAddress;
  const code = await tx.authorizationCodes.find(codeHash);
  if (code?.clientId !== clientId) return "unknown";
  if (code.redirectUri !== proof.redirectUri) return "redirect";
  if (code.challenge !== proof.challenge) return "verifier";
  tx.locks.person(code.user.id);
  if (await tx.authorizationCodes.use(codeHash, now, id, tokenTime + sessionLifetime)) {
    return begin(
      { tx, now, tokenTime, id },
      { claims: { clientId, userAgent, remoteAddress, lacksFactor: code.lacksFactor }, user: code.user },
    );
  }
  const first = (await tx.authorizationCodes.find(codeHash))?.lineId;
  if (first == null) return "unknown";
  await tx.commandLines.end(first);
  return "used";
}

const lineOf = (id: string, createdAt: Instant, renewedAt: Instant) => ({
  id,
  generation: 0,
  createdAt,
  renewedAt,
  expiresAt: lineExpiry(createdAt, renewedAt),
});

/**
 * Restores a command line of which only a token is left, because an earlier process of the rehearsal kept it in memory. Returns
 * its person; undefined if the token or the line has ended, or no account has that address.
 */
export async function adoptCommandLine(
  { tx, tokenTime }: LineContext,
  { id, username, clientId, createdAt, expiresAt }: LineClaims,
  {
    headers,
    remoteAddress: { ip: remoteAddress = "" },
  }: Pick<Browser, "remoteAddress"> & { readonly headers: Parameters<typeof userAgentOf>[0] },
): Promise<User | undefined> {
  const user = await tx.users.byAddress(username);
  const line = lineOf(id, createdAt, tokenTime);
  const isLive = expiresAt > tokenTime && line.expiresAt > tokenTime;
  if (user === undefined || !isLive || (await tx.commandLines.wasEnded(id))) return undefined;
  const userAgent = userAgentOf(headers);
  const claims = { clientId, userAgent, remoteAddress, lacksFactor: 0 } as const;
  tx.commandLines.adopt(foldAddress(username), { ...line, ...claims });
  return user;
}

/**
 * Makes the next generation of a refresh token; undefined for an invalid one. Reuse of an older one means that it was copied,
 * so the session ends.
 */
export async function renewCommandLine(
  { tx, tokenTime }: LineContext,
  { id, generation, clientId }: { id: string; generation: number; clientId: string },
): Promise<SignedIn | undefined> {
  const line = await tx.commandLines.find(id, tokenTime);
  if (line === undefined || line.clientId !== clientId) return undefined;
  // A newer token than the newest known one was made before the store was put back or began anew in memory.
  if (generation >= line.generation) {
    const next = {
      id,
      generation: generation + 1,
      renewedAt: tokenTime,
      expiresAt: lineExpiry(line.createdAt, tokenTime),
    };
    if (await tx.commandLines.renew(next)) return { ...line, ...next };
    // Another request used the token first, or the person signed out, so the current state decides.
    return renewCommandLine({ tx, tokenTime }, { id, generation, clientId });
  }
  if (generation === line.generation - 1 && tokenTime - line.renewedAt <= refreshLeeway) return line;
  await tx.commandLines.end(id);
  return undefined;
}

export function requirePasswords({
  policy,
  fault,
}: Refusing<"PASSWORDS_OFF"> & { readonly policy: Policy }): void {
  if (!policy.takesPasswords) throw fault("PASSWORDS_OFF", {});
}

export async function ownerOfLink({ tx, now, fault }: Looking<"PASSWORD_LINK_NOT_FOUND">, hash: string) {
  const link = await tx.outbox.link(hash, now);
  if (link?.userId == null) throw fault("PASSWORD_LINK_NOT_FOUND", {});
  return link.userId;
}

export async function refusePoor(
  {
    passwords,
    fault,
  }: Refusing<"COMMON_PASSWORD" | "PERSONAL_PASSWORD" | "WEAK_PASSWORD"> & {
    readonly passwords: Passwords;
  },
  password: string,
  person: Pick<User, "username" | "firstName" | "lastName"> | undefined,
): Promise<void> {
  checkPassword(password, fault);
  if (person !== undefined && isPersonal(password, person)) throw fault("PERSONAL_PASSWORD", {});
  if (await passwords.isCommon(password)) throw fault("COMMON_PASSWORD", {});
}

/** Reports whether a person can sign in with a password; one set by another person counts only once the mailbox is proven. */
export const hasPassword = async (tx: Reads, userId: string): Promise<boolean> =>
  (await tx.users.passwordHash(userId)) !== null && !(await tx.users.isUnproven(userId));

/** Reports whether a provider has identified a person for this account, which can then be entered only that way. */
export const isIdentified = async (tx: Reads, userId: string): Promise<boolean> =>
  (await tx.sessions.identitiesOf(userId)).length > 0;

/** Refuses an account for an address that the server does not accept by itself. */
export async function checkSignUp(
  { tx, now, policy, fault }: Looking<"SIGN_UP_CLOSED"> & { readonly policy: Policy },
  username: string,
): Promise<void> {
  const isInvited = await tx.invites.waitFor(username, now);
  if (isIn(policy.signUp, isInvited) && isOfDomain(policy, username)) return;
  throw fault("SIGN_UP_CLOSED", { username });
}

/** Makes a link by which a person chooses a password, once, until `expiresAt`. Only the answer contains its token. */
export async function linkToPassword(
  { tx, now, issue }: Pick<Changing, "tx" | "now"> & { readonly issue: Pick<Issue, "token"> },
  userId: string,
  lifetime: Instant,
): Promise<{ token: string; expiresAt: Instant }> {
  const { token, hash } = issue.token();
  const expiresAt = now + lifetime;
  await tx.outbox.sweepLinks(now);
  await tx.outbox.addLink({ hash, about: { userId }, expiresAt });
  return { token, expiresAt };
}

/** Notifies a person by mail of a change to the account. */
export const notify = (
  { mail, now: at }: Mailing,
  address: string,
  { about = [], ...notice }: Omit<Notice, "at" | "about"> & Partial<Pick<Notice, "about">>,
): Promise<void> => mail({ address, notice: { ...notice, at, about } });

/** Sends a notice of the caller's action; the message names the address that the request came from. */
export const notifyCaller = (
  context: Mailing,
  { name, remoteAddress }: Pick<Caller, "name" | "remoteAddress">,
  notice: Omit<Parameters<typeof notify>[2], "remoteAddress">,
): Promise<void> => notify(context, name, { ...notice, remoteAddress: remoteAddress.ip ?? null });

/** Sets a new password, or none (null), and ends the sessions and password links that the old one gave. */
export async function replacePassword(tx: Writes, userId: string, hash: string | null): Promise<void> {
  await tx.users.setPassword(userId, hash);
  await tx.outbox.removeLinksOf(userId);
  await tx.sessions.endAll(userId);
}
