// Audit events, written in the same unit of work as the change they tell of.
import type { AuditEvent } from "../domain/event.ts";
import type { Scope } from "./connection.ts";
import { insertion } from "./query.ts";

const insert = insertion("events", [
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
]);

export const eventWrites = {
  async add(scope: Scope, event: AuditEvent): Promise<void> {
    await scope.change(insert, {
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
    });
  },
};
