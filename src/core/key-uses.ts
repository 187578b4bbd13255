// Notes when API keys are used: in memory, and every few seconds in the store, for each key once an hour.
import type { NoteKeyUse } from "./domain/credential.ts";
import { day, hour, type Instant, second } from "./domain/instant.ts";
import { createWriter } from "./looking.ts";
import type { Store } from "./store/store.ts";

const writeEvery = 5 * second;
/** The precision of a key's last use: a key in constant use is written this often. */
const noteEvery = hour;
const sweepEvery = day;
/** The number of rows that one unit of work writes, while other writers wait. */
const atOnce = 50;

export type KeyUses = ReturnType<typeof createKeyUses>;

/**
 * Creates the notes. Any number of processes may write to the same store; a process that is killed loses what it had not
 * written. `wall` is real time.
 */
export function createKeyUses({ store, wall }: { store: Store; wall: () => Instant }) {
  /** The last use of each key noted by this process; deleted keys are removed with the next sweep. */
  let noted = new Map<string, Instant>();
  let unwritten = new Map<string, Instant>();
  let sweepAt = wall() + sweepEvery;

  async function write(): Promise<void> {
    const uses = [...unwritten];
    unwritten = new Map();
    try {
      while (uses.length > 0) {
        await store.write((tx) => tx.keyUses.note(uses.slice(0, atOnce)));
        uses.splice(0, atOnce);
      }
    } catch (reason) {
      // Uses that came meanwhile are newer.
      unwritten = new Map([...uses, ...unwritten]);
      throw reason;
    }
    if (wall() < sweepAt) return;
    sweepAt = wall() + sweepEvery;
    noted = new Map();
    await store.write((tx) => tx.keyUses.sweep());
  }

  const note: NoteKeyUse = (id, now) => {
    const before = noted.get(id);
    // The clock of the test controls may have been put back.
    if (before !== undefined && Math.abs(now - before) < noteEvery) return;
    noted.set(id, now);
    unwritten.set(id, now);
  };

  const complaint = "noting the last use of API keys failed; it is tried again";
  return { note, ...createWriter(writeEvery, write, complaint) };
}
