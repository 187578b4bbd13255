// Sends the newest seal of each chain to another place, so that someone with access to the database alone cannot cut off the
// end of a chain.
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { ReadonlyClock } from "../clock.ts";
import { type Instant, second, toTimestamp } from "../domain/instant.ts";
import { createLooking } from "../looking.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { SealRow } from "../store/event-seals.ts";
import type { Store } from "../store/store.ts";
import { noteOf, readNote, tolerance } from "./chain.ts";
import type { Outlet } from "./outlets.ts";
import { keyIn } from "./scan-times.ts";

/** A seal, without the contents. */
export type SealHead = Pick<
  SealRow,
  "id" | "orgId" | "sequence" | "eventCount" | "throughAt" | "madeAt" | "digest"
>;

const sendEvery = 5 * second;
/** The interval at which the store notes the time up to which all heads were sent. */
const noteEvery = 30 * second;
/** The number of lines that are sent together, and of heads that are read together. */
const atOnce = 500;
/** The longest that a closing server waits for its last heads; the next start sends those that were not sent. */
const mostAtEnd = 2 * second;

interface HeadsDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: ReadonlyClock;
  /** True if the clock can be set: new heads cannot be told apart then, and a start sends all. */
  readonly isClockSet: boolean;
  readonly elapsed: () => number;
  readonly outlet: Outlet;
  readonly log: Pick<Logger, "info" | "error">;
}

export type Heads = ReturnType<typeof createHeads>;

/** Returns one line of JSON, without a line break; it has no secret. */
export const lineOf = ({ orgId, sequence, eventCount, throughAt, madeAt, digest }: SealHead): string =>
  JSON.stringify({
    at: toTimestamp(madeAt === 0 ? throughAt : madeAt),
    orgId,
    seal: sequence,
    events: eventCount,
    through: toTimestamp(throughAt),
    head: digest,
  });

/**
 * Sends the heads of the seals that this process makes, and at the start those made since all heads had been sent. That time is
 * noted in the store; a process that could not send puts it back, and any process that notices sends in its place.
 */
export function createHeads(deps: HeadsDeps) {
  const { clock, isClockSet, elapsed, outlet, log } = deps;
  const sentMark = createSentMark(deps, outlet.place);
  const looking = createLooking(sendEvery, run);
  const waiting: Waiting = new Map();
  /** The time up to which this process knows that all heads were sent. */
  let covered: Instant = clock.now();
  let comparedAt = Number.NEGATIVE_INFINITY;
  let [isFailing, hasSent] = [false, false];

  async function compare(): Promise<void> {
    // A clock that can be set notes nothing: at the start, all heads are new.
    if (isClockSet && comparedAt >= 0) return;
    const sent = isClockSet ? 0 : await sentMark.read();
    if (isFailing) await leaveToOthers(waiting, sent, sentMark);
    else if (sent < covered) await takeUp(waiting, deps.store, sent);
  }

  async function run(): Promise<void> {
    const begunAt = clock.now();
    const isDue = elapsed() - comparedAt >= noteEvery || looking.isClosed();
    try {
      if (isDue) await compare();
      while (await sendSome(waiting, outlet)) hasSent = true;
      if (isFailing) log.info({ to: outlet.name }, "heads of seals are sent again");
      isFailing = false;
      if (!isDue) return;
      if (hasSent && !isClockSet) await sentMark.note((covered = begunAt));
      hasSent = false;
      comparedAt = elapsed();
    } catch (err) {
      // A server that cannot send goes on: unsent heads wait, and its log has them too.
      if (!isFailing) log.error({ err, to: outlet.name }, "heads of seals could not be sent: they wait");
      isFailing = true;
    }
  }

  return {
    /** Queues the newest seal of its chain. */
    note: (seal: SealHead) => keepNewest(waiting, seal),
    /** Returns the number of chains with a seal that was not sent. */
    unsent: () => waiting.size,
    start: () => void looking.look().then(looking.start),
    look: looking.look,
    /** Sends the remaining heads. */
    close: (): Promise<void> =>
      Promise.race([looking.close().then(looking.look), sleep(mostAtEnd, undefined, { ref: false })]),
  };
}

/** A map from organization to its newest unsent head. */
type Waiting = Map<string, SealHead>;

function keepNewest(waiting: Waiting, seal: SealHead): void {
  if ((waiting.get(seal.orgId)?.sequence ?? 0) < seal.sequence) waiting.set(seal.orgId, seal);
}

/** Sends some heads; returns whether there were any. */
async function sendSome(waiting: Waiting, outlet: Outlet): Promise<boolean> {
  const some = [...waiting.values()].slice(0, atOnce);
  if (some.length > 0) await outlet.send(some.map(lineOf));
  for (const each of some) if (waiting.get(each.orgId) === each) waiting.delete(each.orgId);
  return some.length > 0;
}

/** Puts the noted time back to before the heads that wait here: another process, or the next start, sends them. */
async function leaveToOthers(waiting: Waiting, sent: Instant, mark: ReturnType<typeof createSentMark>) {
  const oldest = Math.min(...[...waiting.values()].map(({ madeAt }) => madeAt));
  if (oldest <= sent) await mark.note(oldest - 1);
}

/** Creates access to the noted time up to which all heads were sent to a place; 0 if there is none. */
function createSentMark({ store, keyring }: Pick<HeadsDeps, "store" | "keyring">, place: string) {
  const name = `audit-sent-${createHash("sha256").update(place).digest("hex").slice(0, 16)}` as const;
  return {
    read: (): Promise<Instant> =>
      store.read(async (tx) => {
        const noted = await tx.meta.get(name);
        const key = noted === undefined ? undefined : await keyIn(tx, keyring);
        return (noted && key && readNote(key, name, noted)?.[0]) || 0;
      }),
    note: (through: Instant): Promise<void> =>
      store.write(async (tx) => {
        const key = await keyIn(tx, keyring);
        if (key !== undefined) tx.meta.set(name, noteOf(key, name, [through]));
      }),
  };
}

/** Queues the heads made since a time; reads a page in each unit of work. */
async function takeUp(waiting: Waiting, store: Store, sent: Instant): Promise<void> {
  let page: SealHead[] = [];
  for (let after = idBefore(sent); ; after = page.at(-1)?.id ?? "") {
    const from = after;
    page = await store.read((tx) => tx.eventSeals.heads(from, atOnce));
    for (const each of page) keepNewest(waiting, each);
    if (page.length < atOnce) return;
  }
}

/** Returns an id before those minted after an instant, even by clocks that differ. */
const idBefore = (at: Instant): string =>
  Math.max(0, Math.floor((at - tolerance) / second))
    .toString(16)
    .padStart(8, "0")
    .padEnd(24, "0");
