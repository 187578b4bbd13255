// Reads the rows that identify a caller: its credential with the addresses it may be used from, secrets, revoked tokens,
// digest counts.
import { fromClientId, isClientId, toClientId } from "../contract/client-id.ts";
import type { Instant } from "../domain/instant.ts";
import { memoised } from "../domain/memoised.ts";
import { changes, exists, many, posts, type Unit } from "./facet.ts";
import { type Builder, insertion, rememberedQuery } from "./query.ts";
import { expiry, selection } from "./statements.ts";

export interface Credential {
  readonly id: string;
  readonly orgId: string;
  /** True if the organization refuses credentials without an access list. */
  readonly listRequired: boolean;
  /** Addresses and networks in CIDR notation; empty means any. */
  readonly accessList: readonly string[];
}

/** A token by its id, with the claims of its signature: the service account, and the hash of the secret it was issued for. */
export interface TokenOwner {
  readonly id: string;
  readonly serviceAccountId: string;
  readonly secretHash: string;
}

const keyByPublicKey = many(
  rememberedQuery((db, publicKey: string) =>
    db
      .selectFrom("apiKeys")
      .innerJoin("orgs", "orgs.id", "apiKeys.orgId")
      .leftJoin("accessEntries", "accessEntries.principalId", "apiKeys.id")
      .select(["apiKeys.id", "apiKeys.orgId", "apiKeys.sealedHa1", "apiKeys.description as label"])
      .select(["orgs.apiAccessListRequired", "accessEntries.cidr"])
      .where("apiKeys.publicKey", "=", publicKey),
  ),
);

const accounts = (db: Builder, id: string) =>
  db
    .selectFrom("serviceAccounts")
    .innerJoin("orgs", "orgs.id", "serviceAccounts.orgId")
    .leftJoin("accessEntries", "accessEntries.principalId", "serviceAccounts.id")
    .select(["serviceAccounts.id", "serviceAccounts.orgId", "serviceAccounts.name as label"])
    .select(["orgs.apiAccessListRequired", "accessEntries.cidr"])
    .where("serviceAccounts.id", "=", id);

const accountById = many(rememberedQuery(accounts));

const accountOfToken = many(
  rememberedQuery((db, token: TokenOwner) =>
    accounts(db, token.serviceAccountId)
      .innerJoin("serviceAccountSecrets", "serviceAccountSecrets.serviceAccountId", "serviceAccounts.id")
      .where("serviceAccountSecrets.secretHash", "=", token.secretHash)
      .where(({ exists, not, selectFrom }) =>
        not(exists(selectFrom("revokedTokens").select("id").where("revokedTokens.id", "=", token.id))),
      ),
  ),
);

const keysDescribed = many((db, description: string) =>
  db.selectFrom("apiKeys").select(["publicKey as name", "orgId"]).where("description", "=", description),
);

const accountsCalled = many(selection("serviceAccounts", ["id", "orgId"], "name"), ({ id, orgId }) => ({
  name: toClientId(id),
  orgId,
}));

interface ListedRow {
  id: string;
  orgId: string;
  apiAccessListRequired: 0 | 1;
  cidr: string | null;
}

const toCredential = memoised((rows: readonly ListedRow[]): Credential | undefined => {
  const [row] = rows;
  return (
    row && {
      id: row.id,
      orgId: row.orgId,
      listRequired: row.apiAccessListRequired === 1,
      accessList: rows.flatMap(({ cidr }) => (cidr === null ? [] : [cidr])),
    }
  );
});

const toApiKey = memoised((rows: readonly (ListedRow & { sealedHa1: string })[]) => {
  const credential = toCredential(rows);
  return credential && { ...credential, sealedHa1: rows[0]?.sealedHa1 ?? "" };
});

/** Adds the label to a credential: a key's description, or an account's name. */
const toNamed = memoised((rows: readonly (ListedRow & { label: string })[]) => {
  const credential = toCredential(rows);
  return credential && { ...credential, label: rows[0]?.label ?? "" };
});

export const reads = {
  apiKey: async (unit: Unit, publicKey: string) => toApiKey(await keyByPublicKey(unit, publicKey)),

  /**
   * Finds the service account of a token, while account and secret exist and the token is not revoked. The caller checks its
   * age.
   */
  byToken: async (unit: Unit, token: TokenOwner) => toCredential(await accountOfToken(unit, token)),

  /** Finds the credential of a public key or a client id, without a proof. */
  async named(unit: Unit, name: string): Promise<(Credential & { readonly label: string }) | undefined> {
    if (isClientId(name)) return toNamed(await accountById(unit, fromClientId(name)));
    return toNamed(await keyByPublicKey(unit, name));
  },

  /** Finds the public keys of API keys with a description, and the client ids of service accounts with a name. */
  labelled: async (unit: Unit, label: string) => [
    ...(await accountsCalled(unit, label)),
    ...(await keysDescribed(unit, label)),
  ],

  /** Returns the hashes of a service account's valid secrets, each with the account's organization. */
  liveSecrets: many((db, serviceAccountId: string, now: Instant) =>
    db
      .selectFrom("serviceAccountSecrets")
      .innerJoin("serviceAccounts", "serviceAccounts.id", "serviceAccountSecrets.serviceAccountId")
      .select(["serviceAccountSecrets.secretHash", "serviceAccounts.orgId"])
      .where("serviceAccountId", "=", serviceAccountId)
      .where("expiresAt", ">", now),
  ),

  isDigestSpent: exists(selection("digestUses", ["nonce"], "nonce", "count")),
};

export const writes = {
  /** Notes the use of a secret, and returns whether it is still valid. */
  useSecret: changes((db, hash: string, now: Instant) =>
    db
      .updateTable("serviceAccountSecrets")
      .set({ lastUsedAt: now })
      .where("secretHash", "=", hash)
      .where("expiresAt", ">", now),
  ),

  /** Revokes a token until it expires; a revoked one stays as it is. */
  revokeToken: posts(insertion("revokedTokens", { ignore: true })),

  /** Notes the use of a nonce with a count, and returns whether it was the first. */
  spendDigest: changes((db, nonce: string, count: number, expiresAt: Instant) =>
    db
      .insertInto("digestUses")
      .values({ nonce, count, expiresAt })
      .onConflict((on) => on.doNothing()),
  ),

  sweepDigestUses: posts(expiry("digestUses")),
  sweepRevoked: posts(expiry("revokedTokens")),
};
