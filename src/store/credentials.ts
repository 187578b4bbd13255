// API keys, service accounts, their tokens, and the addresses they may be used from.
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import type { Tables } from "./tables.ts";

/** What identifying a caller needs to know of its credential. */
export interface Credential {
  readonly id: string;
  readonly orgId: string;
  /** Whether the organization refuses credentials without an access list. */
  readonly listRequired: boolean;
  /** Addresses and networks in CIDR notation; empty means any. */
  readonly accessList: readonly string[];
}

const keyByPublicKey = query((db, at: { publicKey: string }) =>
  db
    .selectFrom("api_keys")
    .innerJoin("orgs", "orgs.id", "api_keys.org_id")
    .leftJoin("access_entries", "access_entries.principal_id", "api_keys.id")
    .select([
      "api_keys.id",
      "api_keys.org_id",
      "api_keys.sealed_ha1",
      "orgs.api_access_list_required",
      "access_entries.cidr",
    ])
    .where("api_keys.public_key", "=", at.publicKey),
);

const liveToken = query((db, at: { id: string; now: Instant }) =>
  db
    .selectFrom("tokens")
    .innerJoin("service_accounts", "service_accounts.id", "tokens.service_account_id")
    .innerJoin("orgs", "orgs.id", "service_accounts.org_id")
    .leftJoin("access_entries", "access_entries.principal_id", "service_accounts.id")
    .select([
      "service_accounts.id",
      "service_accounts.org_id",
      "orgs.api_access_list_required",
      "access_entries.cidr",
    ])
    .where("tokens.id", "=", at.id)
    .where("tokens.expires_at", ">", at.now),
);

const liveSecrets = query((db, at: { serviceAccountId: string; now: Instant }) =>
  db
    .selectFrom("service_account_secrets")
    .select("secret_hash")
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

const insertPrincipal = insertion("principals", ["id", "kind"]);

const insertKey = insertion("api_keys", [
  "id",
  "org_id",
  "public_key",
  "sealed_ha1",
  "private_key_tail",
  "description",
  "created_at",
]);

const insertAccount = insertion("service_accounts", ["id", "org_id", "name", "description", "created_at"]);

const insertSecret = insertion("service_account_secrets", [
  "id",
  "service_account_id",
  "secret_hash",
  "tail",
  "created_at",
  "expires_at",
  "last_used_at",
]);

const insertToken = insertion("tokens", ["id", "service_account_id", "expires_at"]);

const removeToken = query((db, at: { id: string; serviceAccountId: string }) =>
  db.deleteFrom("tokens").where("id", "=", at.id).where("service_account_id", "=", at.serviceAccountId),
);

const sweepTokens = query((db, at: { now: Instant }) =>
  db.deleteFrom("tokens").where("expires_at", "<=", at.now),
);

const insertDigestUse = insertion("digest_uses", ["nonce", "count", "expires_at"], { ignore: true });

const sweepDigestUses = query((db, at: { now: Instant }) =>
  db.deleteFrom("digest_uses").where("expires_at", "<=", at.now),
);

const insertEntry = insertion("access_entries", ["principal_id", "cidr", "created_at"]);

const removePrincipal = query((db, at: { id: string }) =>
  db.deleteFrom("principals").where("id", "=", at.id),
);

const keyGrants = query((db, at: { principalId: string }) =>
  db
    .selectFrom("grants")
    .select(["org_id", "group_id", "role"])
    .where("principal_id", "=", at.principalId)
    .orderBy("created_at")
    .orderBy("role"),
);

const insertGrant = insertion("grants", ["principal_id", "org_id", "group_id", "role", "created_at"], {
  ignore: true,
});

interface ListedRow {
  id: string;
  org_id: string;
  api_access_list_required: 0 | 1;
  cidr: string | null;
}

function toCredential(rows: readonly ListedRow[]): Credential | undefined {
  const [row] = rows;
  return (
    row && {
      id: row.id,
      orgId: row.org_id,
      listRequired: row.api_access_list_required === 1,
      accessList: rows.flatMap(({ cidr }) => (cidr === null ? [] : [cidr])),
    }
  );
}

export const credentialReads = {
  /** The API key of a public key, with its encrypted digest verifier. */
  async apiKey(unit: Unit, publicKey: string) {
    const rows = await unit.all(keyByPublicKey, { publicKey });
    const credential = toCredential(rows);
    return credential && { ...credential, sealedHa1: rows[0]?.sealed_ha1 ?? "" };
  },

  /** The service account a token speaks for, while the token is neither expired nor revoked and the account exists. */
  async byToken(unit: Unit, tokenId: string, now: Instant): Promise<Credential | undefined> {
    return toCredential(await unit.all(liveToken, { id: tokenId, now }));
  },

  /** Hashes of a service account's secrets that have not expired. */
  async secretHashes(unit: Unit, serviceAccountId: string, now: Instant): Promise<string[]> {
    return (await unit.all(liveSecrets, { serviceAccountId, now })).map((row) => row.secret_hash);
  },

  /** Every role a principal holds, with the scope it holds it in. */
  async grants(unit: Unit, principalId: string) {
    const rows = await unit.all(keyGrants, { principalId });
    return rows.map((row) => ({ orgId: row.org_id, groupId: row.group_id, role: row.role }));
  },
};

export const credentialWrites = {
  ...credentialReads,

  async addApiKey(unit: Unit, key: Tables["api_keys"]): Promise<void> {
    await unit.change(insertPrincipal, { id: key.id, kind: "API_KEY" });
    await unit.change(insertKey, key);
  },

  async addServiceAccount(unit: Unit, account: Tables["service_accounts"]): Promise<void> {
    await unit.change(insertPrincipal, { id: account.id, kind: "SERVICE_ACCOUNT" });
    await unit.change(insertAccount, account);
  },

  async addSecret(unit: Unit, secret: Tables["service_account_secrets"]): Promise<void> {
    await unit.change(insertSecret, secret);
  },

  /** Remembers when a secret was used, and tells whether it still may be. */
  async useSecret(unit: Unit, hash: string, now: Instant): Promise<boolean> {
    return (await unit.change(useSecret, { hash, now })) > 0;
  },

  async addToken(
    unit: Unit,
    token: { id: string; serviceAccountId: string; expiresAt: Instant },
  ): Promise<void> {
    const { id, serviceAccountId, expiresAt } = token;
    await unit.change(insertToken, { id, service_account_id: serviceAccountId, expires_at: expiresAt });
  },

  /** Revokes a token of this account; one that is unknown or somebody else's is left as it is. */
  async removeToken(unit: Unit, id: string, serviceAccountId: string): Promise<void> {
    await unit.change(removeToken, { id, serviceAccountId });
  },

  /** Records that a nonce was used with a count, and tells whether this was the first time. */
  async spendDigest(unit: Unit, nonce: string, count: number, expiresAt: Instant): Promise<boolean> {
    return (await unit.change(insertDigestUse, { nonce, count, expires_at: expiresAt })) > 0;
  },

  /** Forgets tokens and nonces that have run out. */
  async sweep(unit: Unit, now: Instant): Promise<void> {
    await unit.change(sweepTokens, { now });
    await unit.change(sweepDigestUses, { now });
  },

  async allow(unit: Unit, principalId: string, cidr: string, now: Instant): Promise<void> {
    await unit.change(insertEntry, { principal_id: principalId, cidr, created_at: now });
  },

  /** Gives a role in an organization, or in one of its projects when `groupId` is set. */
  async grant(
    unit: Unit,
    principalId: string,
    scopeOf: { orgId: string; groupId: string | null },
    role: string,
    now: Instant,
  ) {
    await unit.change(insertGrant, {
      principal_id: principalId,
      org_id: scopeOf.orgId,
      group_id: scopeOf.groupId,
      role,
      created_at: now,
    });
  },

  /** Deletes a credential or a user with all that hangs on it: secrets, tokens, roles, access list. */
  async remove(unit: Unit, principalId: string): Promise<void> {
    await unit.change(removePrincipal, { id: principalId });
  },
};
