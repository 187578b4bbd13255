// Rows of events: how they are read and written, which are in a feed, and which of the newest are by or about a person.
import { type SelectQueryBuilder, sql } from "kysely";
import type { Actor, AuditEvent, EventType, Kept } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import { daySql, type Feed } from "./event-counts.ts";
import { count, many, type Unit } from "./facet.ts";
import { type Builder, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

/** An event as it is stored, without its seal. */
export type EventRow = Omit<Tables["events"], "sealId">;

/** The columns, named one by one, because a column of a newer version must not change what this version reads. */
export const eventColumns = [
  "id",
  "type",
  "at",
  "orgId",
  "groupId",
  "actorKind",
  "actorId",
  "actorName",
  "remoteAddress",
  "targetUsername",
  "details",
] as const;

/** A compile error here means that a column is missing above, and would not be sealed. */
const complete: [Exclude<keyof EventRow, (typeof eventColumns)[number]>] extends [never]
  ? true
  : keyof EventRow = true;
void complete;

const keptNames: ReadonlySet<string> = new Set<keyof Kept>([
  "roles",
  "team",
  "group",
  "name",
  "access",
  "endedAt",
  "receipt",
]);

/** Separates the details that only events keep from those that answers show. */
function readDetails(row: EventRow): Pick<AuditEvent, "details" | "kept"> {
  const details: Record<string, unknown> = {};
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(JSON.parse(row.details))) {
    (keptNames.has(name) ? kept : details)[name] = value;
  }
  return { details, kept };
}

export function toEvent(row: EventRow): AuditEvent {
  const { actorKind: kind, actorId: id, actorName: name, remoteAddress } = row;
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    actor:
      kind === null ? null : ({ kind, id, name, remoteAddress: { ip: remoteAddress ?? undefined } } as Actor),
    ...(row.orgId !== null && { orgId: row.orgId }),
    ...(row.groupId !== null && { groupId: row.groupId }),
    ...(row.targetUsername !== null && { targetUsername: row.targetUsername }),
    ...(kind === null && remoteAddress !== null && { remoteAddress }),
    ...readDetails(row),
  };
}

export const toRow = ({ actor, kept, details, ...event }: AuditEvent) => ({
  id: event.id,
  type: event.type,
  at: event.at,
  orgId: event.orgId ?? null,
  groupId: event.groupId ?? null,
  actorKind: actor?.kind ?? null,
  actorId: actor?.id ?? null,
  actorName: actor?.name ?? null,
  remoteAddress: actor === null ? (event.remoteAddress ?? null) : (actor.remoteAddress.ip ?? null),
  targetUsername: event.targetUsername ?? null,
  details: JSON.stringify({ ...details, ...kept }),
  sealId: null,
});

/** A period, both ends included; null is open. */
export interface Period {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/**
 * Selects the events of a feed; of one type, unless it is null. An index has them in the order of a page, with all columns
 * compared here.
 */
export function feed(db: Builder, of: Feed, type: string | null, { from, to }: Period) {
  const all = db.selectFrom("events");
  let found = "orgId" in of ? all.where("orgId", "=", of.orgId) : all.where("groupId", "=", of.groupId);
  if (type !== null) found = found.where("type", "=", type);
  if (from !== null) found = found.where("at", ">=", from);
  if (to !== null) found = found.where("at", "<=", to);
  return found;
}

/** Selects whole events in the order of a page. */
export const newestFirst = (found: SelectQueryBuilder<Tables, "events", object>) =>
  found.select(eventColumns).orderBy("at", "desc").orderBy("id", "desc");

/**
 * The most events that are searched: an index of the people in events would cost every change more than the search costs a
 * page.
 */
const mostSearched = 20_000;

export interface Search extends Period {
  /** A part of the name of actor or target: an address, a public key or a client id; empty for any. */
  readonly who: string;
  /** The words to find in the actor's name alone. */
  readonly by: string;
  /** The team's id, and its name for events that have it; null for any or none. */
  readonly team: { readonly id: string; readonly name: string } | null;
  /** The types; all if empty. */
  readonly types: readonly string[];
}

const newest = (db: Builder, of: Feed, period: Period) =>
  newestFirst(feed(db, of, null, period)).limit(mostSearched);

/** Returns a pattern in which special characters match any character. */
const like = (text: string) => text.replace(/[\\%_"]/g, "_");

function byOrAbout(db: Builder, of: Feed, { who, by, team, types, ...period }: Search) {
  let found = db.selectFrom(newest(db, of, period).as("newest"));
  const name = (column: "actorName" | "targetUsername", text: string) =>
    sql<boolean>`lower(${sql.ref(column)}) like ${`%${like(text.toLowerCase())}%`}`;
  if (by !== "") found = found.where(name("actorName", by));
  if (who !== "") {
    found = found.where((row) =>
      row.or([
        name("actorName", who),
        name("targetUsername", who),
        // A key or an account that the event is about.
        row("details", "like", `%"${like(who)}"%`),
      ]),
    );
  }
  if (team !== null) {
    found = found.where((row) =>
      row.or(
        [
          `%"teamId":"${like(team.id)}"%`,
          `%"team":{"id":"${like(team.id)}"%`,
          ...(team.name === "" ? [] : [`%"team":{"id":"%","name":"${like(team.name)}"}%`]),
        ].map((pattern) => row("details", "like", pattern)),
      ),
    );
  }
  return types.length === 0 ? found : found.where("type", "in", types);
}

const page = many(
  queryNow((db, of: Feed, search: Search, { skip, limit }: { skip: number; limit: number }) =>
    byOrAbout(db, of, search)
      .select(eventColumns)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .offset(skip),
  ),
  toEvent,
);

const countSearched = count(
  (db, of: Feed, period: Period) => db.selectFrom(newest(db, of, period).as("newest")),
  queryNow,
);

const days = many(
  queryNow((db, of: Feed, search: Search) =>
    byOrAbout(db, of, search)
      .select(({ fn }) => [daySql.as("day"), fn.countAll<number>().as("count")])
      .groupBy(daySql),
  ),
);

export const eventSearchReads = {
  /**
   * Returns a page by or about a person, newest first, of the newest 20,000 events of a period; `isCut` if older ones were not
   * searched.
   */
  async listOf(unit: Unit, of: Feed, search: Search, at: { skip: number; limit: number }) {
    const events = await page(unit, of, search, at);
    const found = (await days(unit, of, search)).map(
      ({ day, count }) => [Number(day), Number(count)] as const,
    );
    const searched = await countSearched(unit, of, search);
    return {
      events,
      total: found.reduce((total, [, count]) => total + count, 0),
      /** The counts by days since 1970, without days that have none. */
      days: new Map(found),
      isCut: searched >= mostSearched,
    };
  },
};
