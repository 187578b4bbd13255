// Buckets that all processes of a store take from, and that a restart does not fill. Each is one instant: when it is full again.
import { hour, type Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { changes, one, posts } from "./facet.ts";

/** One taking out of a bucket that holds `capacity`, and gets one back in `cost` milliseconds. */
export interface Taking {
  readonly keyHash: string;
  readonly capacity: number;
  readonly cost: number;
  readonly now: Instant;
}

/** A bucket that is full later than this was taken from by a clock that has been set back since, and counts as full. */
const mostSkew = hour;

interface Bounds {
  readonly keyHash: string;
  readonly cost: number;
  readonly now: Instant;
  /** When a bucket is full that was full until now. */
  readonly first: Instant;
  /** The latest at which a bucket with something in it is full. */
  readonly latest: Instant;
  readonly absurd: Instant;
}

const take = changes((db, at: Bounds) =>
  db
    .insertInto("buckets")
    .values({ key_hash: at.keyHash, full_at: at.first })
    .onConflict((on) =>
      on
        .column("key_hash")
        .doUpdateSet(({ eb }) => ({
          full_at: eb(
            eb
              .case()
              .when(eb.and([eb("buckets.full_at", ">", at.now), eb("buckets.full_at", "<", at.absurd)]))
              .then(eb.ref("buckets.full_at"))
              .else(at.now)
              .end(),
            "+",
            at.cost,
          ),
        }))
        .where(({ eb, or }) =>
          or([eb("buckets.full_at", "<=", at.latest), eb("buckets.full_at", ">=", at.absurd)]),
        ),
    ),
);

const find = one((db, keyHash: string) =>
  db.selectFrom("buckets").select("full_at").where("key_hash", "=", keyHash),
);

export const bucketWrites = {
  /** Takes one and returns nothing; or, of an empty bucket, when it will have one again. */
  async take(unit: Unit, { keyHash, capacity, cost, now }: Taking): Promise<Instant | undefined> {
    const latest = now + (capacity - 1) * cost;
    const bounds = { keyHash, cost, now, first: now + cost, latest, absurd: latest + cost + mostSkew };
    if (await take(unit, bounds)) return undefined;
    const bucket = await find(unit, keyHash);
    return bucket === undefined ? now : bucket.full_at - (capacity - 1) * cost;
  },

  /** Forgets full buckets: they are as good as none. */
  sweep: posts((db, now: Instant) => db.deleteFrom("buckets").where("full_at", "<=", now)),
};
