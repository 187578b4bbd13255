// Buckets that all processes of a store share, and that a restart does not fill. Each is stored as the instant at which it is
// full again.
import { hour, type Instant } from "../domain/instant.ts";
import { changes, one, posts, type Unit } from "./facet.ts";
import { derived } from "./query.ts";
import { selection } from "./statements.ts";

/** A request to take from a bucket that holds `capacity` and gets one back in `cost` milliseconds. */
export interface Taking {
  readonly keyHash: string;
  readonly capacity: number;
  readonly cost: number;
  readonly now: Instant;
}

/**
 * The latest plausible time until a bucket is full: a later one was written by a clock that was set back since, and the bucket
 * counts as full.
 */
const mostSkew = hour;

interface Bounds extends Omit<Taking, "capacity"> {
  /** The latest instant at which a bucket that is not empty is full. */
  readonly latest: Instant;
  readonly absurd: Instant;
}

const take = changes((db, at: Bounds) =>
  db
    .insertInto("buckets")
    .values({ keyHash: at.keyHash, fullAt: derived(at, ({ now, cost }) => now + cost) })
    .onConflict((on) =>
      on
        .column("keyHash")
        .doUpdateSet(({ eb }) => ({
          fullAt: eb(
            eb
              .case()
              .when(eb.and([eb("buckets.fullAt", ">", at.now), eb("buckets.fullAt", "<", at.absurd)]))
              .then(eb.ref("buckets.fullAt"))
              .else(at.now)
              .end(),
            "+",
            at.cost,
          ),
        }))
        .where(({ eb, or }) =>
          or([eb("buckets.fullAt", "<=", at.latest), eb("buckets.fullAt", ">=", at.absurd)]),
        ),
    ),
);

const find = one(selection("buckets", ["fullAt"], "keyHash"));

export const writes = {
  /** Takes one and returns undefined; or, for an empty bucket, returns when it will have one again. */
  async take(unit: Unit, { keyHash, capacity, cost, now }: Taking): Promise<Instant | undefined> {
    const latest = now + (capacity - 1) * cost;
    if (await take(unit, { keyHash, cost, now, latest, absurd: latest + cost + mostSkew })) return undefined;
    const bucket = await find(unit, keyHash);
    return bucket === undefined ? now : bucket.fullAt - (capacity - 1) * cost;
  },

  /** Deletes full buckets, which are equal to missing ones. */
  sweep: posts((db, now: Instant) => db.deleteFrom("buckets").where("fullAt", "<=", now)),
};
