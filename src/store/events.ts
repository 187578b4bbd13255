// Audit events, written in the same unit of work as the change they record.
import type { Actor, AuditEvent, EventFilter, EventSubject, EventType } from "../domain/event.ts";
import { type Paged, type PageRequest, skipped } from "../domain/page.ts";
import type { Unit } from "./connection.ts";
import { type Builder, insertion, query, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

/** A feed belongs to an organization or to a project. */
type Feed = { readonly orgId: string } | { readonly groupId: string };

const byId = query((db, at: { id: string }) => db.selectFrom("events").selectAll().where("id", "=", at.id));

/** Lists of types vary in length, so that each is a query of its own. */
function feed(db: Builder, of: Feed, { types, excludedTypes, from, to }: EventFilter) {
  const all = db.selectFrom("events");
  let found = "orgId" in of ? all.where("org_id", "=", of.orgId) : all.where("group_id", "=", of.groupId);
  if (types !== undefined && types.length > 0) found = found.where("type", "in", types);
  if (excludedTypes !== undefined && excludedTypes.length > 0) {
    found = found.where("type", "not in", excludedTypes);
  }
  if (from !== undefined) found = found.where("at", ">=", from);
  if (to !== undefined) found = found.where("at", "<=", to);
  return found;
}

const toEvent = (row: Tables["events"]): AuditEvent => ({
  id: row.id,
  type: row.type as EventType,
  at: row.at,
  actor:
    row.actor_kind === null
      ? null
      : ({
          kind: row.actor_kind,
          id: row.actor_id,
          name: row.actor_name,
          remoteAddress: row.remote_address,
        } as Actor),
  ...(row.org_id !== null && { orgId: row.org_id }),
  ...(row.group_id !== null && { groupId: row.group_id }),
  ...(row.target_username !== null && { targetUsername: row.target_username }),
  details: JSON.parse(row.details) as NonNullable<EventSubject["details"]>,
});

export const eventReads = {
  async find(unit: Unit, id: string): Promise<AuditEvent | undefined> {
    const row = await unit.first(byId, { id });
    return row && toEvent(row);
  },

  /** A page of a feed, newest first. */
  async list(unit: Unit, of: Feed, filter: EventFilter, at: PageRequest): Promise<Paged<AuditEvent>> {
    const page = queryNow((db) =>
      feed(db, of, filter)
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(at.itemsPerPage)
        .offset(skipped(at)),
    );
    const count = queryNow((db) =>
      feed(db, of, filter).select((select) => select.fn.countAll<number>().as("count")),
    );
    const results = (await unit.all(page, {})).map(toEvent);
    const total = at.includeCount ? ((await unit.first(count, {}))?.count ?? 0) : 0;
    return { ...at, results, total };
  },
};

const insert = insertion("events");

export const eventWrites = {
  ...eventReads,

  async add(unit: Unit, event: AuditEvent): Promise<void> {
    await unit.change(insert, {
      id: event.id,
      type: event.type,
      at: event.at,
      org_id: event.orgId ?? null,
      group_id: event.groupId ?? null,
      actor_kind: event.actor?.kind ?? null,
      actor_id: event.actor?.id ?? null,
      actor_name: event.actor?.name ?? null,
      remote_address: event.actor?.remoteAddress ?? null,
      target_username: event.targetUsername ?? null,
      details: JSON.stringify(event.details ?? {}),
      seal_id: null,
    });
  },
};
