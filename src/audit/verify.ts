// Verifies the chains of a store from their beginning.
import { type Instant, minute } from "../domain/instant.ts";
import type { Reads } from "../store/store.ts";
import { problemsOf, untimelyOf } from "./chain.ts";

export interface Chain {
  /** Empty for events of no organization. */
  readonly orgId: string;
  /** Counts of seals and of their events: those that are kept, and those that retention removed. */
  readonly seals: number;
  readonly kept: number;
  readonly removed: number;
  /** The newest event before the first broken seal; null if the first seal is broken. */
  readonly wholeThrough: Instant | null;
  /** Digests of those seals, in order: the last one is the head. */
  readonly whole: readonly string[];
  /** Problems in words; empty if the chain is intact. */
  readonly problems: readonly string[];
}

export interface Findings {
  readonly chains: readonly Chain[];
  readonly waiting: number;
  /** Events that are marked with a missing seal. */
  readonly orphans: number;
}

/** The longest that an event waits for its seal while a server runs. */
const longestWait = minute;

/**
 * Ids of events that seem to wait for longer than that, a thousand at most. Those of a clock that was set only seem to: they are
 * sealed a few seconds later.
 */
export const findLate = (tx: Reads, now: Instant): Promise<(string | null)[]> =>
  tx.eventSeals.waitingOutside(now - longestWait, now + longestWait);

/** Events without a seal. One without an id can never get one. */
export async function stillWaiting(tx: Reads, ids: readonly (string | null)[]): Promise<number> {
  const named = ids.filter((id) => id !== null);
  const waiting = named.length === 0 ? [] : await tx.eventSeals.stillWaiting(named);
  return ids.length - named.length + waiting.length;
}

/** Checks every seal; `key` is the key of the store's seals. */
export async function verify(tx: Reads, key: Buffer): Promise<Findings> {
  const chains: Chain[] = [];
  for (const orgId of await tx.eventSeals.chains()) chains.push(await verifyChain(tx, key, orgId));
  return {
    chains,
    waiting: await tx.eventSeals.countWaiting(),
    orphans: await tx.eventSeals.countOrphans(),
  };
}

const pageSize = 50;

async function verifyChain(tx: Reads, key: Buffer, orgId: string): Promise<Chain> {
  const problems: string[] = [];
  const whole: string[] = [];
  let [seals, kept, removed] = [0, 0, 0];
  let wholeThrough: Instant | null = null;
  let last: Link = { sequence: 0, digest: "" };
  for (;;) {
    const page = await tx.eventSeals.after(orgId, last.sequence, pageSize);
    for (const seal of page) {
      const events = await tx.eventSeals.eventsOf(seal.id);
      const changed = problemsOf(key, seal, events);
      const found = changed.length > 0 ? changed : untimelyOf(seal, events, last.madeAt);
      problems.push(
        ...gapBetween(last, seal),
        ...found.map((problem) => `seal ${seal.sequence}: ${problem}`),
      );
      seals++;
      if (seal.contents === null) removed += seal.eventCount;
      else kept += seal.eventCount;
      if (problems.length === 0) {
        whole.push(seal.digest);
        wholeThrough = Math.max(wholeThrough ?? 0, seal.throughAt);
      }
      last = seal;
    }
    if (page.length < pageSize) break;
  }
  return { orgId, seals, kept, removed, wholeThrough, whole, problems };
}

interface Link {
  readonly sequence: number;
  readonly digest: string;
  readonly madeAt?: Instant;
}

/** Problems between two neighbours of a chain. */
function gapBetween(last: Link, next: { readonly sequence: number; readonly previous: string }): string[] {
  const [first, end] = [last.sequence + 1, next.sequence - 1];
  if (end > first) return [`seals ${first} to ${end} are missing`];
  if (end === first) return [`seal ${first} is missing`];
  return next.previous === last.digest
    ? []
    : [`seal ${next.sequence}: it was made after another seal ${last.sequence}`];
}
