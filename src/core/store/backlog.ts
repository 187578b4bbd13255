// Finds work that waits in the background: events to seal, mail to send.
import { sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { many, one } from "./facet.ts";

const isWaiting = sql.lit("WAITING" as const);

export const reads = {
  /** Events without a seal, and when the oldest of them happened. */
  events: one((db) =>
    db
      .selectFrom("events")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("at").as("oldest")])
      .where("sealId", "is", null),
  ),

  /** Messages that wait, and when the oldest of them was written. */
  mail: one((db) =>
    db
      .selectFrom("outbox")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("createdAt").as("oldest")])
      .where("status", "=", isWaiting),
  ),

  /** Messages that were given up since an instant. */
  failedMail: one(
    (db, since: Instant) =>
      db
        .selectFrom("outbox")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("status", "<>", isWaiting)
        .where("status", "=", sql.lit("FAILED" as const))
        .where("dueAt", ">=", since),
    ({ count }) => count,
  ),

  /** Users and roles that deployments lack, or still have, by why, and since when at the longest; null of those that are made with less than they should. */
  provisions: many((db) =>
    db
      .selectFrom("provisions")
      .select("problem")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("waitsSince").as("oldest")])
      .where(({ or, eb }) => or([eb("waitsSince", "is not", null), eb("problem", "is not", null)]))
      .groupBy("problem")
      .orderBy("problem"),
  ),
};
