// Organizations, projects, people, credentials, teams and roles: SQL for both SQLite and PostgreSQL.
import { type Step, table, tableWith } from "../migration.ts";

/**
 * Returns the expression of a person's given and family name, in either order and in lower case as far as the engine knows
 * letters.
 */
const names = (of: string) =>
  `lower(${of}.first_name || ' ' || ${of}.last_name || ' ' || ${of}.last_name || ${of}.first_name)`;

/** Returns the expression of the last activity; -1 for a person who was never active. */
const lastAuthOf = (id: string) => `(select coalesce(last_auth_at, -1) from users where id = ${id})`;

/**
 * The columns by which lists of people are sorted and searched: triggers copy them, because pages read one index. Null for
 * credentials.
 */
const copies = [
  ["grants", "principal_id"],
  ["team_members", "user_id"],
] as const;

const copying = copies.flatMap(([table, person]) => [
  {
    sqlite: `create trigger ${table}_directory after insert on ${table} when new.username_key is null begin
      update ${table} set
        username_key = (select username_key from users where id = new.${person}),
        names = (select ${names("users")} from users where id = new.${person})
      where rowid = new.rowid;
    end`,
    postgres: `create or replace function ${table}_directory() returns trigger language plpgsql as $$
      begin
        if new.username_key is null then
          select username_key, ${names("users")} into new.username_key, new.names from users where id = new.${person};
        end if;
        return new;
      end $$`,
  },
  {
    sqlite: `create trigger ${table}_activity after insert on ${table} when new.last_auth_at is null begin
      update ${table} set last_auth_at = ${lastAuthOf(`new.${person}`)}
      where rowid = new.rowid;
    end`,
    postgres: `create or replace function ${table}_activity() returns trigger language plpgsql as $$
      begin
        if new.last_auth_at is null then
          new.last_auth_at := ${lastAuthOf(`new.${person}`)};
        end if;
        return new;
      end $$`,
  },
  ...["directory", "activity"].map((kind) => ({
    postgres: `create trigger ${table}_${kind} before insert on ${table}
      for each row execute function ${table}_${kind}()`,
  })),
]);

/** Returns the triggers that copy a person's changed columns. */
const updating = (kind: string, columns: string, assignment: string) => {
  const updates = copies.map(
    ([table, person]) => `update ${table} set ${assignment} where ${person} = new.id;`,
  );
  return [
    {
      sqlite: `create trigger users_${kind} after update of ${columns} on users begin ${updates.join(" ")} end`,
      postgres: `create or replace function users_${kind}() returns trigger language plpgsql as $$
        begin ${updates.join(" ")} return null; end $$`,
    },
    {
      postgres: `create trigger users_${kind} after update of ${columns} on users
        for each row execute function users_${kind}()`,
    },
  ];
};

export const accessTables = {
  // `founder_id`: a person, or the organization whose key or service account created this one; neither need still exist.
  // `most_users`: null for the usual limit.
  orgs: table({
    id: "text primary key check (length(id) = 24)",
    name: "text not null",
    created_at: "bigint not null",
    skip_default_alerts_settings: "integer not null check (skip_default_alerts_settings in (0, 1))",
    api_access_list_required: "integer not null check (api_access_list_required in (0, 1))",
    founder_id: "text",
    most_users: "integer",
  }),
  groups: tableWith(["unique (org_id, name)", "unique (id, org_id)"], {
    id: "text primary key check (length(id) = 24)",
    org_id: "text not null references orgs (id) on delete cascade",
    name: "text not null",
    created_at: "bigint not null",
    with_default_alerts_settings: "integer not null check (with_default_alerts_settings in (0, 1))",
  }),
  group_tags: tableWith(["primary key (group_id, key)"], {
    group_id: "text not null references groups (id) on delete cascade",
    position: "integer not null",
    key: "text not null",
    value: "text not null",
  }),
  group_limits: tableWith(["primary key (group_id, name)"], {
    group_id: "text not null references groups (id) on delete cascade",
    name: "text not null",
    value: "bigint not null",
  }),
  principals: table({
    id: "text primary key check (length(id) = 24)",
    kind: "text not null check (kind in ('API_KEY', 'SERVICE_ACCOUNT', 'USER'))",
  }),
  users: table({
    id: "text primary key references principals (id) on delete cascade",
    username: "text not null",
    username_key: "text not null unique",
    first_name: "text not null",
    last_name: "text not null",
    password_hash: "text",
    country: "text",
    mobile_number: "text",
    last_auth_at: "bigint",
    created_at: "bigint not null",
    is_unproven: "integer not null default 0 check (is_unproven in (0, 1))",
  }),
  api_keys: table({
    id: "text primary key references principals (id) on delete cascade",
    org_id: "text not null references orgs (id) on delete cascade",
    public_key: "text not null unique",
    sealed_ha1: "text not null",
    private_key_tail: "text not null",
    description: "text not null",
    created_at: "bigint not null",
  }),
  // The table has no reference, because noting a use must not wait for a change of the key; rows of deleted keys are removed
  // later.
  key_uses: table({
    id: "text primary key",
    watched_from: "bigint",
    last_used_at: "bigint",
  }),
  // `mcp_config_id` is that of the remote MCP configuration that Atlas keeps the account for; null for an account of people.
  service_accounts: tableWith(["check ((mcp_config_id is null) = (mcp_side is null))"], {
    id: "text primary key references principals (id) on delete cascade",
    org_id: "text not null references orgs (id) on delete cascade",
    name: "text not null",
    description: "text not null",
    created_at: "bigint not null",
    mcp_config_id: "text check (length(mcp_config_id) = 36)",
    mcp_side: "text check (mcp_side in ('INGRESS', 'EGRESS'))",
  }),
  service_account_secrets: table({
    id: "text primary key check (length(id) = 24)",
    service_account_id: "text not null references service_accounts (id) on delete cascade",
    secret_hash: "text not null unique",
    tail: "text not null",
    created_at: "bigint not null",
    expires_at: "bigint not null",
    last_used_at: "bigint",
  }),
  access_entries: tableWith(["primary key (principal_id, cidr)"], {
    principal_id: "text not null references principals (id) on delete cascade",
    cidr: "text not null",
    created_at: "bigint not null",
  }),
  // The table does not refer to the account: a revocation outlives it, since a reset can bring the account back.
  revoked_tokens: table({
    id: "text primary key check (length(id) = 24)",
    expires_at: "bigint not null",
  }),
  digest_uses: tableWith(["primary key (nonce, count)"], {
    nonce: "text not null",
    count: "bigint not null",
    expires_at: "bigint not null",
  }),
  teams: tableWith(["unique (org_id, name)", "unique (id, org_id)"], {
    id: "text primary key check (length(id) = 24)",
    org_id: "text not null references orgs (id) on delete cascade",
    name: "text not null",
    created_at: "bigint not null",
  }),
  team_members: tableWith(["primary key (team_id, user_id)"], {
    team_id: "text not null references teams (id) on delete cascade",
    user_id: "text not null references users (id) on delete cascade",
    username_key: "text",
    names: "text",
    last_auth_at: "bigint",
  }),
  team_grants: tableWith(
    [
      "primary key (team_id, group_id, role)",
      "foreign key (team_id, org_id) references teams (id, org_id) on delete cascade",
      "foreign key (group_id, org_id) references groups (id, org_id) on delete cascade",
    ],
    {
      team_id: "text not null",
      org_id: "text not null",
      group_id: "text not null",
      role: "text not null",
    },
  ),
  // The pair (group_id, org_id) keeps a project role inside the organization of the project, also when the project moves.
  // `mapped`: 1 if a sign-in by a role mapping gave the role, and may remove it.
  grants: tableWith(
    ["foreign key (group_id, org_id) references groups (id, org_id) on delete cascade on update cascade"],
    {
      principal_id: "text not null references principals (id) on delete cascade",
      org_id: "text not null references orgs (id) on delete cascade",
      group_id: "text",
      role: "text not null",
      created_at: "bigint not null",
      username_key: "text",
      names: "text",
      last_auth_at: "bigint",
      mapped: "integer",
    },
  ),
};

export const accessStatements: readonly Step[] = [
  `create index api_keys_in_org on api_keys (org_id)`,
  `create index service_accounts_in_org on service_accounts (org_id)`,
  `create index service_account_secrets_of on service_account_secrets (service_account_id)`,
  `create index revoked_tokens_by_expiry on revoked_tokens (expires_at)`,
  `create index digest_uses_by_expiry on digest_uses (expires_at)`,
  `create index team_members_of on team_members (user_id)`,
  `create index people_in_team on team_members (team_id, username_key, names)`,
  `create index team_grants_in on team_grants (group_id, org_id)`,
  `create unique index grants_org on grants (principal_id, org_id, role) where group_id is null`,
  `create unique index grants_group on grants (principal_id, group_id, role) where group_id is not null`,
  `create index grants_of on grants (principal_id, org_id)`,
  `create index grants_in_org on grants (org_id)`,
  `create index grants_in_group on grants (group_id, org_id)`,
  `create index org_owners on grants (org_id, principal_id)
    where role = 'ORG_OWNER' and group_id is null`,
  `create index people_in_org on grants (org_id, username_key, role, names)
    where group_id is null and username_key is not null`,
  `create index people_in_group on grants (group_id, username_key, role, names)
    where group_id is not null and username_key is not null`,
  `create index people_in_org_by_activity on grants (org_id, last_auth_at, username_key, role, names, group_id)
    where group_id is null and username_key is not null`,
  `create index people_in_group_by_activity on grants (group_id, last_auth_at, username_key, role, names)
    where group_id is not null and username_key is not null`,
  // The index has the column of its own condition, which SQLite would otherwise look up in the row.
  {
    sqlite: `create index people_in_org_alone on grants (org_id, username_key, role, names, group_id)
      where group_id is null and username_key is not null`,
  },
  ...copying,
  ...updating("directory", "first_name, last_name", `names = ${names("new")}`),
  ...updating("activity", "last_auth_at", "last_auth_at = coalesce(new.last_auth_at, -1)"),
];
