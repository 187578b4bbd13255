// Leases messages of the outbox and sends them, each at least once, and twice only if the process died in between.
import type { Logger } from "pino";
import type { ReadonlyClock } from "../core/clock.ts";
import type { Language } from "../core/contract/languages.ts";
import { hour, type Instant, minute, second, toTimestamp } from "../core/domain/instant.ts";
import { hashSecret } from "../core/secrets/keyring.ts";
import type { Mint } from "../core/secrets/mint.ts";
import type { WaitingMail } from "../core/store/outbox.ts";
import type { Store, Writes } from "../core/store/store.ts";
import { writeInvitation, writeNotice, writeReset } from "./messages/write.ts";
import type { Pacing } from "./pacing.ts";
import { findSubject, type Subject } from "./subject.ts";
import { type Transport, Undelivered } from "./transport.ts";

/** The time of a lease: longer than a message may take, so that no other process sends it meanwhile. */
const sendingTime = 4 * minute;
const leaseTime = 5 * minute;

/** The most attempts: with the pauses below they take about a day. */
const mostAttempts = 30;
const firstPause = 5 * second;
const longestPause = hour;

/**
 * Returns the pause before the next attempt: doubled each time, and spread, so that messages that failed together are not tried
 * together.
 */
export const pauseAfter = (attempts: number, chance: number): number =>
  Math.round(Math.min(firstPause * 2 ** (attempts - 1), longestPause) * (0.5 + chance));

const mostProblem = 500;

export interface DeliveryDeps {
  readonly store: Store;
  readonly transport: Transport;
  readonly language: Language;
  /** The clock of invitations and links. */
  readonly clock: ReadonlyClock;
  /** The clock of the outbox: real time. */
  readonly wall: () => Instant;
  /** The source of tokens for links, and of the spread of attempts. */
  readonly mint: Pick<Mint, "linkToken" | "jitter">;
  readonly pacing: Pacing | null;
  readonly log: Pick<Logger, "debug" | "error" | "info" | "warn">;
}

export interface LeasedMail {
  readonly mail: WaitingMail;
  readonly subject: Subject;
  readonly token: string;
}

export class Delivery {
  readonly #deps: DeliveryDeps;
  readonly #underWay = new Set<AbortController>();
  /** The messages sent, but not yet marked as such, because the store failed at that moment. */
  readonly #unmarked = new Set<string>();
  /** The code of the last failure of the mail server, until it accepts a message; undefined if it does. */
  trouble: string | undefined;

  constructor(deps: DeliveryDeps) {
    this.#deps = deps;
  }

  /** Leases due messages, at most `room`; returns the number of due ones, and those to deliver. */
  async lease(room: number): Promise<{ readonly due: number; readonly leased: readonly LeasedMail[] }> {
    const { store, clock, wall, mint } = this.#deps;
    const at = wall();
    const due = await store.read((tx) => tx.outbox.due(at, room));
    if (due.length === 0) return { due: 0, leased: [] };
    const minted = due.map((mail) => ({ mail, token: mint.linkToken() }));
    const leased = await store.write(async (tx) => {
      await tx.outbox.sweepLinks(clock.now());
      const taken: LeasedMail[] = [];
      for (const each of minted) {
        const one = await this.#leaseOne(tx, each, at + leaseTime);
        if (one !== undefined) taken.push(one);
      }
      return taken;
    });
    for (const { id } of due) if (!leased.some(({ mail }) => mail.id === id)) this.#unmarked.delete(id);
    return { due: due.length, leased };
  }

  /** Sends one message; links start with `origin`. Settles a failure of the transport, and rejects if the store fails. */
  async deliver(leased: LeasedMail, origin: string): Promise<void> {
    const { store, wall, pacing, log } = this.#deps;
    const { mail, subject } = leased;
    const freeAt = await pacing?.wait(subject, wall());
    if (freeAt !== undefined) return this.#postpone(mail, freeAt);
    try {
      await this.#send(leased, origin);
    } catch (reason) {
      return this.#settleFailure(leased, reason);
    }
    this.trouble = undefined;
    this.#unmarked.add(mail.id);
    await store.write((tx) => tx.outbox.markSent(mail.id, wall()));
    this.#unmarked.delete(mail.id);
    log.info({ ...loggedOf(mail), recipients: 1 }, "mail sent");
    log.debug({ ...loggedOf(mail), to: subject.to }, "mail sent to");
  }

  abort(): void {
    for (const sending of this.#underWay) sending.abort();
  }

  /** Leases one message, and stores the hash of its link before the link can be seen; undefined if there is nothing to send. */
  async #leaseOne(
    tx: Writes,
    { mail, token }: { readonly mail: WaitingMail; readonly token: string },
    leasedUntil: Instant,
  ): Promise<LeasedMail | undefined> {
    const { clock, wall } = this.#deps;
    if (!(await tx.outbox.lease(mail, leasedUntil))) return undefined;
    if (this.#unmarked.has(mail.id)) {
      await tx.outbox.markSent(mail.id, wall());
      return undefined;
    }
    const subject = await findSubject(tx, mail, clock.now());
    if (subject === undefined) {
      await tx.outbox.remove(mail.id);
      return undefined;
    }
    if (subject.kind !== "NOTICE") {
      const about = subject.kind === "INVITE" ? { inviteId: subject.inviteId } : { userId: subject.userId };
      await tx.outbox.addLink({ hash: hashSecret(token), about, expiresAt: subject.linkExpiresAt });
    }
    return { mail, subject, token };
  }

  async #send({ mail, subject, token }: LeasedMail, origin: string): Promise<void> {
    const { transport, language } = this.#deps;
    const written = write(subject, { origin, token, language });
    const sending = new AbortController();
    const late = setTimeout(() => sending.abort(), sendingTime);
    this.#underWay.add(sending);
    try {
      await transport.send({ id: mail.id, to: subject.to, ...written }, sending.signal);
    } finally {
      clearTimeout(late);
      this.#underWay.delete(sending);
    }
  }

  async #postpone(mail: WaitingMail, freeAt: Instant): Promise<void> {
    const { store, mint, log } = this.#deps;
    // Spread over an hour: only one at a time would succeed, and all would otherwise try again at once.
    const dueAt = freeAt + Math.round(mint.jitter() * hour);
    const problem = "its recipient or its sender has had as much mail as an hour allows";
    await store.write((tx) => tx.outbox.postpone(mail.id, dueAt, problem));
    log.warn({ ...loggedOf(mail), until: toTimestamp(dueAt) }, `mail waits: ${problem}`);
  }

  async #settleFailure({ mail, subject, token }: LeasedMail, reason: unknown): Promise<void> {
    const { store, wall, mint, log } = this.#deps;
    const attempts = mail.attempts + 1;
    const isFinal = (reason instanceof Undelivered && reason.isFinal) || attempts >= mostAttempts;
    // A server may repeat what it refuses.
    const words = String(reason instanceof Error ? reason.message : reason).replaceAll(token, "…");
    const problem = words.slice(0, mostProblem);
    await store.write((tx) =>
      isFinal
        ? tx.outbox.giveUp(mail.id, problem, wall())
        : tx.outbox.postpone(mail.id, wall() + pauseAfter(attempts, mint.jitter()), problem),
    );
    const code = reason instanceof Undelivered ? reason.code : "UNEXPECTED";
    // A permanent rejection concerns only this message, and does not mean that the mail server fails.
    if (!(reason instanceof Undelivered && reason.isFinal)) this.trouble = code;
    const logged = { ...loggedOf(mail), code };
    log.warn(logged, `mail failed, and ${isFinal ? "is not tried again" : "will be tried again"}`);
    log.debug({ ...logged, to: subject.to, problem }, "recipient of the mail that failed");
  }
}

function write(
  subject: Subject,
  { origin, token, language }: { origin: string; token: string; language: Language },
) {
  if (subject.kind === "INVITE") {
    return writeInvitation(subject.invitation, `${origin}/invitations/${token}`, language);
  }
  if (subject.kind === "NOTICE") {
    return writeNotice(subject.to, subject.notice, `${origin}/account`, language);
  }
  return writeReset(subject.to, `${origin}/reset-password/${token}`, language);
}

const loggedOf = ({ kind, attempts }: WaitingMail) => ({ kind, attempt: attempts + 1 });
