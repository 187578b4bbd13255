// Seals events in the background, batch by batch, and removes expired ones.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { ReadonlyClock } from "../clock.ts";
import { grouped } from "../domain/grouped.ts";
import { day, type Instant, second, toTimestamp } from "../domain/instant.ts";
import { createLooking } from "../looking.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { SealRow } from "../store/event-seals.ts";
import type { Store } from "../store/store.ts";
import { madeAnyTime, problemsOf, removalOf, sealBatch, sealKey } from "./chain.ts";
import type { Heads } from "./heads.ts";
import { noteLook, openKey, readLook } from "./scan-times.ts";

/**
 * The number of events that one unit of work seals: it delays other writers by a few milliseconds. A power of two, because
 * lists of ids are padded to one.
 */
const batchSize = 128;
/** The number of events in a batch while a server closes: other servers close as well, or soon have the store to themselves. */
const batchAtEnd = 1024;
/** The pause after a batch, as a multiple of its time, in which others use the store. */
const pauseFactor = 3;

const lookEvery = 5 * second;
/** The interval at which a look is noted in the store. */
const noteEvery = 30 * second;

/**
 * The longest that a closing server goes on sealing before its store is closed. It tries again, because another process may be
 * sealing the same events.
 */
const mostAtEnd = 6 * second;
const triesAtEnd = 3;

export interface SealerDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: ReadonlyClock;
  /** True if the clock can be set: the times of events then prove nothing. */
  readonly isClockSet: boolean;
  readonly elapsed: () => number;
  readonly mintId: (now: Instant) => string;
  readonly mintBytes: (length: number) => Buffer;
  /** The days after which events are removed; null for never. */
  readonly keepDays: number | null;
  /** The heads, which get each seal; null if they are not sent. */
  readonly heads: Heads | null;
  readonly log: Pick<Logger, "error" | "info">;
}

export type Sealer = ReturnType<typeof createSealer>;

/**
 * Creates a sealer. Any number of processes may run one on the same store: a unit of work seals only what no other has sealed.
 */
export function createSealer(deps: SealerDeps) {
  const { clock, elapsed, keepDays, heads, log } = deps;
  const looking = createLooking(lookEvery, run);
  /** The start of the newest look that left nothing unsealed; null before the store was read. */
  let since: Instant | undefined | null = null;
  let [notedAt, closingUntil] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let isWhole = false;
  const repeat = createRepeating({ elapsed, isClosed: looking.isClosed, until: () => closingUntil });

  const removeExpired = (before: Instant) =>
    repeat(async () => !looking.isClosed() && (await removeOne(deps, before)));

  async function run(): Promise<void> {
    isWhole = false;
    try {
      if (since === null) since = deps.isClockSet ? undefined : (await readLook(deps))?.complete;
      const begunAt = clock.now();
      isWhole = await sealAll(deps, { repeat, since, isEnding: looking.isClosed });
      if (isWhole && !deps.isClockSet) since = Math.max(since ?? begunAt, begunAt);
      if (looking.isClosed() || elapsed() - notedAt >= noteEvery) {
        await noteLook(deps, { looked: begunAt, complete: since ?? 0 });
        notedAt = elapsed();
      }
      if (keepDays !== null) await removeExpired(clock.now() - keepDays * day);
    } catch (reason) {
      // The next look finds the rest.
      log.error({ err: reason }, "sealing events failed");
    }
  }

  return {
    unsentHeads: heads?.unsent ?? null,
    /** Seals at once what a server before left unsealed. */
    start() {
      heads?.start();
      void looking.look().then(looking.start);
    },
    /** Seals the events that are waiting now, and removes expired ones. */
    look: looking.look,
    /** Seals the last events, sends the last heads, and begins nothing more. */
    async close() {
      closingUntil = elapsed() + mostAtEnd;
      await looking.close();
      isWhole = false;
      for (let tries = 0; !isWhole && tries < triesAtEnd && elapsed() < closingUntil; tries++) {
        await looking.look();
      }
      await heads?.close();
    },
  };
}

interface Repeating {
  readonly elapsed: () => number;
  readonly isClosed: () => boolean;
  readonly until: () => number;
}

/** Repeats work while there is more, with pauses for others to use the store. Returns whether all is done. */
const createRepeating =
  ({ elapsed, isClosed, until }: Repeating) =>
  async (work: () => Promise<boolean>): Promise<boolean> => {
    for (let startedAt = elapsed(); await work(); startedAt = elapsed()) {
      if (elapsed() >= until()) return false;
      if (!isClosed()) await sleep((elapsed() - startedAt) * pauseFactor);
    }
    return true;
  };

interface Sealing extends Pick<Place, "since"> {
  readonly repeat: ReturnType<typeof createRepeating>;
  readonly isEnding: () => boolean;
}

/** Seals all waiting events; returns whether none is left. */
async function sealAll(deps: SealerDeps, { repeat, since, isEnding }: Sealing): Promise<boolean> {
  // A partial batch may wait, because a busy server would otherwise make a seal for every few events.
  let after: string | undefined = "";
  let failed = 0;
  const isEnded = await repeat(async () => {
    const some: Awaited<ReturnType<typeof sealSome>> = await sealSome(deps, {
      after: after ?? "",
      since,
      size: isEnding() ? batchAtEnd : batchSize,
    });
    failed += some.failed;
    after = some.after;
    return after !== undefined;
  });
  return isEnded && failed === 0;
}

interface Place {
  /** The id after which events are looked for. */
  readonly after: string;
  readonly since: Instant | undefined;
  /** The number of events in a batch. */
  readonly size: number;
}

/**
 * Seals a batch of events after an id, by organization; returns how many could not be sealed, and the last id unless the batch
 * was partial.
 */
async function sealSome(deps: SealerDeps, { after, since, size }: Place) {
  const { store, keyring, mintBytes, log } = deps;
  const waiting = await store.read((tx) => tx.eventSeals.waiting(after, size));
  const fresh = waiting.length === 0 ? "" : sealKey(keyring, mintBytes(32));
  let failed = 0;
  const byOrg = grouped(
    waiting,
    ({ orgId }) => orgId,
    ({ id }) => id,
  );
  for (const [orgId, ids] of byOrg) {
    await sealBatchOf(deps, orgId, { ids, fresh, since }).catch((err: unknown) => {
      failed += ids.length;
      log.error({ err, orgId }, "sealing events failed: until it succeeds they can be changed unnoticed");
    });
  }
  return { failed, after: waiting.length < size ? undefined : waiting.at(-1)?.id };
}

interface Some extends Pick<Place, "since"> {
  readonly ids: readonly string[];
  /** The sealed key for a store without one. */
  readonly fresh: string;
}

async function sealBatchOf(
  { store, keyring, clock, isClockSet, mintId, heads, log }: SealerDeps,
  orgId: string,
  { ids, fresh, since }: Some,
): Promise<void> {
  const now = clock.now();
  const [id, madeAt] = [mintId(now), isClockSet ? madeAnyTime : now];
  const sealed = await store.write(async (tx) => {
    const events = await tx.eventSeals.stillWaiting(ids);
    if (events.length === 0) return undefined;
    // A reset removes the key with the seals.
    const key = openKey(keyring, await tx.meta.keep("audit-key", fresh));
    const last = await tx.eventSeals.last(orgId);
    const seal = sealBatch(key, { id, orgId, madeAt, since, last, events });
    await tx.eventSeals.add(
      seal,
      events.map((event) => event.id),
    );
    return seal;
  });
  if (sealed === undefined) return;
  // Logs are stored elsewhere: someone who rewrites the whole store cannot rewrite this head.
  log.info(loggedOf(sealed), "events sealed");
  heads?.note(sealed);
}

/** Removes the oldest expired batch if it is intact; a changed one stays as evidence. */
async function removeOne({ store, keyring, log }: SealerDeps, before: Instant): Promise<boolean> {
  const removed = await store.write(async (tx) => {
    const seal = await tx.eventSeals.oldest(before);
    if (seal === undefined) return undefined;
    const key = openKey(keyring, (await tx.meta.get("audit-key")) ?? "");
    const [problem] = problemsOf(key, seal, await tx.eventSeals.eventsOf(seal.id));
    if (problem !== undefined) {
      throw new Error(
        `events are no longer removed: those of seal ${seal.sequence} of organization ${seal.orgId} were changed: ${problem}`,
      );
    }
    await tx.eventSeals.removeEvents(seal.id, removalOf(key, seal));
    return seal;
  });
  if (removed !== undefined) log.info(loggedOf(removed), "events removed");
  return removed !== undefined;
}

const loggedOf = ({ orgId, sequence, eventCount, throughAt, digest }: SealRow) => ({
  orgId,
  seal: sequence,
  events: eventCount,
  through: toTimestamp(throughAt),
  head: digest,
});
