// Organizations, projects, credentials, roles, invitations and events: SQL that SQLite and PostgreSQL both take.

export const access = {
  // Databases remember it by its first name.
  name: "0001-corridor",
  statements: [
    `create table orgs (
      id text primary key check (length(id) = 24),
      name text not null,
      created_at bigint not null,
      skip_default_alerts_settings integer not null check (skip_default_alerts_settings in (0, 1)),
      api_access_list_required integer not null check (api_access_list_required in (0, 1))
    )`,

    `create table groups (
      id text primary key check (length(id) = 24),
      org_id text not null references orgs (id) on delete cascade,
      name text not null,
      created_at bigint not null,
      with_default_alerts_settings integer not null check (with_default_alerts_settings in (0, 1)),
      unique (org_id, name),
      unique (id, org_id)
    )`,

    `create table group_tags (
      group_id text not null references groups (id) on delete cascade,
      position integer not null,
      key text not null,
      value text not null,
      primary key (group_id, key)
    )`,

    `create table principals (
      id text primary key check (length(id) = 24),
      kind text not null check (kind in ('API_KEY', 'SERVICE_ACCOUNT', 'USER'))
    )`,

    // The pair (group_id, org_id) keeps a project role inside the organization that owns the project, also when the
    // project moves to another.
    `create table grants (
      principal_id text not null references principals (id) on delete cascade,
      org_id text not null references orgs (id) on delete cascade,
      group_id text,
      role text not null,
      created_at bigint not null,
      foreign key (group_id, org_id) references groups (id, org_id) on delete cascade on update cascade
    )`,
    `create unique index grants_org on grants (principal_id, org_id, role) where group_id is null`,
    `create unique index grants_group on grants (principal_id, group_id, role) where group_id is not null`,
    `create index grants_of on grants (principal_id, org_id)`,
    `create index grants_in_org on grants (org_id)`,
    `create index grants_in_group on grants (group_id, org_id)`,

    `create table access_entries (
      principal_id text not null references principals (id) on delete cascade,
      cidr text not null,
      created_at bigint not null,
      primary key (principal_id, cidr)
    )`,

    `create table org_documents (
      org_id text not null references orgs (id) on delete cascade,
      kind text not null check (kind in ('settings', 'delegation', 'maintenance')),
      document text not null,
      primary key (org_id, kind)
    )`,

    `create table group_documents (
      group_id text not null references groups (id) on delete cascade,
      kind text not null check (kind in ('settings')),
      document text not null,
      primary key (group_id, kind)
    )`,

    `create table group_limits (
      group_id text not null references groups (id) on delete cascade,
      name text not null,
      value bigint not null,
      primary key (group_id, name)
    )`,

    `create table api_keys (
      id text primary key references principals (id) on delete cascade,
      org_id text not null references orgs (id) on delete cascade,
      public_key text not null unique,
      sealed_ha1 text not null,
      private_key_tail text not null,
      description text not null,
      created_at bigint not null
    )`,
    `create index api_keys_in_org on api_keys (org_id)`,

    `create table service_accounts (
      id text primary key references principals (id) on delete cascade,
      org_id text not null references orgs (id) on delete cascade,
      name text not null,
      description text not null,
      created_at bigint not null
    )`,
    `create index service_accounts_in_org on service_accounts (org_id)`,

    `create table service_account_secrets (
      id text primary key check (length(id) = 24),
      service_account_id text not null references service_accounts (id) on delete cascade,
      secret_hash text not null unique,
      tail text not null,
      created_at bigint not null,
      expires_at bigint not null,
      last_used_at bigint
    )`,
    `create index service_account_secrets_of on service_account_secrets (service_account_id)`,

    `create table tokens (
      id text primary key,
      service_account_id text not null references service_accounts (id) on delete cascade,
      expires_at bigint not null
    )`,
    `create index tokens_of on tokens (service_account_id)`,
    `create index tokens_by_expiry on tokens (expires_at)`,

    `create table digest_uses (
      nonce text not null,
      count bigint not null,
      expires_at bigint not null,
      primary key (nonce, count)
    )`,
    `create index digest_uses_by_expiry on digest_uses (expires_at)`,

    `create table users (
      id text primary key references principals (id) on delete cascade,
      username text not null,
      username_key text not null unique,
      first_name text not null,
      last_name text not null,
      password_hash text,
      country text,
      mobile_number text,
      last_auth_at bigint,
      created_at bigint not null
    )`,

    `create table teams (
      id text primary key check (length(id) = 24),
      org_id text not null references orgs (id) on delete cascade,
      name text not null,
      created_at bigint not null,
      unique (org_id, name),
      unique (id, org_id)
    )`,

    `create table team_members (
      team_id text not null references teams (id) on delete cascade,
      user_id text not null references users (id) on delete cascade,
      primary key (team_id, user_id)
    )`,
    `create index team_members_of on team_members (user_id)`,

    `create table team_grants (
      team_id text not null,
      org_id text not null,
      group_id text not null,
      role text not null,
      primary key (team_id, group_id, role),
      foreign key (team_id, org_id) references teams (id, org_id) on delete cascade,
      foreign key (group_id, org_id) references groups (id, org_id) on delete cascade
    )`,
    `create index team_grants_in on team_grants (group_id, org_id)`,

    // Invitations to projects and to organizations share one id space, as real Atlas's error codes show.
    `create table invites (
      id text primary key check (length(id) = 24),
      org_id text not null references orgs (id) on delete cascade,
      group_id text,
      user_id text,
      username text not null,
      username_key text not null,
      inviter_username text not null,
      status text not null check (status in ('PENDING', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED')),
      created_at bigint not null,
      expires_at bigint not null check (expires_at > created_at),
      amended_at bigint not null,
      foreign key (group_id, org_id) references groups (id, org_id) on delete cascade on update cascade,
      check ((group_id is null) <> (user_id is null))
    )`,
    `create unique index invites_pending_in_group on invites (group_id, username_key)
      where status = 'PENDING' and group_id is not null`,
    `create unique index invites_pending_in_org on invites (org_id, username_key)
      where status = 'PENDING' and group_id is null`,
    `create index invites_in_group on invites (group_id, org_id)`,
    `create index invites_in_org on invites (org_id)`,

    `create table invite_roles (
      invite_id text not null references invites (id) on delete cascade,
      role text not null,
      primary key (invite_id, role)
    )`,

    `create table invite_group_roles (
      invite_id text not null references invites (id) on delete cascade,
      group_id text not null references groups (id) on delete cascade,
      role text not null,
      primary key (invite_id, group_id, role)
    )`,
    `create index invite_group_roles_in on invite_group_roles (group_id)`,

    `create table invite_teams (
      invite_id text not null references invites (id) on delete cascade,
      team_id text not null references teams (id) on delete cascade,
      primary key (invite_id, team_id)
    )`,
    `create index invite_teams_of on invite_teams (team_id)`,

    // No foreign keys: events outlive the things they happened to.
    `create table events (
      id text primary key check (length(id) = 24),
      type text not null,
      at bigint not null,
      org_id text,
      group_id text,
      actor_kind text,
      actor_id text,
      actor_name text,
      remote_address text,
      target_username text,
      details text not null
    )`,
    `create index events_in_org on events (org_id, at) where org_id is not null`,
    `create index events_in_group on events (group_id, at) where group_id is not null`,
  ],
};
