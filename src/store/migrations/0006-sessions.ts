// What a person needs to know of each session: which browser, from where, since when, and used when.
export const sessions = {
  name: "0006-sessions",
  statements: [
    // Nobody knows which browsers the sessions that are there belong to, so they end: people sign in once more.
    `drop table sessions`,
    // The id names a session on pages and opens nothing; of its secret only the hash is kept.
    `create table sessions (
      token_hash text primary key,
      id text not null unique check (length(id) = 24),
      user_id text not null references users (id) on delete cascade,
      user_agent text not null,
      remote_address text not null,
      created_at bigint not null,
      last_used_at bigint not null,
      expires_at bigint not null
    )`,
    `create index sessions_of on sessions (user_id)`,
    `create index sessions_by_expiry on sessions (expires_at)`,
  ],
};
