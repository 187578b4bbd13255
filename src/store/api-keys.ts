// API keys as their own operations read and write them.
import type { ApiKey } from "../domain/api-key.ts";
import { inReadingOrder } from "../domain/credential.ts";
import type { Unit } from "./connection.ts";
import { credentialLists } from "./credential-lists.ts";
import { posts } from "./facet.ts";
import { grantReads, grantWrites } from "./grants.ts";
import { addPrincipal, removePrincipal } from "./principals.ts";

const columns = [
  "api_keys.id",
  "api_keys.org_id as orgId",
  "api_keys.public_key as publicKey",
  "api_keys.private_key_tail as privateKeyTail",
  "api_keys.description",
  "api_keys.created_at as createdAt",
];

const insert = posts((db, key: ApiKey, sealed_ha1: string) =>
  db.insertInto("api_keys").values({
    id: key.id,
    org_id: key.orgId,
    public_key: key.publicKey,
    sealed_ha1,
    private_key_tail: key.privateKeyTail,
    description: key.description,
    created_at: key.createdAt,
  }),
);

async function complete(unit: Unit, ids: readonly string[]) {
  const rolesOf = await grantReads.ofPrincipals(unit, ids);
  return (row: Omit<ApiKey, "roles">): ApiKey => ({ ...row, roles: inReadingOrder(rolesOf(row.id)) });
}

export const apiKeyReads = credentialLists({ table: "api_keys", columns, complete });

export const apiKeyWrites = {
  ...apiKeyReads,

  /** Adds a key with its roles. */
  async add(unit: Unit, key: ApiKey, sealedVerifier: string): Promise<void> {
    addPrincipal(unit, key.id, "API_KEY");
    insert(unit, key, sealedVerifier);
    grantWrites.giveAll(unit, key);
  },

  describe: posts((db, id: string, description: string) =>
    db.updateTable("api_keys").set({ description }).where("id", "=", id),
  ),

  /** Removes a key with everything that refers to it: roles and access list. */
  remove: removePrincipal,
};
