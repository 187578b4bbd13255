// What identifying a caller needs: its credential with the addresses it may be used from, secrets, revoked tokens, digest counts.
import { fromClientId, isClientId } from "../contract/client-id.ts";
import type { Instant } from "../domain/instant.ts";
import { memoised } from "../domain/memoised.ts";
import type { Unit } from "./connection.ts";
import { insertion, query, rememberedQuery } from "./query.ts";

/** What identifying a caller needs to know of its credential. */
export interface Credential {
  readonly id: string;
  readonly orgId: string;
  /** Whether the organization refuses credentials without an access list. */
  readonly listRequired: boolean;
  /** Addresses and networks in CIDR notation; empty means any. */
  readonly accessList: readonly string[];
}

/** A token by its id, and what its signature names: the service account, and the hash of the secret it was issued for. */
export interface TokenOwner {
  readonly id: string;
  readonly serviceAccountId: string;
  readonly secretHash: string;
}

const keyByPublicKey = rememberedQuery((db, at: { publicKey: string }) =>
  db
    .selectFrom("api_keys")
    .innerJoin("orgs", "orgs.id", "api_keys.org_id")
    .leftJoin("access_entries", "access_entries.principal_id", "api_keys.id")
    .select([
      "api_keys.id",
      "api_keys.org_id",
      "api_keys.sealed_ha1",
      "api_keys.description as label",
      "orgs.api_access_list_required",
      "access_entries.cidr",
    ])
    .where("api_keys.public_key", "=", at.publicKey),
);

const accountOfToken = rememberedQuery((db, at: TokenOwner) =>
  db
    .selectFrom("service_accounts")
    .innerJoin("orgs", "orgs.id", "service_accounts.org_id")
    .leftJoin("access_entries", "access_entries.principal_id", "service_accounts.id")
    .select([
      "service_accounts.id",
      "service_accounts.org_id",
      "orgs.api_access_list_required",
      "access_entries.cidr",
    ])
    .innerJoin("service_account_secrets", "service_account_secrets.service_account_id", "service_accounts.id")
    .where("service_accounts.id", "=", at.serviceAccountId)
    .where("service_account_secrets.secret_hash", "=", at.secretHash)
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom("revoked_tokens").select("id").where("revoked_tokens.id", "=", at.id))),
    ),
);

const accountById = rememberedQuery((db, at: { id: string }) =>
  db
    .selectFrom("service_accounts")
    .innerJoin("orgs", "orgs.id", "service_accounts.org_id")
    .leftJoin("access_entries", "access_entries.principal_id", "service_accounts.id")
    .select([
      "service_accounts.id",
      "service_accounts.org_id",
      "service_accounts.name as label",
      "orgs.api_access_list_required",
      "access_entries.cidr",
    ])
    .where("service_accounts.id", "=", at.id),
);

const liveSecrets = query((db, at: { serviceAccountId: string; now: Instant }) =>
  db
    .selectFrom("service_account_secrets")
    .innerJoin("service_accounts", "service_accounts.id", "service_account_secrets.service_account_id")
    .select(["service_account_secrets.secret_hash as secretHash", "service_accounts.org_id as orgId"])
    .where("service_account_id", "=", at.serviceAccountId)
    .where("expires_at", ">", at.now),
);

const useSecret = query((db, at: { hash: string; now: Instant }) =>
  db
    .updateTable("service_account_secrets")
    .set({ last_used_at: at.now })
    .where("secret_hash", "=", at.hash)
    .where("expires_at", ">", at.now),
);

const insertRevoked = insertion("revoked_tokens", { ignore: true });

const sweepRevoked = query((db, at: { now: Instant }) =>
  db.deleteFrom("revoked_tokens").where("expires_at", "<=", at.now),
);

const insertDigestUse = insertion("digest_uses", { ignore: true });

const sweepDigestUses = query((db, at: { now: Instant }) =>
  db.deleteFrom("digest_uses").where("expires_at", "<=", at.now),
);

interface ListedRow {
  id: string;
  org_id: string;
  api_access_list_required: 0 | 1;
  cidr: string | null;
}

const toCredential = memoised((rows: readonly ListedRow[]): Credential | undefined => {
  const [row] = rows;
  return (
    row && {
      id: row.id,
      orgId: row.org_id,
      listRequired: row.api_access_list_required === 1,
      accessList: rows.flatMap(({ cidr }) => (cidr === null ? [] : [cidr])),
    }
  );
});

const toApiKey = memoised((rows: readonly (ListedRow & { sealed_ha1: string })[]) => {
  const credential = toCredential(rows);
  return credential && { ...credential, sealedHa1: rows[0]?.sealed_ha1 ?? "" };
});

/** A credential with what it is called by people: a key's description, an account's name. */
const toNamed = memoised((rows: readonly (ListedRow & { label: string })[]) => {
  const credential = toCredential(rows);
  return credential && { ...credential, label: rows[0]?.label ?? "" };
});

export const credentialReads = {
  /** The API key of a public key, with its encrypted digest verifier. */
  async apiKey(unit: Unit, publicKey: string) {
    return toApiKey(await unit.all(keyByPublicKey, { publicKey }));
  },

  /** The service account of a token, while account and secret exist and the token was not revoked. Its age is the caller's to check. */
  async byToken(unit: Unit, token: TokenOwner): Promise<Credential | undefined> {
    return toCredential(await unit.all(accountOfToken, token));
  },

  /** The credential of a public key or a client id, for who asks about it and does not prove it. */
  async named(unit: Unit, name: string): Promise<(Credential & { readonly label: string }) | undefined> {
    if (isClientId(name)) return toNamed(await unit.all(accountById, { id: fromClientId(name) }));
    return toNamed(await unit.all(keyByPublicKey, { publicKey: name }));
  },

  /** Hashes of a service account's secrets that have not expired, each with the account's organization. */
  liveSecrets: async (unit: Unit, serviceAccountId: string, now: Instant) =>
    unit.all(liveSecrets, { serviceAccountId, now }),
};

export const credentialWrites = {
  ...credentialReads,

  /** Remembers when a secret was used, and returns whether it still may be. */
  async useSecret(unit: Unit, hash: string, now: Instant): Promise<boolean> {
    return (await unit.change(useSecret, { hash, now })) > 0;
  },

  /** Revokes a token until it expires; one that is revoked already stays so. */
  async revokeToken(unit: Unit, token: { id: string; expiresAt: Instant }): Promise<void> {
    await unit.change(insertRevoked, { id: token.id, expires_at: token.expiresAt });
  },

  /** Records that a nonce was used with a count, and returns whether this was the first time. */
  async spendDigest(unit: Unit, nonce: string, count: number, expiresAt: Instant): Promise<boolean> {
    return (await unit.change(insertDigestUse, { nonce, count, expires_at: expiresAt })) > 0;
  },

  /** Forgets the uses of nonces that have run out. */
  async sweepDigestUses(unit: Unit, now: Instant): Promise<void> {
    await unit.change(sweepDigestUses, { now });
  },

  /** Forgets the revocations of tokens that expired before `now`. */
  async sweepRevoked(unit: Unit, now: Instant): Promise<void> {
    await unit.change(sweepRevoked, { now });
  },
};
