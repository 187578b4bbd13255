// Seals of events: which events have none yet, the chain of each organization, and what retention removes.
import type { Instant } from "../domain/instant.ts";
import { Collision } from "./database.ts";
import { countSealed, discount } from "./event-counts.ts";
import { eventColumns } from "./event-rows.ts";
import { count, countsChanges, many, manyAmong, one, posts, type Unit } from "./facet.ts";
import { type Builder, insertion, queryAmong } from "./query.ts";
import { selection } from "./statements.ts";
import type { Tables } from "./tables.ts";

export type SealRow = Tables["eventSeals"];

const mark = countsChanges(
  queryAmong((db, ids, sealId: string) =>
    db.updateTable("events").set({ sealId }).where("id", "in", ids).where("sealId", "is", null),
  ),
);

const seals = (db: Builder) =>
  db
    .selectFrom("eventSeals")
    .select(["id", "orgId", "sequence", "eventCount", "throughAt", "madeAt", "previous"])
    .select(["contents", "contentsHash", "digest", "removal"]);

const insert = posts(insertion("eventSeals"));

const empty = posts(
  (db: Builder, id: string, _removal: string) => db.deleteFrom("events").where("sealId", "=", id),
  (db: Builder, id: string, removal: string) =>
    db.updateTable("eventSeals").set({ contents: null, removal }).where("id", "=", id),
);

export const reads = {
  /** Finds events without a seal after an id, each with the organization of its chain; an empty id for none. */
  waiting: many((db, after: string, limit: number) =>
    db
      .selectFrom("events")
      // Events of a project alone belong to the chain of its organization.
      .leftJoin("groups", "groups.id", "events.groupId")
      .select((select) => [
        "events.id",
        select.fn.coalesce("events.orgId", "groups.orgId", select.val("")).as("orgId"),
      ])
      .where("events.sealId", "is", null)
      .where("events.id", ">", after)
      .orderBy("events.id")
      .limit(limit),
  ),

  /** Finds ids of events without a seal that state an earlier time; null if the id was removed, as SQLite allows. */
  waitingBefore: many(
    (db, before: Instant) =>
      db
        .selectFrom("events")
        .select("id")
        .where("sealId", "is", null)
        .where((row) => row.or([row("at", "<", before), row("id", "is", null)]))
        .limit(1000),
    ({ id }): string | null => id,
  ),

  countWaiting: count((db) => db.selectFrom("events").where("sealId", "is", null)),

  /** Returns the oldest time of an event without a seal. */
  waitingSince: one(
    (db) =>
      db
        .selectFrom("events")
        .select(({ fn }) => fn.min("at").as("at"))
        .where("sealId", "is", null),
    ({ at }): Instant | null => at,
  ),

  /** Finds which of the events, one at least, have no seal yet, in the order of their ids. */
  stillWaiting: manyAmong((db, ids) =>
    db
      .selectFrom("events")
      .select(eventColumns)
      .where("id", "in", ids)
      .where("sealId", "is", null)
      .orderBy("id"),
  ),

  eventsOf: many(selection("events", eventColumns, "sealId")),

  /** Counts the events marked with a seal that is missing. */
  countOrphans: count((db) =>
    db
      .selectFrom("events")
      .leftJoin("eventSeals", "eventSeals.id", "events.sealId")
      .where("events.sealId", "is not", null)
      .where("eventSeals.id", "is", null),
  ),

  /** Finds chains in which a seal before the last one is missing. */
  gaps: many(
    (db) =>
      db
        .selectFrom("eventSeals")
        .select("orgId")
        .groupBy("orgId")
        .having(({ eb, fn }) => eb(fn.max("sequence"), "<>", fn.countAll<number>())),
    (row) => row.orgId,
  ),

  last: one((db, orgId: string) =>
    db
      .selectFrom("eventSeals")
      .select(["sequence", "digest"])
      .where("orgId", "=", orgId)
      .orderBy("sequence", "desc")
      .limit(1),
  ),

  /** Reads the newest seals of organizations, after an id, without their contents. */
  heads: many((db, after: string, limit: number) =>
    db
      .selectFrom("eventSeals as seal")
      .select(["id", "orgId", "sequence", "eventCount", "throughAt", "madeAt", "digest"])
      .where("id", ">", after)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("eventSeals as later")
              .select("later.id")
              .whereRef("later.orgId", "=", "seal.orgId")
              .whereRef("later.sequence", ">", "seal.sequence"),
          ),
        ),
      )
      .orderBy("id")
      .limit(limit),
  ),

  chains: many(
    (db) => db.selectFrom("eventSeals").select("orgId").distinct().orderBy("orgId"),
    (row) => row.orgId,
  ),

  after: many((db, orgId: string, sequence: number, limit: number) =>
    seals(db).where("orgId", "=", orgId).where("sequence", ">", sequence).orderBy("sequence").limit(limit),
  ),

  /** Finds the oldest batch whose events are all older than an instant and not yet removed. */
  oldest: one((db, before: Instant) =>
    seals(db)
      .where("contents", "is not", null)
      .where("throughAt", "<", before)
      .orderBy("throughAt")
      .limit(1)
      // Another process that removes the same batch waits, and then finds it removed.
      .forUpdate(),
  ),
};

export const writes = {
  /**
   * Adds a seal, marks its events and counts them as sealed. The unit runs again if another process has sealed some of them.
   */
  async add(unit: Unit, seal: SealRow, ids: readonly string[]): Promise<void> {
    insert(unit, seal);
    if ((await mark(unit, ids, seal.id)) !== ids.length) throw new Collision("events were sealed meanwhile");
    countSealed(unit, seal.id);
  },

  /** Removes the events of a seal, which remains in its chain. */
  async removeEvents(unit: Unit, id: string, removal: string): Promise<void> {
    discount(unit, id);
    empty(unit, id, removal);
  },
};
