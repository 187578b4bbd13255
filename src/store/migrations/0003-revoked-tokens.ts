// Which access tokens were revoked, in place of which were issued.
export const revokedTokens = {
  name: "0003-revoked-tokens",
  statements: [
    `drop table tokens`,
    // No reference to the account: a revocation outlives it, since an account can come back when the world is reset.
    `create table revoked_tokens (
      id text primary key check (length(id) = 24),
      expires_at bigint not null
    )`,
    `create index revoked_tokens_by_expiry on revoked_tokens (expires_at)`,
  ],
};
