create table migrations (name text primary key);

create table meta (key text primary key, value text not null);

create table orgs (
  id text primary key check (length(id) = 24),
  name text not null,
  created_at bigint not null,
  skip_default_alerts_settings integer not null check (skip_default_alerts_settings in (0, 1)),
  api_access_list_required integer not null check (api_access_list_required in (0, 1))
  );

create table groups (
  id text primary key check (length(id) = 24),
  org_id text not null references orgs (id) on delete cascade,
  name text not null,
  created_at bigint not null,
  with_default_alerts_settings integer not null check (with_default_alerts_settings in (0, 1)),
  unique (org_id, name),
  unique (id, org_id)
  );

create table group_tags (
  group_id text not null references groups (id) on delete cascade,
  position integer not null,
  key text not null,
  value text not null,
  primary key (group_id, key)
  );

create table principals (
  id text primary key check (length(id) = 24),
  kind text not null check (kind in ('API_KEY', 'SERVICE_ACCOUNT', 'USER'))
  );

create table grants (
  principal_id text not null references principals (id) on delete cascade,
  org_id text not null references orgs (id) on delete cascade,
  group_id text,
  role text not null,
  created_at bigint not null,
  foreign key (group_id, org_id) references groups (id, org_id) on delete cascade on update cascade
  );

create unique index grants_org on grants (principal_id, org_id, role) where group_id is null;

create unique index grants_group on grants (principal_id, group_id, role) where group_id is not null;

create index grants_of on grants (principal_id, org_id);

create index grants_in_org on grants (org_id);

create index grants_in_group on grants (group_id, org_id);

create table access_entries (
  principal_id text not null references principals (id) on delete cascade,
  cidr text not null,
  created_at bigint not null,
  primary key (principal_id, cidr)
  );

create table org_documents (
  org_id text not null references orgs (id) on delete cascade,
  kind text not null check (kind in ('settings', 'delegation', 'maintenance')),
  document text not null,
  primary key (org_id, kind)
  );

create table group_documents (
  group_id text not null references groups (id) on delete cascade,
  kind text not null check (kind in ('settings')),
  document text not null,
  primary key (group_id, kind)
  );

create table group_limits (
  group_id text not null references groups (id) on delete cascade,
  name text not null,
  value bigint not null,
  primary key (group_id, name)
  );

create table api_keys (
  id text primary key references principals (id) on delete cascade,
  org_id text not null references orgs (id) on delete cascade,
  public_key text not null unique,
  sealed_ha1 text not null,
  private_key_tail text not null,
  description text not null,
  created_at bigint not null
  );

create index api_keys_in_org on api_keys (org_id);

create table service_accounts (
  id text primary key references principals (id) on delete cascade,
  org_id text not null references orgs (id) on delete cascade,
  name text not null,
  description text not null,
  created_at bigint not null
  );

create index service_accounts_in_org on service_accounts (org_id);

create table service_account_secrets (
  id text primary key check (length(id) = 24),
  service_account_id text not null references service_accounts (id) on delete cascade,
  secret_hash text not null unique,
  tail text not null,
  created_at bigint not null,
  expires_at bigint not null,
  last_used_at bigint
  );

create index service_account_secrets_of on service_account_secrets (service_account_id);

create table tokens (
  id text primary key,
  service_account_id text not null references service_accounts (id) on delete cascade,
  expires_at bigint not null
  );

create index tokens_of on tokens (service_account_id);

create index tokens_by_expiry on tokens (expires_at);

create table digest_uses (
  nonce text not null,
  count bigint not null,
  expires_at bigint not null,
  primary key (nonce, count)
  );

create index digest_uses_by_expiry on digest_uses (expires_at);

create table users (
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
  );

create table teams (
  id text primary key check (length(id) = 24),
  org_id text not null references orgs (id) on delete cascade,
  name text not null,
  created_at bigint not null,
  unique (org_id, name),
  unique (id, org_id)
  );

create table team_members (
  team_id text not null references teams (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  primary key (team_id, user_id)
  );

create index team_members_of on team_members (user_id);

create table team_grants (
  team_id text not null,
  org_id text not null,
  group_id text not null,
  role text not null,
  primary key (team_id, group_id, role),
  foreign key (team_id, org_id) references teams (id, org_id) on delete cascade,
  foreign key (group_id, org_id) references groups (id, org_id) on delete cascade
  );

create index team_grants_in on team_grants (group_id, org_id);

create table invites (
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
  );

create unique index invites_pending_in_group on invites (group_id, username_key)
  where status = 'PENDING' and group_id is not null;

create unique index invites_pending_in_org on invites (org_id, username_key)
  where status = 'PENDING' and group_id is null;

create index invites_in_group on invites (group_id, org_id);

create index invites_in_org on invites (org_id);

create table invite_roles (
  invite_id text not null references invites (id) on delete cascade,
  role text not null,
  primary key (invite_id, role)
  );

create table invite_group_roles (
  invite_id text not null references invites (id) on delete cascade,
  group_id text not null references groups (id) on delete cascade,
  role text not null,
  primary key (invite_id, group_id, role)
  );

create index invite_group_roles_in on invite_group_roles (group_id);

create table invite_teams (
  invite_id text not null references invites (id) on delete cascade,
  team_id text not null references teams (id) on delete cascade,
  primary key (invite_id, team_id)
  );

create index invite_teams_of on invite_teams (team_id);

create table events (
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
  );

create index events_in_org on events (org_id, at) where org_id is not null;

create index events_in_group on events (group_id, at) where group_id is not null;

insert into migrations (name) values ('0001-corridor');

create table sessions (
  token_hash text primary key,
  user_id text not null references users (id) on delete cascade,
  created_at bigint not null,
  expires_at bigint not null
  );

create index sessions_of on sessions (user_id);

create index sessions_by_expiry on sessions (expires_at);

create table links (
  token_hash text primary key,
  invite_id text references invites (id) on delete cascade,
  user_id text references users (id) on delete cascade,
  expires_at bigint not null,
  check ((invite_id is null) <> (user_id is null))
  );

create index links_to on links (invite_id);

create index links_of on links (user_id);

create index links_by_expiry on links (expires_at);

create table outbox (
  id text primary key check (length(id) = 24),
  kind text not null check (kind in ('INVITE', 'PASSWORD_RESET')),
  invite_id text references invites (id) on delete cascade,
  address text,
  status text not null check (status in ('WAITING', 'SENT', 'FAILED')),
  attempts integer not null,
  created_at bigint not null,
  due_at bigint not null,
  problem text,
  check ((invite_id is null) <> (address is null))
  );

create index outbox_due on outbox (due_at) where status = 'WAITING';

create index outbox_of_invite on outbox (invite_id);

create table identities (
  issuer text not null,
  subject text not null,
  user_id text not null references users (id) on delete cascade,
  created_at bigint not null,
  primary key (issuer, subject)
  );

create index identities_of on identities (user_id);

insert into migrations (name) values ('0002-people');

drop table tokens;

create table revoked_tokens (
  id text primary key check (length(id) = 24),
  expires_at bigint not null
  );

create index revoked_tokens_by_expiry on revoked_tokens (expires_at);

insert into migrations (name) values ('0003-revoked-tokens');

create table device_grants (
  device_hash text primary key,
  code_hash text not null unique,
  client_id text not null,
  user_agent text not null,
  remote_address text not null,
  status text not null check (status in ('PENDING', 'CONFIRMED', 'DENIED')),
  username_key text,
  created_at bigint not null,
  expires_at bigint not null,
  check ((username_key is not null) = (status = 'CONFIRMED'))
  );

create index device_grants_of on device_grants (username_key);

create index device_grants_by_expiry on device_grants (expires_at);

create table command_lines (
  id text primary key check (length(id) = 24),
  username_key text not null,
  client_id text not null,
  user_agent text not null,
  remote_address text not null,
  generation integer not null,
  created_at bigint not null,
  renewed_at bigint not null,
  expires_at bigint not null
  );

create index command_lines_of on command_lines (username_key);

create index command_lines_by_expiry on command_lines (expires_at);

insert into migrations (name) values ('0004-command-lines');

alter table users add column is_unproven integer not null default 0 check (is_unproven in (0, 1));

create index invites_pending_of on invites (username_key) where status = 'PENDING';

insert into migrations (name) values ('0005-unproven-accounts');

drop table sessions;

create table sessions (
  token_hash text primary key,
  id text not null unique check (length(id) = 24),
  user_id text not null references users (id) on delete cascade,
  user_agent text not null,
  remote_address text not null,
  created_at bigint not null,
  last_used_at bigint not null,
  expires_at bigint not null
  );

create index sessions_of on sessions (user_id);

create index sessions_by_expiry on sessions (expires_at);

insert into migrations (name) values ('0006-sessions');

create table buckets (
  key_hash text primary key,
  full_at bigint not null
  );

create index buckets_by_time on buckets (full_at);

insert into migrations (name) values ('0007-buckets');

create table event_seals (
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
  );

create index event_seals_kept on event_seals (through_at) where contents is not null;

alter table events add column seal_id text;

create index events_unsealed on events (id) where seal_id is null;

create index events_of_seal on events (seal_id) where seal_id is not null;

insert into migrations (name) values ('0008-event-seals');

alter table invites add column roles text not null default '';

update invites set roles = coalesce(
  (select string_agg(role, ' ' order by role) from invite_roles where invite_id = invites.id), '');

drop table invite_roles;

insert into migrations (name) values ('0009-invite-roles');

drop index events_in_org;

drop index events_in_group;

create index events_in_org on events (org_id, at, id) where org_id is not null;

create index events_in_org_of_type on events (org_id, type, at, id) where org_id is not null;

create index events_in_group on events (group_id, at, id) where group_id is not null;

create index events_in_group_of_type on events (group_id, type, at, id) where group_id is not null;

drop index events_unsealed;

create index events_unsealed on events (id, org_id, group_id, type, at, seal_id) where seal_id is null;

create table event_totals (
  feed text not null,
  type text not null,
  count bigint not null,
  primary key (feed, type)
  );

create table event_days (
  feed text not null,
  day bigint not null,
  type text not null,
  count bigint not null,
  primary key (feed, day, type)
  );

insert into event_totals (feed, type, count)
  select feed, type, count(*) from (
  select 'org/' || org_id as feed, type, at from events where org_id is not null and seal_id is not null
  union all
  select 'group/' || group_id as feed, type, at from events where group_id is not null and seal_id is not null) as sealed group by feed, type;

insert into event_days (feed, day, type, count)
  select feed, (at - ((at % 86400000) + 86400000) % 86400000) / 86400000, type, count(*) from (
  select 'org/' || org_id as feed, type, at from events where org_id is not null and seal_id is not null
  union all
  select 'group/' || group_id as feed, type, at from events where group_id is not null and seal_id is not null) as sealed group by feed, (at - ((at % 86400000) + 86400000) % 86400000) / 86400000, type;

alter table invites add column ended_at bigint;

update invites
  set ended_at = case when status = 'EXPIRED' and amended_at > expires_at then expires_at else amended_at end
  where status <> 'PENDING';

drop index invites_in_group;

drop index invites_in_org;

create index invites_in on invites (org_id, group_id);

create index invites_pending_to_group on invites (group_id, expires_at, id)
  where status = 'PENDING' and group_id is not null;

create index invites_pending_to_org on invites (org_id, expires_at, id)
  where status = 'PENDING' and group_id is null;

create index invites_ended_in_group on invites (group_id, ended_at, id)
  where ended_at is not null and group_id is not null;

create index invites_ended_in_org on invites (org_id, ended_at, id)
  where ended_at is not null and group_id is null;

create index invites_lapsed_in_org on invites (org_id, username_key)
  where group_id is null and status in ('EXPIRED', 'DECLINED');

create index invites_pending_by on invites (org_id, inviter_username, expires_at)
  where status = 'PENDING' and group_id is not null;

create index invites_ended on invites (ended_at) where ended_at is not null;

create index invites_overdue on invites (expires_at) where status = 'PENDING';

create index outbox_settled on outbox (due_at) where status <> 'WAITING';

insert into migrations (name) values ('0010-lists');

alter table orgs add column founder_id text;

insert into migrations (name) values ('0011-founders');

create table deprecated_callers (
  org_id text not null,
  operation_id text not null,
  client text not null,
  credential_id text not null,
  tool text not null,
  tool_version text not null,
  resource text not null,
  step text not null,
  credential_kind text not null,
  credential_name text not null,
  user_agent text not null,
  first_at bigint not null,
  last_at bigint not null,
  example text not null,
  primary key (org_id, operation_id, client, credential_id)
  );

create index deprecated_callers_by_time on deprecated_callers (last_at);

create table deprecated_days (
  org_id text not null,
  operation_id text not null,
  client text not null,
  credential_id text not null,
  day bigint not null,
  calls bigint not null,
  gone bigint not null,
  primary key (org_id, operation_id, client, credential_id, day)
  );

create index deprecated_days_by_day on deprecated_days (day);

insert into migrations (name) values ('0012-deprecated-calls');

alter table grants add column username_key text;

alter table grants add column names text;

alter table team_members add column username_key text;

alter table team_members add column names text;

create or replace function grants_directory() returns trigger language plpgsql as $$
  begin
    if new.username_key is null then
      select username_key, lower(users.first_name || ' ' || users.last_name || ' ' || users.last_name || users.first_name) into new.username_key, new.names from users where id = new.principal_id;
    end if;
    return new;
  end $$;

create trigger grants_directory before insert on grants
  for each row execute function grants_directory();

create or replace function team_members_directory() returns trigger language plpgsql as $$
  begin
    if new.username_key is null then
      select username_key, lower(users.first_name || ' ' || users.last_name || ' ' || users.last_name || users.first_name) into new.username_key, new.names from users where id = new.user_id;
    end if;
    return new;
  end $$;

create trigger team_members_directory before insert on team_members
  for each row execute function team_members_directory();

create or replace function users_directory() returns trigger language plpgsql as $$
    begin update grants set names = lower(new.first_name || ' ' || new.last_name || ' ' || new.last_name || new.first_name) where principal_id = new.id; update team_members set names = lower(new.first_name || ' ' || new.last_name || ' ' || new.last_name || new.first_name) where user_id = new.id; return null; end $$;

create trigger users_directory after update of first_name, last_name on users
    for each row execute function users_directory();

create index if not exists people_in_org on grants (org_id, username_key, role, names)
  where group_id is null and username_key is not null;

create index if not exists people_in_group on grants (group_id, username_key, role, names)
  where group_id is not null and username_key is not null;

create index if not exists people_in_team on team_members (team_id, username_key, names);

create index if not exists invites_of_address_in_org on invites (org_id, username_key, created_at, id, status, expires_at)
  where group_id is null;

create index if not exists invites_of_address_in_group on invites (group_id, username_key, created_at, id, status, expires_at)
  where group_id is not null;

update grants set
  username_key = (select username_key from users where id = grants.principal_id),
  names = (select lower(users.first_name || ' ' || users.last_name || ' ' || users.last_name || users.first_name) from users where id = grants.principal_id)
  where ctid in (select grants.ctid from grants join users on users.id = grants.principal_id
  where grants.username_key is null limit 1000);

update team_members set
  username_key = (select username_key from users where id = team_members.user_id),
  names = (select lower(users.first_name || ' ' || users.last_name || ' ' || users.last_name || users.first_name) from users where id = team_members.user_id)
  where ctid in (select team_members.ctid from team_members join users on users.id = team_members.user_id
  where team_members.username_key is null limit 1000);

insert into migrations (name) values ('0013-directory');

alter table orgs add column most_users integer;

insert into migrations (name) values ('0014-org-limits');

alter table grants add column last_auth_at bigint;

alter table team_members add column last_auth_at bigint;

create or replace function grants_activity() returns trigger language plpgsql as $$
      begin
        if new.last_auth_at is null then new.last_auth_at := (select coalesce(last_auth_at, -1) from users where id = new.principal_id); end if;
        return new;
      end $$;

create trigger grants_activity before insert on grants
      for each row execute function grants_activity();

create or replace function team_members_activity() returns trigger language plpgsql as $$
      begin
        if new.last_auth_at is null then new.last_auth_at := (select coalesce(last_auth_at, -1) from users where id = new.user_id); end if;
        return new;
      end $$;

create trigger team_members_activity before insert on team_members
      for each row execute function team_members_activity();

create or replace function users_activity() returns trigger language plpgsql as $$
    begin update grants set last_auth_at = coalesce(new.last_auth_at, -1) where principal_id = new.id; update team_members set last_auth_at = coalesce(new.last_auth_at, -1) where user_id = new.id; return null; end $$;

create trigger users_activity after update of last_auth_at on users
    for each row execute function users_activity();

create index if not exists people_in_org_by_activity on grants (org_id, last_auth_at, username_key, role, names, group_id)
  where group_id is null and username_key is not null;

create index if not exists people_in_group_by_activity on grants (group_id, last_auth_at, username_key, role, names)
  where group_id is not null and username_key is not null;

update grants set last_auth_at = (select coalesce(last_auth_at, -1) from users where id = grants.principal_id)
  where ctid in (select grants.ctid from grants join users on users.id = grants.principal_id
    where grants.last_auth_at is null limit 1000);

update team_members set last_auth_at = (select coalesce(last_auth_at, -1) from users where id = team_members.user_id)
  where ctid in (select team_members.ctid from team_members join users on users.id = team_members.user_id
    where team_members.last_auth_at is null limit 1000);

insert into migrations (name) values ('0015-activity');

create table key_uses (
  id text primary key,
  watched_from bigint,
  last_used_at bigint
  );

insert into key_uses (id, watched_from)
  select id, cast(extract(epoch from now()) as bigint) * 1000 from api_keys
  where not exists (select 1 from key_uses where key_uses.id = api_keys.id) limit 1000;

insert into migrations (name) values ('0016-key-uses');

create index if not exists org_owners on grants (org_id, principal_id)
  where role = 'ORG_OWNER' and group_id is null;

insert into migrations (name) values ('0017-org-owners');

drop index if exists invites_ended_in_group;

drop index if exists invites_ended_in_org;

insert into migrations (name) values ('0018-ended-invites');
