// Invitations to projects and to organizations, with their roles and teams.
import { type Step, tableWith } from "../migration.ts";

const address = (id: string) =>
  `(select username_key from invites where id = ${id} and status <> 'ACCEPTED')`;

const isAccepted = "new.status = 'ACCEPTED' and old.status <> 'ACCEPTED' and new.group_id is null";
const clear = "update invite_group_roles set username_key = null where invite_id = new.id;";

export const inviteTables = {
  // Invitations to projects and to organizations share one id space, as real Atlas's error codes show. `roles`: names separated
  // by blanks. `ended_at`: null while the status is PENDING.
  invites: tableWith(
    [
      "foreign key (group_id, org_id) references groups (id, org_id) on delete cascade on update cascade",
      "check ((group_id is null) <> (user_id is null))",
    ],
    {
      id: "text primary key check (length(id) = 24)",
      org_id: "text not null references orgs (id) on delete cascade",
      group_id: "text",
      user_id: "text",
      username: "text not null",
      username_key: "text not null",
      inviter_username: "text not null",
      status: "text not null check (status in ('PENDING', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED'))",
      created_at: "bigint not null",
      expires_at: "bigint not null check (expires_at > created_at)",
      amended_at: "bigint not null",
      roles: "text not null default ''",
      ended_at: "bigint",
    },
  ),
  // The project roles and teams of an invitation to an organization. `username_key`: its folded address, until it is accepted.
  invite_group_roles: tableWith(["primary key (invite_id, group_id, role)"], {
    invite_id: "text not null references invites (id) on delete cascade",
    group_id: "text not null references groups (id) on delete cascade",
    role: "text not null",
    username_key: "text",
  }),
  invite_teams: tableWith(["primary key (invite_id, team_id)"], {
    invite_id: "text not null references invites (id) on delete cascade",
    team_id: "text not null references teams (id) on delete cascade",
  }),
};

export const inviteStatements: readonly Step[] = [
  `create unique index invites_pending_in_group on invites (group_id, username_key)
      where status = 'PENDING' and group_id is not null`,
  `create unique index invites_pending_in_org on invites (org_id, username_key)
      where status = 'PENDING' and group_id is null`,
  `create index invites_pending_of on invites (username_key) where status = 'PENDING'`,
  // The deletion of a project or an organization uses this index.
  `create index invites_in on invites (org_id, group_id)`,
  `create index invites_pending_by on invites (org_id, inviter_username, expires_at)
      where status = 'PENDING' and group_id is not null`,
  `create index invites_lapsed_in_org on invites (org_id, username_key)
      where group_id is null and status in ('EXPIRED', 'DECLINED')`,
  // The removal of old invitations uses these indexes. A change of an invitation does not touch the second one.
  `create index invites_ended on invites (ended_at) where ended_at is not null`,
  `create index invites_overdue on invites (expires_at) where status = 'PENDING'`,
  `create index invite_group_roles_in on invite_group_roles (group_id)`,
  `create index invite_teams_of on invite_teams (team_id)`,
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
  `create index invite_group_roles_listed on invite_group_roles (group_id, username_key, invite_id, role)
      where username_key is not null`,
  `create index invites_listed_in_group on invites (group_id, username_key, created_at, id, status, expires_at)
      where group_id is not null and status <> 'ACCEPTED'`,
  // The index has the column of its own condition, which SQLite would otherwise look up in the row.
  ...[
    ["sqlite", ", group_id"],
    ["postgres", ""],
  ].map(([engine, more]) => ({
    [engine as string]: `create index invites_listed_in_org on invites (org_id, username_key, created_at, id, status, expires_at${more})
        where group_id is null and status <> 'ACCEPTED'`,
  })),
  // The index has the addresses, which are counted.
  `create index invites_waiting_for_group on invites (group_id, expires_at, id, username_key)
      where status = 'PENDING' and group_id is not null`,
  `create index invites_waiting_for_org on invites (org_id, expires_at, id, username_key)
      where status = 'PENDING' and group_id is null`,
];
