// People who signed a command line in, and command lines that wait for a person's answer.
export const commandLines = {
  name: "0004-command-lines",
  statements: [
    // Of both codes only hashes are kept. A person is named by address and without a reference, here and below: what was
    // granted outlives a reset of the world in which that person comes back under another id.
    `create table device_grants (
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
    )`,
    `create index device_grants_of on device_grants (username_key)`,
    `create index device_grants_by_expiry on device_grants (expires_at)`,

    // No secret is kept here: tokens are signed, and only the newest generation of the refresh token is good.
    `create table command_lines (
      id text primary key check (length(id) = 24),
      username_key text not null,
      client_id text not null,
      user_agent text not null,
      remote_address text not null,
      generation integer not null,
      created_at bigint not null,
      renewed_at bigint not null,
      expires_at bigint not null
    )`,
    `create index command_lines_of on command_lines (username_key)`,
    `create index command_lines_by_expiry on command_lines (expires_at)`,
  ],
};
