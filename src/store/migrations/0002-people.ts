// What people need who come in person: sessions, links they are sent, mail that waits, and accounts of other providers.

export const people = {
  name: "0002-people",
  statements: [
    // Of a session, as of a link, only the hash of its secret is kept.
    `create table sessions (
      token_hash text primary key,
      user_id text not null references users (id) on delete cascade,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index sessions_of on sessions (user_id)`,
    `create index sessions_by_expiry on sessions (expires_at)`,

    `create table links (
      token_hash text primary key,
      invite_id text references invites (id) on delete cascade,
      user_id text references users (id) on delete cascade,
      expires_at bigint not null,
      check ((invite_id is null) <> (user_id is null))
    )`,
    `create index links_to on links (invite_id)`,
    `create index links_of on links (user_id)`,
    `create index links_by_expiry on links (expires_at)`,

    // No secret is kept here: the link is minted when the message is sent.
    `create table outbox (
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
    )`,
    `create index outbox_due on outbox (due_at) where status = 'WAITING'`,
    `create index outbox_of_invite on outbox (invite_id)`,

    `create table identities (
      issuer text not null,
      subject text not null,
      user_id text not null references users (id) on delete cascade,
      created_at bigint not null,
      primary key (issuer, subject)
    )`,
    `create index identities_of on identities (user_id)`,
  ],
};
