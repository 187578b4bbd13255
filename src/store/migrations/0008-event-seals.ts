// Seals of events, batch by batch, in a chain for each organization; and which seal an event is of.
export const eventSeals = {
  name: "0008-event-seals",
  statements: [
    // No foreign keys: seals outlive organizations, as events do.
    `create table event_seals (
      id text primary key check (length(id) = 24),
      org_id text not null,
      sequence integer not null check (sequence > 0),
      event_count integer not null check (event_count > 0),
      through_at bigint not null,
      made_at bigint not null,
      previous text not null,
      contents text,
      contents_hash text not null,
      digest text not null,
      removal text,
      unique (org_id, sequence),
      check ((contents is null) = (removal is not null))
    )`,
    `create index event_seals_kept on event_seals (through_at) where contents is not null`,
    `alter table events add column seal_id text`,
    // The first is small: an event leaves it when it is sealed. The second is not touched by whoever writes an event.
    `create index events_unsealed on events (id) where seal_id is null`,
    `create index events_of_seal on events (seal_id) where seal_id is not null`,
  ],
};
