// Passkeys of people, their recovery codes, and what a session has proven.
import { creating, type Migration, table } from "../migration.ts";

export const passkeyTables = {
  // `id` names a passkey on pages; `credential_id` is its authenticator's name for it, `public_key` a COSE key, both in base64url.
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
  // A code that was used is gone.
  recovery_codes: table({
    code_hash: "text primary key",
    user_id: "text not null references users (id) on delete cascade",
  }),
  // Challenges that a passkey has answered, until they run out: each is answered once.
  spent_challenges: table({
    challenge_hash: "text primary key",
    expires_at: "bigint not null",
  }),
};

/** Columns of `sessions`. `proven_at`: when its person proved again who they are; null for not since it began. */
export const proofColumns = {
  proven_at: "bigint",
  second_factor: "integer not null default 0",
} as const;

export const passkeys: Migration = {
  name: "0006-passkeys",
  statements: [
    ...creating(passkeyTables),
    `create index passkeys_of on passkeys (user_id)`,
    `create index recovery_codes_of on recovery_codes (user_id)`,
    `create index spent_challenges_by_expiry on spent_challenges (expires_at)`,
    `alter table sessions add column proven_at bigint`,
    `alter table sessions add column second_factor integer not null default 0`,
  ],
};
