// Mail, events with their seals and counts, and deprecated calls.
import { type Step, table, tableWith } from "../migration.ts";

export const recordTables = {
  // No secret is stored: the link is made when the message is sent. A row with a `notice` is of a third kind, whatever its
  // `kind`.
  outbox: tableWith(["check ((invite_id is null) <> (address is null))"], {
    id: "text primary key check (length(id) = 24)",
    kind: "text not null check (kind in ('INVITE', 'PASSWORD_RESET'))",
    invite_id: "text references invites (id) on delete cascade",
    address: "text",
    status: "text not null check (status in ('WAITING', 'SENT', 'FAILED'))",
    attempts: "integer not null",
    created_at: "bigint not null",
    due_at: "bigint not null",
    problem: "text",
    notice: "text",
  }),
  // The following tables have no foreign keys: records outlive the things they are about.
  events: table({
    id: "text primary key check (length(id) = 24)",
    type: "text not null",
    at: "bigint not null",
    org_id: "text",
    group_id: "text",
    actor_kind: "text",
    actor_id: "text",
    actor_name: "text",
    remote_address: "text",
    target_username: "text",
    details: "text not null",
    seal_id: "text",
  }),
  // A chain for each organization; each row seals a batch of events.
  event_seals: tableWith(
    ["unique (org_id, sequence)", "check ((contents is null) = (removal is not null))"],
    {
      id: "text primary key check (length(id) = 24)",
      org_id: "text not null",
      sequence: "integer not null check (sequence > 0)",
      event_count: "integer not null check (event_count > 0)",
      through_at: "bigint not null",
      made_at: "bigint not null",
      previous: "text not null",
      contents: "text",
      contents_hash: "text not null",
      digest: "text not null",
      removal: "text",
    },
  ),
  // Counts of sealed events only, so that writers of events do not wait for each other. Days count from 1970.
  event_totals: tableWith(["primary key (feed, type)"], {
    feed: "text not null",
    type: "text not null",
    count: "bigint not null",
  }),
  event_days: tableWith(["primary key (feed, day, type)"], {
    feed: "text not null",
    day: "bigint not null",
    type: "text not null",
    count: "bigint not null",
  }),
  // An empty text means unknown.
  deprecated_callers: tableWith(["primary key (org_id, operation_id, client, credential_id)"], {
    org_id: "text not null",
    operation_id: "text not null",
    client: "text not null",
    credential_id: "text not null",
    tool: "text not null",
    tool_version: "text not null",
    resource: "text not null",
    step: "text not null",
    credential_kind: "text not null",
    credential_name: "text not null",
    user_agent: "text not null",
    first_at: "bigint not null",
    last_at: "bigint not null",
    example: "text not null",
  }),
  deprecated_days: tableWith(["primary key (org_id, operation_id, client, credential_id, day)"], {
    org_id: "text not null",
    operation_id: "text not null",
    client: "text not null",
    credential_id: "text not null",
    day: "bigint not null",
    calls: "bigint not null",
    gone: "bigint not null",
  }),
};

export const recordStatements: readonly Step[] = [
  `create index outbox_due on outbox (due_at) where status = 'WAITING'`,
  `create index outbox_settled on outbox (due_at) where status <> 'WAITING'`,
  `create index outbox_of_invite on outbox (invite_id)`,
  `create index events_in_org on events (org_id, at, id) where org_id is not null`,
  `create index events_in_org_of_type on events (org_id, type, at, id) where org_id is not null`,
  `create index events_in_group on events (group_id, at, id) where group_id is not null`,
  `create index events_in_group_of_type on events (group_id, type, at, id) where group_id is not null`,
  `create index events_of_seal on events (seal_id) where seal_id is not null`,
  // The index is small, since an event leaves it when it is sealed; it has every column that counting needs.
  `create index events_unsealed on events (id, org_id, group_id, type, at, seal_id) where seal_id is null`,
  `create index event_seals_kept on event_seals (through_at) where contents is not null`,
  `create index deprecated_callers_by_time on deprecated_callers (last_at)`,
  `create index deprecated_days_by_day on deprecated_days (day)`,
];
