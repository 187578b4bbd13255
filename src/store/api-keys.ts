// API keys as their own operations read and write them.
import type { ApiKey } from "../domain/api-key.ts";
import { inReadingOrder } from "../domain/credential.ts";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { credentialLists } from "./credential-lists.ts";
import { grantReads, grantWrites } from "./grants.ts";
import { addPrincipal, removePrincipal } from "./principals.ts";
import { insertion, query } from "./query.ts";

interface Row {
  id: string;
  org_id: string;
  public_key: string;
  private_key_tail: string;
  description: string;
  created_at: Instant;
}

const columns = [
  "api_keys.id",
  "api_keys.org_id",
  "api_keys.public_key",
  "api_keys.private_key_tail",
  "api_keys.description",
  "api_keys.created_at",
];

const insert = insertion("api_keys");

const describe = query((db, to: { id: string; description: string }) =>
  db.updateTable("api_keys").set({ description: to.description }).where("id", "=", to.id),
);

async function complete(unit: Unit, ids: readonly string[]): Promise<(row: Row) => ApiKey> {
  const rolesOf = await grantReads.ofPrincipals(unit, ids);
  return (row) => ({
    id: row.id,
    orgId: row.org_id,
    publicKey: row.public_key,
    privateKeyTail: row.private_key_tail,
    description: row.description,
    createdAt: row.created_at,
    roles: inReadingOrder(rolesOf(row.id)),
  });
}

export const apiKeyReads = credentialLists({ table: "api_keys", columns, complete });

export const apiKeyWrites = {
  ...apiKeyReads,

  /** Adds a key with its roles. */
  async add(unit: Unit, key: ApiKey, sealedVerifier: string): Promise<void> {
    await addPrincipal(unit, key.id, "API_KEY");
    unit.post(insert, {
      id: key.id,
      org_id: key.orgId,
      public_key: key.publicKey,
      sealed_ha1: sealedVerifier,
      private_key_tail: key.privateKeyTail,
      description: key.description,
      created_at: key.createdAt,
    });
    await grantWrites.giveAll(unit, key);
  },

  async describe(unit: Unit, id: string, description: string): Promise<void> {
    unit.post(describe, { id, description });
  },

  /** Removes a key with all that hangs on it: roles and access list. */
  remove: removePrincipal,
};
