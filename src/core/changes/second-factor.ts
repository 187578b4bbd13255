// The second factor: what a passkey answers, which organizations require one of a session, and how it is removed from a person.
import { fault } from "../contract/errors.ts";
import type { Caller } from "../domain/access.ts";
import type { Instant } from "../domain/instant.ts";
import { challengeIn, type Passkey, type PasskeyAnswer } from "../domain/second-factor.ts";
import type { Issue } from "../secrets/issue.ts";
import type { ChallengeAim } from "../secrets/passkeys.ts";
import type { Reads } from "../store/store.ts";
import {
  type Changing,
  type Looking,
  type ReadingUnit,
  type Refusing,
  requireRecentSignIn,
} from "./changing.ts";
import { notify } from "./sessions.ts";
import { orgsDemanding } from "./withholding.ts";

/** The proof that a console session has given; undefined for other callers, which need none. */
export type SessionProof = { readonly id: string; readonly hasSecondFactor: boolean } | undefined;

/**
 * Returns the organizations that require a second factor and are hidden from a session without one. Refuses if one of them is
 * entered, or if the person has no other.
 */
export async function withheldOrgs(
  { tx }: ReadingUnit,
  caller: Caller,
  orgId: string | null,
): Promise<readonly string[]> {
  const demanding = await orgsDemanding(tx, caller);
  if (demanding.length === 0) return demanding;
  const isAsked =
    orgId === null
      ? (await tx.orgs.around(caller)).every(({ id }) => demanding.includes(id))
      : demanding.includes(orgId);
  if (isAsked) throw fault("SECOND_FACTOR_REQUIRED", {});
  return demanding;
}

/** Refuses to change the second factor to a browser that was left open, or that has never proven the existing one. */
export async function requireOwnProof({
  tx,
  caller,
  session,
  isRecent,
}: Pick<Changing, "tx" | "isRecent"> & {
  readonly caller: Caller;
  readonly session: SessionProof;
}): Promise<void> {
  if (session?.hasSecondFactor !== true && (await tx.passkeys.has(caller.id))) {
    throw fault("SECOND_FACTOR_REQUIRED", {});
  }
  requireRecentSignIn({ isRecent });
}

export interface Answered {
  readonly origin: string;
  readonly answer: PasskeyAnswer;
  readonly aim: ChallengeAim;
  /** The person the passkey must belong to; undefined if the passkey itself names its owner. */
  readonly userId?: string;
}

export const answerErrors = ["PASSKEY_REFUSED", "PASSKEY_STALE"] as const;
type AnswerCode = (typeof answerErrors)[number];

interface Checking extends Pick<Looking<AnswerCode>, "now" | "fault"> {
  readonly issue: Pick<Issue, "challengeExpiry" | "hashOf" | "verifySigned">;
  readonly read: <T>(work: (tx: Reads) => Promise<T>) => Promise<T>;
}

/** Returns when the challenge of an answer expires; refuses an expired one, and one made for something else. */
export function expiryOf(
  {
    now,
    fault,
    issue,
  }: Omit<Checking, "read" | "issue"> & { readonly issue: Pick<Issue, "challengeExpiry"> },
  { answer, aim }: Omit<Answered, "origin">,
): Instant {
  const expiresAt = issue.challengeExpiry(challengeIn(answer), aim);
  if (expiresAt === undefined || expiresAt <= now) throw fault("PASSKEY_STALE", {});
  return expiresAt;
}

/** An answer that was verified, for the unit of work to use. */
export interface Checked {
  readonly passkey: Passkey;
  readonly counter: number;
  readonly challengeHash: string;
  readonly expiresAt: Instant;
}

/** Checks the answer of a passkey, before the unit of work. */
export async function checkAnswer(checking: Checking, answered: Answered): Promise<Checked> {
  const { fault, read, issue } = checking;
  const { answer, origin, userId } = answered;
  const expiresAt = expiryOf(checking, answered);
  const passkey = await read((tx) => tx.passkeys.byCredential(answer.id));
  const isNamed = passkey !== undefined && isOf(passkey, answer, userId);
  const counter = isNamed ? await issue.verifySigned(origin, answer, passkey) : undefined;
  if (counter === undefined || passkey === undefined) throw fault("PASSKEY_REFUSED", {});
  return { passkey, counter, challengeHash: issue.hashOf(challengeIn(answer)), expiresAt };
}

/**
 * Reports whether the passkey belongs to the expected person. If no person is given, the answer's user handle must name its
 * owner.
 */
function isOf(passkey: Passkey, { userHandle = "" }: PasskeyAnswer, userId: string | undefined): boolean {
  const named = Buffer.from(userHandle, "base64url").toString();
  if (userId === undefined) return named === passkey.userId;
  return passkey.userId === userId && (named === "" || named === userId);
}

/** Uses a verified answer: once, and only if its counter is newer than the known one. */
export async function takeAnswer(
  { tx, now, fault }: Pick<Changing, "tx" | "now"> & Refusing<AnswerCode>,
  { passkey, counter, challengeHash, expiresAt }: Checked,
): Promise<void> {
  if (!(await tx.passkeys.spend(challengeHash, { expiresAt, now }))) throw fault("PASSKEY_STALE", {});
  if (await tx.passkeys.use(passkey.id, passkey.counter, { counter, lastUsedAt: now })) return;
  throw fault("PASSKEY_REFUSED", {});
}

interface TakingCode extends Pick<Changing, "tx" | "now" | "mail"> {
  readonly fault: Looking<"RECOVERY_CODE_REFUSED">["fault"];
  readonly issue: Pick<Issue, "hashOfRecoveryCode">;
}

/** Uses a recovery code, once, and notifies the person. */
export async function takeRecoveryCode(
  { tx, fault, issue, ...context }: TakingCode,
  person: { readonly id: string; readonly username: string; readonly remoteAddress: string | null },
  typed: string,
): Promise<void> {
  const hash = issue.hashOfRecoveryCode(typed);
  if (!(await tx.passkeys.takeCode(person.id, hash))) throw fault("RECOVERY_CODE_REFUSED", {});
  const left = await tx.passkeys.codesLeft(person.id);
  const { username, remoteAddress } = person;
  await notify(context, username, { what: "RECOVERY_CODE_USED", remoteAddress, about: [String(left)] });
}

/** Removes the second factor from a person who lost all of it, notifies the person, and ends the sessions. */
export async function releaseSecondFactor(
  { tx, mail, now, record }: Pick<Changing, "tx" | "mail" | "now" | "record">,
  { id, username }: { readonly id: string; readonly username: string },
  remoteAddress: string | null,
): Promise<void> {
  tx.passkeys.removeAll(id);
  await tx.sessions.endAll(id);
  await notify({ mail, now }, username, { what: "SECOND_FACTOR_RELEASED", remoteAddress });
  for (const { id: orgId } of await tx.orgs.around({ id, orgId: null })) {
    await record("ORG_USERS_WITHOUT_MFA", { orgId, targetUsername: username });
  }
}
