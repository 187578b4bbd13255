// Rows of events: how they are read and written, and which of them are in a feed.
import type { Actor, AuditEvent, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import type { Feed } from "./event-counts.ts";
import type { EventRow } from "./event-seals.ts";
import type { Builder } from "./query.ts";

export function toEvent(row: EventRow): AuditEvent {
  const { roles, ...details } = JSON.parse(row.details) as NonNullable<EventSubject["details"]> &
    Pick<EventSubject, "roles">;
  const { actorKind: kind, actorId: id, actorName: name, remoteAddress } = row;
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    actor: kind === null ? null : ({ kind, id, name, remoteAddress } as Actor),
    ...(row.orgId !== null && { orgId: row.orgId }),
    ...(row.groupId !== null && { groupId: row.groupId }),
    ...(row.targetUsername !== null && { targetUsername: row.targetUsername }),
    details,
    ...(roles !== undefined && { roles }),
  };
}

export const toRow = ({ actor, roles, details = {}, ...event }: AuditEvent) => ({
  id: event.id,
  type: event.type,
  at: event.at,
  orgId: event.orgId ?? null,
  groupId: event.groupId ?? null,
  actorKind: actor?.kind ?? null,
  actorId: actor?.id ?? null,
  actorName: actor?.name ?? null,
  remoteAddress: actor?.remoteAddress ?? null,
  targetUsername: event.targetUsername ?? null,
  details: JSON.stringify(roles === undefined ? details : { ...details, roles }),
  sealId: null,
});

/** Both ends are part of it; null is open. */
export interface Period {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Events of a feed; of one type, unless it is null. An index has these in the order of a page, with all columns compared here. */
export function feed(db: Builder, of: Feed, type: string | null, { from, to }: Period) {
  const all = db.selectFrom("events");
  let found = "orgId" in of ? all.where("orgId", "=", of.orgId) : all.where("groupId", "=", of.groupId);
  if (type !== null) found = found.where("type", "=", type);
  if (from !== null) found = found.where("at", ">=", from);
  if (to !== null) found = found.where("at", "<=", to);
  return found;
}
