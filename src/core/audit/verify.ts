// Verifies the chains of a store from their beginning.
import { type Instant, minute } from "../domain/instant.ts";
import type { SealRow } from "../store/event-seals.ts";
import type { Reads } from "../store/store.ts";
import { isInstant, madeAnyTime, problemsOf, sinceOf, tolerance, untimelyOf } from "./chain.ts";
import { lookIn } from "./scan-times.ts";

export interface Chain {
  /** The id of the organization; empty for events of none. */
  readonly orgId: string;
  /** The numbers of seals and of their events: existing ones, and those that retention removed. */
  readonly seals: number;
  readonly kept: number;
  readonly removed: number;
  /** The newest event before the first broken seal; null if the first seal is broken. */
  readonly wholeThrough: Instant | null;
  /** The digests of those seals, in order: the last one is the head. */
  readonly whole: readonly string[];
  /** The problems in words; empty if the chain is intact. */
  readonly problems: readonly string[];
}

export interface Findings {
  readonly chains: readonly Chain[];
  readonly waiting: number;
  /** The earliest timestamp of an unsealed event, or null. */
  readonly waitingSince: Instant | null;
  /** The number of events that are marked with a missing seal. */
  readonly orphans: number;
  /**
   * The time at which servers last looked for events without a seal, from their note or from the seals; null if neither has it.
   */
  readonly looked: Instant | null;
  /** The problems found with the note, in words; empty if there are none. */
  readonly problems: readonly string[];
}

/** The longest time until a look of a server finds a new event. */
const longestWait = minute;

/**
 * Finds the ids of at most a thousand events without a seal that a server should have sealed in its last look. If clocks of
 * servers differ, events of the last seconds may be among them.
 */
export const findLate = (tx: Reads, looked: Instant | null): Promise<(string | null)[]> =>
  tx.eventSeals.waitingBefore(looked === null ? Number.MIN_SAFE_INTEGER : looked - longestWait);

/** Finds events that still have no seal. One without an id can never get one. */
export async function stillWaiting(tx: Reads, ids: readonly (string | null)[]): Promise<number> {
  const named = ids.filter((id) => id !== null);
  const waiting = named.length === 0 ? [] : await tx.eventSeals.stillWaiting(named);
  return ids.length - named.length + waiting.length;
}

/** Checks every seal; `key` is the key of the store's seals. */
export async function verify(tx: Reads, key: Buffer): Promise<Findings> {
  const found: ReadChain[] = [];
  for (const orgId of await tx.eventSeals.chains()) found.push(await verifyChain(tx, key, orgId));
  const at = await tx.eventSeals.waitingSince();
  return {
    chains: found.map(({ chain }) => chain),
    waiting: await tx.eventSeals.countWaiting(),
    waitingSince: isInstant(at) ? at : null,
    orphans: await tx.eventSeals.countOrphans(),
    ...judgeLook(
      await lookIn(tx, key),
      found.map(({ since }) => since),
    ),
  };
}

/**
 * Judges the last look. Seals also state when servers had looked: removing the note, or replacing it by an older one, hides no
 * more than the events since then.
 */
function judgeLook(noted: Awaited<ReturnType<typeof lookIn>>, sealed: readonly (Instant | undefined)[]) {
  const newest = sealed.reduce<Instant>((newest, since) => Math.max(newest, since ?? 0), 0);
  const looked = Math.max(noted?.looked ?? 0, newest) || null;
  if (noted === null) return { looked, problems: ["the note of when servers looked was changed"] };
  const isOlder = noted !== undefined && noted.complete > 0 && noted.complete < newest - tolerance;
  return { looked, problems: isOlder ? ["the note of when servers looked is older than a seal"] : [] };
}

const pageSize = 50;

interface ReadChain {
  readonly chain: Chain;
  /** The time at which servers had looked before the last seal. */
  readonly since: Instant | undefined;
}

async function verifyChain(tx: Reads, key: Buffer, orgId: string): Promise<ReadChain> {
  const problems: string[] = [];
  const whole: string[] = [];
  let [seals, kept, removed] = [0, 0, 0];
  let wholeThrough: Instant | null = null;
  let last: Link = { sequence: 0, digest: "" };
  let since: Instant | undefined;
  for (;;) {
    const page = await tx.eventSeals.after(orgId, last.sequence, pageSize);
    for (const seal of page) {
      const events = await tx.eventSeals.eventsOf(seal.id);
      const changed = problemsOf(key, seal, events);
      if (changed.length === 0) since = laterOf(seal, since);
      const found = changed.length > 0 ? changed : untimelyOf(seal, events, since);
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
  return { chain: { orgId, seals, kept, removed, wholeThrough, whole, problems }, since };
}

/** Returns the later time. After a seal by a clock that was set, nothing before it proves anything. */
function laterOf(seal: SealRow, since: Instant | undefined): Instant | undefined {
  if (seal.madeAt === madeAnyTime) return undefined;
  return Math.max(since ?? 0, sinceOf(seal) ?? 0) || undefined;
}

interface Link {
  readonly sequence: number;
  readonly digest: string;
}

/** Describes the problems between two neighbours of a chain. */
function gapBetween(last: Link, next: { readonly sequence: number; readonly previous: string }): string[] {
  const [first, end] = [last.sequence + 1, next.sequence - 1];
  if (end > first) return [`seals ${first} to ${end} are missing`];
  if (end === first) return [`seal ${first} is missing`];
  return next.previous === last.digest
    ? []
    : [`seal ${next.sequence}: it was made after another seal ${last.sequence}`];
}
