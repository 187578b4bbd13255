// Seals events in the background, batch by batch, and removes expired ones.
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { day, type Instant, second, toTimestamp } from "../domain/instant.ts";
import { createLooking } from "../looking.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { SealRow } from "../store/event-seals.ts";
import type { Store } from "../store/store.ts";
import { madeAnyTime, problemsOf, removalOf, sealBatch, sealKey, unsealKey } from "./chain.ts";

/** Events that one unit of work seals: a few milliseconds for other writers. A power of two, to which lists of ids are padded. */
const batchSize = 256;

const lookEvery = 5 * second;

/** Batches that a server seals before it ends: those of five busy seconds. */
const mostAtEnd = 50;

interface SealerDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Pick<Clock, "now">;
  /** Whether the clock can be set: the times of events then prove nothing. */
  readonly isClockSet: boolean;
  readonly mintId: (now: Instant) => string;
  readonly mintBytes: (length: number) => Buffer;
  /** Days after which events are removed; null for never. */
  readonly keepDays: number | null;
  readonly log: Pick<Logger, "error" | "info">;
}

export type Sealer = ReturnType<typeof createSealer>;

/** Any number of processes may run one on the same store: a unit of work seals only what no other has sealed. */
export function createSealer(deps: SealerDeps) {
  const { clock, keepDays, log } = deps;
  const looking = createLooking(lookEvery, run);

  async function run(): Promise<void> {
    try {
      // Less than a batch may wait, or a busy server would make a seal for every few events.
      let after: string | undefined = "";
      for (let batches = 0; after !== undefined && (!looking.isClosed() || batches < mostAtEnd); batches++) {
        after = await sealSome(deps, after);
      }
      if (keepDays === null) return;
      while (!looking.isClosed() && (await removeOne(deps, clock.now() - keepDays * day))) {}
    } catch (reason) {
      // The next look finds what was left.
      log.error({ err: reason }, "sealing events failed");
    }
  }

  return {
    start: looking.start,
    /** Seals the events that are waiting now, and removes expired ones. */
    look: looking.look,
    /** Seals the last events, some thousand at most, and begins nothing more. */
    async close() {
      await looking.close();
      await looking.look();
    },
  };
}

function openKey(keyring: Keyring, sealed: string): Buffer {
  const key = unsealKey(keyring, sealed);
  if (key === undefined) throw new Error("the key of the seals of events was changed in the database");
  return key;
}

/** Seals a batch of each organization with events after an id; returns the last id, undefined where less than a batch waited. */
async function sealSome(deps: SealerDeps, after: string): Promise<string | undefined> {
  const { store, keyring, mintBytes, log } = deps;
  const waiting = await store.read((tx) => tx.eventSeals.waiting(after, batchSize));
  const fresh = waiting.length === 0 ? "" : sealKey(keyring, mintBytes(32));
  for (const [orgId, ids] of byOrg(waiting)) {
    await sealBatchOf(deps, orgId, { ids, fresh }).catch((err: unknown) => {
      log.error({ err, orgId }, "sealing events failed: until it succeeds they can be changed unnoticed");
    });
  }
  return waiting.length < batchSize ? undefined : waiting.at(-1)?.id;
}

/** `fresh` is the sealed key of a store without one. */
async function sealBatchOf(
  { store, keyring, clock, isClockSet, mintId, log }: SealerDeps,
  orgId: string,
  { ids, fresh }: { readonly ids: readonly string[]; readonly fresh: string },
): Promise<void> {
  const now = clock.now();
  const [id, madeAt] = [mintId(now), isClockSet ? madeAnyTime : now];
  const sealed = await store.write(async (tx) => {
    const events = await tx.eventSeals.stillWaiting(ids);
    if (events.length === 0) return undefined;
    // A reset removes the key with the seals.
    const key = openKey(keyring, await tx.meta.keep("audit-key", fresh));
    const last = await tx.eventSeals.last(orgId);
    const seal = sealBatch(key, { id, orgId, madeAt, last, events });
    await tx.eventSeals.add(
      seal,
      events.map((event) => event.id),
    );
    return seal;
  });
  // Logs are kept elsewhere: someone who rewrites the whole store cannot rewrite this head.
  if (sealed !== undefined) log.info(loggedOf(sealed), "events sealed");
}

/** Removes the oldest expired batch if it is whole; what was tampered with stays as evidence. */
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

function byOrg(waiting: readonly { readonly id: string; readonly orgId: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, orgId } of waiting) {
    const ids = found.get(orgId);
    if (ids === undefined) found.set(orgId, [id]);
    else ids.push(id);
  }
  return found;
}
