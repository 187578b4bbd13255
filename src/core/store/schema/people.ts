// Sessions of people, their other ways to sign in, and command lines.
import { type Step, table, tableWith } from "../migration.ts";

export const peopleTables = {
  // The id is public, shown on pages; of the secret only the hash is stored. `proven_at`: when its person last signed in again;
  // null if not since it began.
  sessions: table({
    token_hash: "text primary key",
    id: "text not null unique check (length(id) = 24)",
    user_id: "text not null references users (id) on delete cascade",
    user_agent: "text not null",
    remote_address: "text not null",
    created_at: "bigint not null",
    last_used_at: "bigint not null",
    expires_at: "bigint not null",
    proven_at: "bigint",
    second_factor: "integer not null default 0",
  }),
  identities: tableWith(["primary key (issuer, subject)"], {
    issuer: "text not null",
    subject: "text not null",
    user_id: "text not null references users (id) on delete cascade",
    created_at: "bigint not null",
  }),
  // `id` identifies a passkey on pages; `credential_id` is its id in the authenticator, `public_key` a COSE key, both in
  // base64url.
  passkeys: table({
    id: "text primary key check (length(id) = 24)",
    credential_id: "text not null unique",
    user_id: "text not null references users (id) on delete cascade",
    public_key: "text not null",
    counter: "bigint not null",
    name: "text not null",
    created_at: "bigint not null",
    last_used_at: "bigint",
  }),
  // A used code is removed.
  recovery_codes: table({
    code_hash: "text primary key",
    user_id: "text not null references users (id) on delete cascade",
  }),
  // The challenges that a passkey has answered, until they expire: each is answered once.
  spent_challenges: table({
    challenge_hash: "text primary key",
    expires_at: "bigint not null",
  }),
  // Only hashes of both codes are stored. Here and below a person is named by address, without a reference: a grant outlives a
  // reset in which the person comes back under another id. `lacks_factor`: 1 if it was confirmed by a sign-in without a second
  // factor while an organization of the person required one, which is hidden from the command line.
  device_grants: tableWith(["check ((username_key is not null) = (status = 'CONFIRMED'))"], {
    device_hash: "text primary key",
    code_hash: "text not null unique",
    client_id: "text not null",
    user_agent: "text not null",
    remote_address: "text not null",
    status: "text not null check (status in ('PENDING', 'CONFIRMED', 'DENIED'))",
    username_key: "text",
    created_at: "bigint not null",
    expires_at: "bigint not null",
    lacks_factor: "integer not null default 0",
  }),
  // Only the hash of a code is stored. A used one stays, with its session: a second use ends that session.
  authorization_codes: table({
    code_hash: "text primary key",
    client_id: "text not null",
    redirect_uri: "text not null",
    challenge: "text not null",
    username_key: "text not null",
    line_id: "text",
    expires_at: "bigint not null",
    lacks_factor: "integer not null default 0",
  }),
  // No secret is stored: tokens are signed, and only the newest generation of the refresh token is valid.
  command_lines: table({
    id: "text primary key check (length(id) = 24)",
    username_key: "text not null",
    client_id: "text not null",
    user_agent: "text not null",
    remote_address: "text not null",
    generation: "integer not null",
    created_at: "bigint not null",
    renewed_at: "bigint not null",
    expires_at: "bigint not null",
    lacks_factor: "integer not null default 0",
  }),
  // Keys are hashed, because they may contain an address or a network.
  buckets: table({
    key_hash: "text primary key",
    full_at: "bigint not null",
  }),
  links: tableWith(["check ((invite_id is null) <> (user_id is null))"], {
    token_hash: "text primary key",
    invite_id: "text references invites (id) on delete cascade",
    user_id: "text references users (id) on delete cascade",
    expires_at: "bigint not null",
  }),
};

export const peopleStatements: readonly Step[] = [
  `create index sessions_of on sessions (user_id)`,
  `create index sessions_by_expiry on sessions (expires_at)`,
  `create index identities_of on identities (user_id)`,
  `create index device_grants_of on device_grants (username_key)`,
  `create index device_grants_by_expiry on device_grants (expires_at)`,
  `create index command_lines_of on command_lines (username_key)`,
  `create index command_lines_by_expiry on command_lines (expires_at)`,
  `create index buckets_by_time on buckets (full_at)`,
  `create index links_to on links (invite_id)`,
  `create index links_of on links (user_id)`,
  `create index links_by_expiry on links (expires_at)`,
  `create index authorization_codes_of on authorization_codes (username_key)`,
  `create index authorization_codes_by_expiry on authorization_codes (expires_at)`,
  `create index passkeys_of on passkeys (user_id)`,
  `create index recovery_codes_of on recovery_codes (user_id)`,
  `create index spent_challenges_by_expiry on spent_challenges (expires_at)`,
];
