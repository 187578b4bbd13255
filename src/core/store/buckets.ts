// Buckets that all processes of a store take from, and that a restart does not fill. Each is one instant: when it is full again.
import { hour, type Instant } from "../domain/instant.ts";
import { changes, one, posts, type Unit } from "./facet.ts";
import { derived } from "./query.ts";
import { selection } from "./statements.ts";

/** A token taken from a bucket that holds `capacity`, and gets one back in `cost` milliseconds. */
export interface Taking {
  readonly keyHash: string;
  readonly capacity: number;
  readonly cost: number;
  readonly now: Instant;
}

/** A bucket that is full later than this was taken from by a clock that has been set back since, and counts as full. */
const mostSkew = hour;

interface Bounds extends Omit<Taking, "capacity"> {
  /** The latest at which a bucket with something in it is full. */
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
  /** Takes one and returns nothing; or, of an empty bucket, when it will have one again. */
  async take(unit: Unit, { keyHash, capacity, cost, now }: Taking): Promise<Instant | undefined> {
    const latest = now + (capacity - 1) * cost;
    if (await take(unit, { keyHash, cost, now, latest, absurd: latest + cost + mostSkew })) return undefined;
    const bucket = await find(unit, keyHash);
    return bucket === undefined ? now : bucket.fullAt - (capacity - 1) * cost;
  },

  /** Forgets full buckets: they are as good as none. */
  sweep: posts((db, now: Instant) => db.deleteFrom("buckets").where("fullAt", "<=", now)),
};
