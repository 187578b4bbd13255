// Takes messages out of the outbox and sends them: each at least once, and twice only if the process died in between.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Language } from "../contract/languages.ts";
import { hour, type Instant, minute, second, toTimestamp } from "../domain/instant.ts";
import { hashSecret } from "../secrets/keyring.ts";
import type { Mint } from "../secrets/mint.ts";
import type { WaitingMail } from "../store/outbox.ts";
import type { Store, Writes } from "../store/store.ts";
import { writeInvitation, writeReset } from "./messages/write.ts";
import type { Pacing } from "./pacing.ts";
import { findSubject, type Subject } from "./subject.ts";
import { type Transport, Undelivered } from "./transport.ts";

/** How long a message may take, and for how long it is nobody else's: longer, so that no other process sends it meanwhile. */
const sendingTime = 4 * minute;
const leaseTime = 5 * minute;

const lookEvery = second;
/** Writes that come together are looked after together. */
const nudgeAfter = 5;

/** With the pauses below these take about a day. */
const mostAttempts = 30;
const firstPause = 5 * second;
const longestPause = hour;

/** The pause before the next attempt: doubled each time, and spread, so that what failed together is not tried together. */
export const pauseAfter = (attempts: number, chance: number): number =>
  Math.round(Math.min(firstPause * 2 ** (attempts - 1), longestPause) * (0.5 + chance));

/** Longest problem that is written down. */
const mostProblem = 500;

interface Parts {
  readonly store: Store;
  readonly transport: Transport;
  readonly language: Language;
  /** What invitations and links go by. */
  readonly clock: Pick<Clock, "now">;
  /** What the outbox goes by: real time. */
  readonly wall: () => Instant;
  /** Of tokens in links, and for spreading what is tried again. */
  readonly mint: Pick<Mint, "linkToken" | "jitter">;
  /** Null where mail reaches nobody. */
  readonly pacing: Pacing | null;
  /** Whether what waits at the start is sent at once, which takes time from whoever starts; within a second if not. */
  readonly beginsAtOnce?: boolean;
  readonly log: Pick<Logger, "debug" | "error" | "info" | "warn">;
}

export interface MailWorker {
  /** Begins to send what is due; links start with `origin`, scheme and authority without a slash at the end. */
  start(origin: string): void;
  /** Looks soon for what is due, rather than at the next turn. */
  nudge(): void;
  /** Sends what is due, and returns when each message of it has been tried. */
  flush(): Promise<void>;
  /** Runs something while nothing is sent: what is under way ends before, and what waits begins afterwards. */
  pause<T>(work: () => Promise<T>): Promise<T>;
  /** Begins nothing more, and waits for what is under way, but not longer than `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

interface Taken {
  readonly mail: WaitingMail;
  readonly subject: Subject;
  readonly token: string;
}

export function createMailWorker({
  store,
  transport,
  language,
  clock,
  wall,
  mint,
  pacing,
  beginsAtOnce = true,
  log,
}: Parts): MailWorker {
  let origin: string | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let nudged: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;
  let isClosed = false;
  let pauses = 0;
  const flights = new Set<Promise<void>>();
  const underWay = new Set<AbortController>();
  /** Sent, but not yet marked as such, because the store failed at that moment. */
  const unmarked = new Set<string>();

  /** Leases what is still to be sent of the mail, and keeps the hash of each link before the link can be seen. */
  async function take(
    tx: Writes,
    minted: readonly { mail: WaitingMail; token: string }[],
    leasedUntil: Instant,
  ): Promise<Taken[]> {
    const now = clock.now();
    const taken: Taken[] = [];
    await tx.outbox.sweepLinks(now);
    for (const { mail, token } of minted) {
      if (!(await tx.outbox.lease(mail, leasedUntil))) continue;
      if (unmarked.has(mail.id)) {
        await tx.outbox.markSent(mail.id, wall());
        continue;
      }
      const subject = await findSubject(tx, mail, now);
      if (subject === undefined) {
        await tx.outbox.remove(mail.id);
        continue;
      }
      const about = subject.kind === "INVITE" ? { inviteId: subject.inviteId } : { userId: subject.userId };
      await tx.outbox.addLink({ hash: hashSecret(token), about, expiresAt: subject.linkExpiresAt });
      taken.push({ mail, subject, token });
    }
    return taken;
  }

  function write({ subject, token }: Taken) {
    return subject.kind === "INVITE"
      ? writeInvitation(subject.invitation, `${origin}/invitations/${token}`, language)
      : writeReset(subject.to, `${origin}/reset-password/${token}`, language);
  }

  async function deliver(taken: Taken): Promise<void> {
    const { mail, subject } = taken;
    const logged = { kind: mail.kind, attempt: mail.attempts + 1 };
    const freeAt = await pacing?.wait(subject, wall());
    if (freeAt !== undefined) {
      // Spread over an hour: one at a time is free, and all that wait would otherwise ask for it again at once.
      const dueAt = freeAt + Math.round(mint.jitter() * hour);
      const problem = "its recipient or its sender has had as much mail as an hour allows";
      await store.write((tx) => tx.outbox.postpone(mail.id, dueAt, problem));
      log.warn({ ...logged, until: toTimestamp(dueAt) }, `mail waits: ${problem}`);
      return;
    }
    const sending = new AbortController();
    const late = setTimeout(() => sending.abort(), sendingTime);
    underWay.add(sending);
    try {
      await transport.send({ id: mail.id, to: subject.to, ...write(taken) }, sending.signal);
    } catch (reason) {
      return await settleFailure(taken, reason);
    } finally {
      clearTimeout(late);
      underWay.delete(sending);
    }
    unmarked.add(mail.id);
    await store.write((tx) => tx.outbox.markSent(mail.id, wall()));
    unmarked.delete(mail.id);
    log.info({ ...logged, recipients: 1 }, "mail sent");
    log.debug({ ...logged, to: subject.to }, "mail sent to");
  }

  async function settleFailure({ mail, subject, token }: Taken, reason: unknown): Promise<void> {
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
    const logged = { kind: mail.kind, attempt: attempts, code };
    log.warn(
      logged,
      isFinal ? "mail failed, and is not tried again" : "mail failed, and will be tried again",
    );
    log.debug({ ...logged, to: subject.to, problem }, "mail to whom failed");
  }

  function begin(taken: Taken): void {
    const flight = deliver(taken)
      // It stays leased, and is looked at again when the lease has run out.
      .catch((reason) => log.error({ err: reason }, "settling mail failed"))
      .finally(() => {
        flights.delete(flight);
        void look();
      });
    flights.add(flight);
  }

  /** Sends on what there is room for, and returns how many messages were due. */
  async function beginSome(): Promise<number> {
    const room = transport.atOnce - flights.size;
    if (room === 0) return 0;
    const at = wall();
    const due = await store.read((tx) => tx.outbox.due(at, room));
    if (due.length === 0) return 0;
    const minted = due.map((mail) => ({ mail, token: mint.linkToken() }));
    const taken = await store.write((tx) => take(tx, minted, at + leaseTime));
    for (const { id } of due) if (!taken.some(({ mail }) => mail.id === id)) unmarked.delete(id);
    taken.forEach(begin);
    return due.length;
  }

  async function run(): Promise<void> {
    try {
      while (again && !isStill()) {
        again = false;
        while (!isStill() && (await beginSome()) > 0) {}
      }
    } catch (reason) {
      // The next look finds what was left.
      log.error({ err: reason }, "looking after mail failed");
    } finally {
      running = null;
    }
  }

  const isStill = () => isClosed || pauses > 0;

  /** Begins what is due as far as there is room; what ends makes room, and has a look itself. */
  function look(): Promise<void> {
    if (isStill() || origin === null) return Promise.resolve();
    again = true;
    running ??= run();
    return running;
  }

  function lookRegularly(): void {
    if (isClosed) return;
    looking = setTimeout(() => void look().then(lookRegularly), lookEvery);
    looking.unref();
  }

  return {
    start(from) {
      origin = from;
      if (beginsAtOnce) void look();
      lookRegularly();
    },
    nudge() {
      if (isClosed || nudged !== null) return;
      nudged = setTimeout(() => {
        nudged = null;
        void look();
      }, nudgeAfter);
      nudged.unref();
    },
    async flush() {
      await look();
      while (flights.size > 0) {
        await Promise.all(flights);
        await look();
      }
    },
    async pause(work) {
      pauses++;
      try {
        await running;
        await Promise.all(flights);
        return await work();
      } finally {
        pauses--;
      }
    },
    async close(patience) {
      isClosed = true;
      for (const timer of [nudged, looking]) if (timer !== null) clearTimeout(timer);
      const late = setTimeout(() => {
        for (const sending of underWay) sending.abort();
      }, patience);
      await running;
      await Promise.all(flights);
      clearTimeout(late);
      await transport.close();
    },
  };
}
