// Removes in the background what has ended by the clock, and what the settings no longer keep: handled mail, and old
// invitations.
import type { Logger } from "pino";
import { endOverdue } from "./changes/resources.ts";
import type { ReadonlyClock } from "./clock.ts";
import { day, type Instant, minute } from "./domain/instant.ts";
import { createLooking } from "./looking.ts";
import type { Store, Writes } from "./store/store.ts";

/** The number of rows that one unit of work removes, while other writes wait a few milliseconds. */
const batchSize = 200;
const lookEvery = minute;

interface Parts {
  readonly store: Store;
  /** The clock by which invitations expire. */
  readonly clock: ReadonlyClock;
  /** The clock of the outbox: real time. */
  readonly wall: () => Instant;
  /** The days after which sent or abandoned mail is removed; null for never. */
  readonly mailDays: number | null;
  /** The days after their end at which invitations are removed; null for never. */
  readonly inviteDays: number | null;
  readonly newId: (now: Instant) => string;
  readonly log: Pick<Logger, "error" | "info">;
}

/** Creates a sweeper. Any number of processes may run one on the same store. */
export function createSweeper({ store, clock, wall, mailDays, inviteDays, newId, log }: Parts) {
  const looking = createLooking(lookEvery, run);

  async function sweep(what: string, removeSome: (tx: Writes) => Promise<number>): Promise<void> {
    let removed = 0;
    for (let some = batchSize; some === batchSize && !looking.isClosed(); removed += some) {
      some = await store.write(removeSome);
    }
    if (removed > 0) log.info({ removed }, `${what} removed`);
  }

  async function run(): Promise<void> {
    try {
      const now = clock.now();
      await sweep("temporary resources", (tx) => endOverdue({ tx, now, newId: () => newId(now) }, batchSize));
      if (mailDays !== null) {
        const before = wall() - mailDays * day;
        await sweep("mail", (tx) => tx.outbox.removeSettled(before, batchSize));
      }
      if (inviteDays !== null) {
        const before = clock.now() - inviteDays * day;
        await sweep("ended invitations", (tx) => tx.invites.removeEnded(before, batchSize));
        await sweep("overdue invitations", (tx) => tx.invites.removeOverdue(before, batchSize));
      }
    } catch (reason) {
      // The next look finds the rest.
      log.error({ err: reason }, "removing what is kept no longer failed");
    }
  }

  return {
    start: looking.start,
    look: looking.look,
    /** Begins no other batch, and waits for the one under way. */
    close: looking.close,
  };
}
