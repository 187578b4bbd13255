// Finds work that waits in the background: events to seal, and mail to send.
import { sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { many, one } from "./facet.ts";

const isWaiting = sql.lit("WAITING" as const);

export const reads = {
  /** Counts events without a seal, and finds the time of the oldest. */
  events: one((db) =>
    db
      .selectFrom("events")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("at").as("oldest")])
      .where("sealId", "is", null),
  ),

  /** Counts waiting messages, and finds the time of the oldest. */
  mail: one((db) =>
    db
      .selectFrom("outbox")
      .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("createdAt").as("oldest")])
      .where("status", "=", isWaiting),
  ),

  /** Counts the messages that were given up since an instant. */
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

  /**
   * Counts users and roles that deployments lack or still have, by reason, with the longest wait; null for those that were
   * created with fewer rights.
   */
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
