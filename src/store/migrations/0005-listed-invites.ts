// What lists of people read of invitations: those that were not accepted, by address, and the same of what they give in projects.
import type { Migration } from "../migration.ts";

/** Of what an invitation to an organization gives in a project: its folded address, until it is accepted. */
export const listedColumns = { username_key: "text" } as const;

const address = (id: string) =>
  `(select username_key from invites where id = ${id} and status <> 'ACCEPTED')`;

const isAccepted = "new.status = 'ACCEPTED' and old.status <> 'ACCEPTED' and new.group_id is null";
const clear = "update invite_group_roles set username_key = null where invite_id = new.id;";

export const listedInvites: Migration = {
  name: "0005-listed-invites",
  statements: [
    `alter table invite_group_roles add column username_key text`,
    {
      sqlite: `create trigger invite_group_roles_listed after insert on invite_group_roles when new.username_key is null begin
        update invite_group_roles set username_key = ${address("new.invite_id")} where rowid = new.rowid;
      end`,
      postgres: `create or replace function invite_group_roles_listed() returns trigger language plpgsql as $$
        begin
          if new.username_key is null then
            new.username_key := ${address("new.invite_id")};
          end if;
          return new;
        end $$`,
    },
    {
      postgres: `create trigger invite_group_roles_listed before insert on invite_group_roles
        for each row execute function invite_group_roles_listed()`,
    },
    {
      sqlite: `create trigger invites_accepted after update of status on invites when ${isAccepted} begin ${clear} end`,
      postgres: `create or replace function invites_accepted() returns trigger language plpgsql as $$
        begin ${clear} return null; end $$`,
    },
    {
      postgres: `create trigger invites_accepted after update of status on invites
        for each row when (${isAccepted}) execute function invites_accepted()`,
    },
    `create index if not exists invite_group_roles_listed on invite_group_roles (group_id, username_key, invite_id, role)
      where username_key is not null`,
    `create index if not exists invites_listed_in_group on invites (group_id, username_key, created_at, id, status, expires_at)
      where group_id is not null and status <> 'ACCEPTED'`,
    // With the column of its own condition: SQLite looks that up in the row otherwise.
    ...[
      ["sqlite", ", group_id"],
      ["postgres", ""],
    ].map(([engine, more]) => ({
      [engine as string]: `create index if not exists invites_listed_in_org on invites (org_id, username_key, created_at, id, status, expires_at${more})
        where group_id is null and status <> 'ACCEPTED'`,
    })),
    // With the addresses, which are counted.
    `create index if not exists invites_waiting_for_group on invites (group_id, expires_at, id, username_key)
      where status = 'PENDING' and group_id is not null`,
    `create index if not exists invites_waiting_for_org on invites (org_id, expires_at, id, username_key)
      where status = 'PENDING' and group_id is null`,
    `drop index if exists invites_pending_to_group`,
    `drop index if exists invites_pending_to_org`,
    `drop index if exists invites_of_address_in_org`,
    `drop index if exists invites_of_address_in_group`,
    { sqlite: `drop index if exists invites_to_org_alone` },
  ],
  fills: [
    `update invite_group_roles set username_key = ${address("invite_group_roles.invite_id")}
      where (invite_id, group_id, role) in (
        select given.invite_id, given.group_id, given.role from invite_group_roles as given
          join invites on invites.id = given.invite_id
          where given.username_key is null and invites.status <> 'ACCEPTED' limit 1000)`,
  ],
};
