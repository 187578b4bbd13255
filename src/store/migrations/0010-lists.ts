// What keeps lists as quick among a million rows as among a thousand: indexes in the order in which lists are read, counts of
// events by feed, type and day, and when an invitation ended.

/** Milliseconds of a day; days are counted from 1970, those before it below zero. */
const dayOf = (at: string) => `(${at} - ((${at} % 86400000) + 86400000) % 86400000) / 86400000`;

const sealedFeeds = `
  select 'org/' || org_id as feed, type, at from events where org_id is not null and seal_id is not null
  union all
  select 'group/' || group_id as feed, type, at from events where group_id is not null and seal_id is not null`;

export const lists = {
  name: "0010-lists",
  statements: [
    `drop index events_in_org`,
    `drop index events_in_group`,
    `create index events_in_org on events (org_id, at, id) where org_id is not null`,
    `create index events_in_org_of_type on events (org_id, type, at, id) where org_id is not null`,
    `create index events_in_group on events (group_id, at, id) where group_id is not null`,
    `create index events_in_group_of_type on events (group_id, type, at, id) where group_id is not null`,

    // Counts are of sealed events only, so that whoever writes an event does not wait for whoever else does; what is not
    // sealed yet is counted in this index, which has all that takes.
    `drop index events_unsealed`,
    `create index events_unsealed on events (id, org_id, group_id, type, at, seal_id) where seal_id is null`,
    `create table event_totals (
      feed text not null,
      type text not null,
      count bigint not null,
      primary key (feed, type)
    )`,
    `create table event_days (
      feed text not null,
      day bigint not null,
      type text not null,
      count bigint not null,
      primary key (feed, day, type)
    )`,
    `insert into event_totals (feed, type, count)
      select feed, type, count(*) from (${sealedFeeds}) as sealed group by feed, type`,
    `insert into event_days (feed, day, type, count)
      select feed, ${dayOf("at")}, type, count(*) from (${sealedFeeds}) as sealed group by feed, ${dayOf("at")}, type`,

    // An overdue invitation is marked as such only when another is to take its place: it ended when it ran out.
    `alter table invites add column ended_at bigint`,
    `update invites
      set ended_at = case when status = 'EXPIRED' and amended_at > expires_at then expires_at else amended_at end
      where status <> 'PENDING'`,
    // What deleting a project or an organization looks for.
    `drop index invites_in_group`,
    `drop index invites_in_org`,
    `create index invites_in on invites (org_id, group_id)`,
    // What is pending or ran out, and what ended, in the order in which it is shown. What is null stands in the condition: as a
    // column, PostgreSQL would not see that the order of the others is that of the list.
    `create index invites_pending_to_group on invites (group_id, expires_at, id)
      where status = 'PENDING' and group_id is not null`,
    `create index invites_pending_to_org on invites (org_id, expires_at, id)
      where status = 'PENDING' and group_id is null`,
    `create index invites_ended_in_group on invites (group_id, ended_at, id)
      where ended_at is not null and group_id is not null`,
    `create index invites_ended_in_org on invites (org_id, ended_at, id)
      where ended_at is not null and group_id is null`,
    `create index invites_lapsed_in_org on invites (org_id, username_key)
      where group_id is null and status in ('EXPIRED', 'DECLINED')`,

    `create index invites_pending_by on invites (org_id, inviter_username, expires_at)
      where status = 'PENDING' and group_id is not null`,

    // By these retention finds what is kept no longer. The second is not touched by whoever changes an invitation.
    `create index invites_ended on invites (ended_at) where ended_at is not null`,
    `create index invites_overdue on invites (expires_at) where status = 'PENDING'`,
    `create index outbox_settled on outbox (due_at) where status <> 'WAITING'`,
  ],
};
