// Seals of events: which events wait for one, the chain of each organization, and what retention takes out.
import type { Instant } from "../domain/instant.ts";
import { Collision, type Unit } from "./connection.ts";
import { countSealed, discount } from "./event-counts.ts";
import { insertion, query, queryAmong } from "./query.ts";
import type { Tables } from "./tables.ts";

/** An event as it is kept, without the mark of its seal. */
export type EventRow = Omit<Tables["events"], "seal_id">;

/** A seal as it is kept. */
export type SealRow = Tables["event_seals"];

const columns = [
  "id",
  "type",
  "at",
  "org_id",
  "group_id",
  "actor_kind",
  "actor_id",
  "actor_name",
  "remote_address",
  "target_username",
  "details",
] as const satisfies readonly (keyof EventRow)[];

/** What is not listed above would not be sealed. */
const complete: [Exclude<keyof EventRow, (typeof columns)[number]>] extends [never] ? true : keyof EventRow =
  true;
void complete;

/** What happened in a project alone is of the organization that has it. */
const waiting = query((db, at: { after: string; limit: number }) =>
  db
    .selectFrom("events")
    .leftJoin("groups", "groups.id", "events.group_id")
    .select((select) => [
      "events.id",
      select.fn.coalesce("events.org_id", "groups.org_id", select.val("")).as("orgId"),
    ])
    .where("events.seal_id", "is", null)
    .where("events.id", ">", at.after)
    .orderBy("events.id")
    .limit(at.limit),
);

const waitingOutside = query((db, at: { from: Instant; until: Instant }) =>
  db
    .selectFrom("events")
    .select("id")
    .where("seal_id", "is", null)
    .where((row) => row.or([row("at", "<", at.from), row("at", ">", at.until)]))
    .limit(1000),
);

const waitingCount = query((db) =>
  db
    .selectFrom("events")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("seal_id", "is", null),
);

const unsealedAmong = queryAmong((db, ids) =>
  db.selectFrom("events").select(columns).where("id", "in", ids).where("seal_id", "is", null).orderBy("id"),
);

const mark = queryAmong((db, ids, as: { sealId: string }) =>
  db.updateTable("events").set({ seal_id: as.sealId }).where("id", "in", ids).where("seal_id", "is", null),
);

const ofSeal = query((db, at: { sealId: string }) =>
  db.selectFrom("events").select(columns).where("seal_id", "=", at.sealId),
);

const orphans = query((db) =>
  db
    .selectFrom("events")
    .leftJoin("event_seals", "event_seals.id", "events.seal_id")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("events.seal_id", "is not", null)
    .where("event_seals.id", "is", null),
);

const last = query((db, at: { orgId: string }) =>
  db
    .selectFrom("event_seals")
    .select(["sequence", "digest"])
    .where("org_id", "=", at.orgId)
    .orderBy("sequence", "desc")
    .limit(1),
);

const chains = query((db) => db.selectFrom("event_seals").select("org_id").distinct().orderBy("org_id"));

const sealColumns = [
  ...(["id", "org_id", "sequence", "event_count", "through_at", "made_at", "previous"] as const),
  ...(["contents", "contents_hash", "digest", "removal"] as const),
];

const after = query((db, at: { orgId: string; sequence: number; limit: number }) =>
  db
    .selectFrom("event_seals")
    .select(sealColumns)
    .where("org_id", "=", at.orgId)
    .where("sequence", ">", at.sequence)
    .orderBy("sequence")
    .limit(at.limit),
);

const oldest = query((db, at: { before: Instant }) =>
  db
    .selectFrom("event_seals")
    .select(sealColumns)
    .where("contents", "is not", null)
    .where("through_at", "<", at.before)
    .orderBy("through_at")
    .limit(1)
    // Whoever else removes the same waits, and then finds it removed.
    .forUpdate(),
);

const insert = insertion("event_seals");

const removeEvents = query((db, at: { sealId: string }) =>
  db.deleteFrom("events").where("seal_id", "=", at.sealId),
);

const removeContents = query((db, to: { id: string; removal: string }) =>
  db.updateTable("event_seals").set({ contents: null, removal: to.removal }).where("id", "=", to.id),
);

export const eventSealReads = {
  /** Events without a seal after an id, each with the organization whose chain it goes to; empty for none. */
  waiting: async (unit: Unit, after: string, limit: number): Promise<{ id: string; orgId: string }[]> =>
    unit.all(waiting, { after, limit }),

  /** Ids of events without a seal that say an earlier or later time; null where somebody took the id away, as SQLite allows. */
  async waitingOutside(unit: Unit, from: Instant, until: Instant): Promise<(string | null)[]> {
    return (await unit.all(waitingOutside, { from, until })).map(({ id }) => id);
  },

  async countWaiting(unit: Unit): Promise<number> {
    return (await unit.first(waitingCount, {}))?.count ?? 0;
  },

  /** Those of the events, one at least, that have no seal yet, in the order of their ids. */
  stillWaiting: async (unit: Unit, ids: readonly string[]): Promise<EventRow[]> =>
    unit.all(unsealedAmong(ids), {}),

  /** Events that are marked with a seal. */
  eventsOf: async (unit: Unit, sealId: string): Promise<EventRow[]> => unit.all(ofSeal, { sealId }),

  /** How many events are marked with a seal that is not there. */
  async countOrphans(unit: Unit): Promise<number> {
    return (await unit.first(orphans, {}))?.count ?? 0;
  },

  /** The newest seal of an organization. */
  last: (unit: Unit, orgId: string): Promise<Pick<SealRow, "sequence" | "digest"> | undefined> =>
    unit.first(last, { orgId }),

  /** Organizations that have a chain, by id. */
  async chains(unit: Unit): Promise<string[]> {
    return (await unit.all(chains, {})).map((row) => row.org_id);
  },

  /** Seals of a chain after one, in order. */
  after: async (unit: Unit, orgId: string, sequence: number, limit: number): Promise<SealRow[]> =>
    unit.all(after, { orgId, sequence, limit }),

  /** The oldest batch whose events are all from before an instant and still kept. */
  oldest: (unit: Unit, before: Instant): Promise<SealRow | undefined> => unit.first(oldest, { before }),
};

export const eventSealWrites = {
  ...eventSealReads,

  /**
   * Adds a seal to its chain, marks its events with it, and counts them among the sealed ones of their feeds. The unit runs
   * again when another has sealed some of them.
   */
  async add(unit: Unit, seal: SealRow, ids: readonly string[]): Promise<void> {
    await unit.change(insert, seal);
    const marked = await unit.change(mark(ids), { sealId: seal.id });
    if (marked !== ids.length) throw new Collision("events were sealed meanwhile");
    await countSealed(unit, seal.id);
  },

  /** Removes the events of a seal, which stays as a member of its chain. */
  async removeEvents(unit: Unit, id: string, removal: string): Promise<void> {
    await discount(unit, id);
    await unit.change(removeEvents, { sealId: id });
    await unit.change(removeContents, { id, removal });
  },
};
