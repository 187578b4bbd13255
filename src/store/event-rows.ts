// Rows of events: how they are read and written, and which of them are in a feed.
import type { Actor, AuditEvent, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import type { Feed } from "./event-counts.ts";
import type { EventRow } from "./event-seals.ts";
import type { Builder } from "./query.ts";

export function toEvent(row: EventRow): AuditEvent {
  const { roles, ...details } = JSON.parse(row.details) as NonNullable<EventSubject["details"]> &
    Pick<EventSubject, "roles">;
  const { actor_kind: kind, actor_id: id, actor_name: name, remote_address: remoteAddress } = row;
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    actor: kind === null ? null : ({ kind, id, name, remoteAddress } as Actor),
    ...(row.org_id !== null && { orgId: row.org_id }),
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.target_username !== null && { targetUsername: row.target_username }),
    details,
    ...(roles !== undefined && { roles }),
  };
}

export const toRow = ({ actor, roles, details = {}, ...event }: AuditEvent) => ({
  id: event.id,
  type: event.type,
  at: event.at,
  org_id: event.orgId ?? null,
  group_id: event.groupId ?? null,
  actor_kind: actor?.kind ?? null,
  actor_id: actor?.id ?? null,
  actor_name: actor?.name ?? null,
  remote_address: actor?.remoteAddress ?? null,
  target_username: event.targetUsername ?? null,
  details: JSON.stringify(roles === undefined ? details : { ...details, roles }),
  seal_id: null,
});

/** Both ends are part of it; null is open. */
export interface Period {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Events of a feed; of one type, unless it is null. An index has these in the order of a page, with all columns compared here. */
export function feed(db: Builder, of: Feed, type: string | null, { from, to }: Period) {
  const all = db.selectFrom("events");
  let found = "orgId" in of ? all.where("org_id", "=", of.orgId) : all.where("group_id", "=", of.groupId);
  if (type !== null) found = found.where("type", "=", type);
  if (from !== null) found = found.where("at", ">=", from);
  if (to !== null) found = found.where("at", "<=", to);
  return found;
}
