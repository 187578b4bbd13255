// The figures of a store for its operators: what it has counted since it was opened, and its present state.
import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Outage } from "./outages.ts";

/** The bounds in seconds. */
const bounds = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 5, 10] as const;

/** The durations of something, in classes. */
export class Waits {
  readonly bounds = bounds;
  /** The counts of waits up to each bound; the last one counts those beyond all. */
  readonly counts: number[] = Array(bounds.length + 1).fill(0);
  sum = 0;

  observe(ms: number): void {
    const seconds = ms / 1000;
    this.sum += seconds;
    const at = bounds.findIndex((bound) => seconds <= bound);
    const index = at === -1 ? bounds.length : at;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
  }
}

export interface PoolState {
  readonly open: number;
  readonly idle: number;
  /** The number of units of work that wait for a connection. */
  readonly waiting: number;
  readonly most: number;
}

export interface FileState {
  readonly bytes: number;
  readonly logBytes: number;
  /** The free bytes on its disk, for this user. */
  readonly freeBytes: number;
}

/** The figures of an engine. */
export interface Vitals {
  /** The waits for locks of the database: on SQLite those of other programs, only if there was a wait. */
  readonly lockWaits: Waits;
  /** The number of units that were run again, because they collided with others. */
  collisions: number;
  /** The number of units that were run again, because their connection broke. */
  breaks: number;
  /** Returns the state of PostgreSQL's pool. */
  readonly pool?: () => PoolState;
  /** Returns the state of a SQLite file; undefined while it is missing. */
  readonly file?: () => FileState | undefined;
}

export interface StoreVitals extends Vitals {
  /** The number of changes whose outcome is unknown. */
  readonly unknownOutcomes: number;
  /** The number of units that each outage has refused, by its words. */
  readonly outages: ReadonlyMap<string, { readonly outage: Outage; readonly count: number }>;
}

export const createVitals = (state: Pick<Vitals, "pool" | "file"> = {}): Vitals => ({
  lockWaits: new Waits(),
  collisions: 0,
  breaks: 0,
  ...state,
});

export function stateOfFile(path: string): FileState | undefined {
  const sizeOf = (name: string) => statSync(name, { throwIfNoEntry: false })?.size;
  const bytes = sizeOf(path);
  if (bytes === undefined) return undefined;
  const { bavail, bsize } = statfsSync(dirname(path));
  return { bytes, logBytes: sizeOf(`${path}-wal`) ?? 0, freeBytes: bavail * bsize };
}
