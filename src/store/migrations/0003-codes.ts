// Codes by which a program that led a browser here fetches its tokens.
import { creating, type Migration, table } from "../migration.ts";

export const codeTables = {
  // Only the hash of a code is kept. A used one stays, with the session that it gave: a second use ends that session.
  authorization_codes: table({
    code_hash: "text primary key",
    client_id: "text not null",
    redirect_uri: "text not null",
    challenge: "text not null",
    username_key: "text not null",
    line_id: "text",
    expires_at: "bigint not null",
  }),
};

export const codes: Migration = {
  name: "0003-codes",
  statements: [
    ...creating(codeTables),
    `create index authorization_codes_of on authorization_codes (username_key)`,
    `create index authorization_codes_by_expiry on authorization_codes (expires_at)`,
  ],
};
