// What an audit event says: which change, in which scope, by whom, concerning whom.
import type { Caller } from "./access.ts";
import type { Instant } from "./instant.ts";

export type EventType =
  | "GROUP_CREATED"
  | "GROUP_DELETED"
  | "GROUP_INVITATION_DELETED"
  | "GROUP_NAME_CHANGED"
  | "GROUP_TAGS_MODIFIED"
  | "INVITED_TO_GROUP"
  | "INVITED_TO_ORG"
  | "JOINED_GROUP"
  | "JOINED_ORG"
  | "USER_ROLES_CHANGED_AUDIT";

/** Who caused a change; null for the test controls. */
export type Actor = Pick<Caller, "kind" | "id" | "name" | "remoteAddress"> | null;

/** What an event is about, beyond its type. */
export interface EventSubject {
  /** Feeds the event belongs to: the organization's when `orgId` is set, the project's when `groupId` is. */
  readonly orgId?: string;
  readonly groupId?: string;
  readonly targetUsername?: string;
}

export interface AuditEvent extends EventSubject {
  readonly id: string;
  readonly type: EventType;
  readonly at: Instant;
  readonly actor: Actor;
}
