// IP access lists as the gate sees them: read when a client connects, and kept for at most a second.
import { networkEntries } from "../../atlas/access-lists/kept.ts";
import type { ReadonlyClock } from "../../core/clock.ts";
import { covers } from "../../core/domain/access-entry.ts";
import { second } from "../../core/domain/instant.ts";
import type { Store } from "../../core/store/store.ts";

const mostAge = second;

type Entries = Awaited<ReturnType<typeof networkEntries.all>>;

interface Kept {
  readonly entries: Promise<Entries>;
  readonly readAt: number;
}

interface ListsDeps {
  readonly store: Pick<Store, "look">;
  readonly clock: ReadonlyClock;
  readonly elapsed: () => number;
}

/** Reports whether entries admit an address. Security groups belong to Amazon's networks and never admit one here. */
const admits = (entries: Entries, ip: string, now: number): boolean =>
  entries.some(
    ({ document: { cidr }, endsAt }) =>
      cidr !== undefined && (endsAt === null || endsAt > now) && covers(cidr, ip),
  );

export function createLists({ store, clock, elapsed }: ListsDeps) {
  const kept = new Map<string, Kept>();

  function entriesOf(groupId: string): Promise<Entries> {
    const known = kept.get(groupId);
    if (known !== undefined && elapsed() - known.readAt < mostAge) return known.entries;
    const now = clock.now();
    const entries = store.look((tx) => networkEntries.all({ tx, now }, { id: groupId }));
    const read = { entries, readAt: elapsed() };
    kept.set(groupId, read);
    entries.catch(() => {
      if (kept.get(groupId) === read) kept.delete(groupId);
    });
    return entries;
  }

  return {
    /**
     * Returns a function that reports whether an address is on the list of a project at this moment. Rejects if the list
     * cannot be read.
     */
    async judge(groupId: string): Promise<(ip: string) => boolean> {
      const entries = await entriesOf(groupId);
      return (ip) => admits(entries, ip, clock.now());
    },
    /** Forgets all lists. Call it when one may have changed. */
    forget: () => kept.clear(),
  };
}
