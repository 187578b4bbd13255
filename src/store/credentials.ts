// What identifying a caller needs: its credential with the addresses it may be used from, secrets, revoked tokens, digest counts.
import { fromClientId, isClientId } from "../contract/client-id.ts";
import type { Instant } from "../domain/instant.ts";
import { memoised } from "../domain/memoised.ts";
import type { Unit } from "./connection.ts";
import { changes, many, posts } from "./facet.ts";
import { type Builder, insertion, rememberedQuery } from "./query.ts";

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

const keyByPublicKey = many(
  rememberedQuery((db, publicKey: string) =>
    db
      .selectFrom("api_keys")
      .innerJoin("orgs", "orgs.id", "api_keys.org_id")
      .leftJoin("access_entries", "access_entries.principal_id", "api_keys.id")
      .select(["api_keys.id", "api_keys.org_id", "api_keys.sealed_ha1", "api_keys.description as label"])
      .select(["orgs.api_access_list_required", "access_entries.cidr"])
      .where("api_keys.public_key", "=", publicKey),
  ),
);

const accounts = (db: Builder, id: string) =>
  db
    .selectFrom("service_accounts")
    .innerJoin("orgs", "orgs.id", "service_accounts.org_id")
    .leftJoin("access_entries", "access_entries.principal_id", "service_accounts.id")
    .select(["service_accounts.id", "service_accounts.org_id", "service_accounts.name as label"])
    .select(["orgs.api_access_list_required", "access_entries.cidr"])
    .where("service_accounts.id", "=", id);

const accountById = many(rememberedQuery(accounts));

const accountOfToken = many(
  rememberedQuery((db, token: TokenOwner) =>
    accounts(db, token.serviceAccountId)
      .innerJoin(
        "service_account_secrets",
        "service_account_secrets.service_account_id",
        "service_accounts.id",
      )
      .where("service_account_secrets.secret_hash", "=", token.secretHash)
      .where(({ exists, not, selectFrom }) =>
        not(exists(selectFrom("revoked_tokens").select("id").where("revoked_tokens.id", "=", token.id))),
      ),
  ),
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

/** A credential with its label: a key's description, an account's name. */
const toNamed = memoised((rows: readonly (ListedRow & { label: string })[]) => {
  const credential = toCredential(rows);
  return credential && { ...credential, label: rows[0]?.label ?? "" };
});

export const credentialReads = {
  /** The API key of a public key, with its encrypted digest verifier. */
  async apiKey(unit: Unit, publicKey: string) {
    return toApiKey(await keyByPublicKey(unit, publicKey));
  },

  /** The service account of a token, while account and secret exist and the token is not revoked. The caller checks its age. */
  async byToken(unit: Unit, token: TokenOwner): Promise<Credential | undefined> {
    return toCredential(await accountOfToken(unit, token));
  },

  /** The credential of a public key or a client id, where it is asked about and need not be proven. */
  async named(unit: Unit, name: string): Promise<(Credential & { readonly label: string }) | undefined> {
    if (isClientId(name)) return toNamed(await accountById(unit, fromClientId(name)));
    return toNamed(await keyByPublicKey(unit, name));
  },

  /** Hashes of a service account's secrets that have not expired, each with the account's organization. */
  liveSecrets: many((db, serviceAccountId: string, now: Instant) =>
    db
      .selectFrom("service_account_secrets")
      .innerJoin("service_accounts", "service_accounts.id", "service_account_secrets.service_account_id")
      .select(["service_account_secrets.secret_hash as secretHash", "service_accounts.org_id as orgId"])
      .where("service_account_id", "=", serviceAccountId)
      .where("expires_at", ">", now),
  ),
};

const revoke = posts(insertion("revoked_tokens", { ignore: true }));

export const credentialWrites = {
  ...credentialReads,

  /** Remembers when a secret was used, and returns whether it still may be. */
  useSecret: changes((db, hash: string, now: Instant) =>
    db
      .updateTable("service_account_secrets")
      .set({ last_used_at: now })
      .where("secret_hash", "=", hash)
      .where("expires_at", ">", now),
  ),

  /** Revokes a token until it expires; one that is revoked already stays so. */
  revokeToken: (unit: Unit, { id, expiresAt }: { id: string; expiresAt: Instant }) =>
    revoke(unit, { id, expires_at: expiresAt }),

  /** Records that a nonce was used with a count, and returns whether this was the first time. */
  spendDigest: changes((db, nonce: string, count: number, expires_at: Instant) =>
    db
      .insertInto("digest_uses")
      .values({ nonce, count, expires_at })
      .onConflict((on) => on.doNothing()),
  ),

  /** Forgets expired nonces. */
  sweepDigestUses: posts((db, now: Instant) => db.deleteFrom("digest_uses").where("expires_at", "<=", now)),

  /** Forgets the revocations of tokens that have expired. */
  sweepRevoked: posts((db, now: Instant) => db.deleteFrom("revoked_tokens").where("expires_at", "<=", now)),
};
