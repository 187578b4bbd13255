// API keys as their own operations read and write them.
import type { ApiKey } from "../domain/api-key.ts";
import { inReadingOrder } from "../domain/credential.ts";
import { credentialLists } from "./credential-lists.ts";
import { posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";
import { addPrincipal, removePrincipal } from "./principals.ts";

const columns = [
  "apiKeys.id",
  "apiKeys.orgId",
  "apiKeys.publicKey",
  "apiKeys.privateKeyTail",
  "apiKeys.description",
  "apiKeys.createdAt",
];

const insert = posts((db, key: ApiKey, sealedHa1: string) =>
  db.insertInto("apiKeys").values({
    id: key.id,
    orgId: key.orgId,
    publicKey: key.publicKey,
    sealedHa1,
    privateKeyTail: key.privateKeyTail,
    description: key.description,
    createdAt: key.createdAt,
  }),
);

async function complete(unit: Unit, ids: readonly string[]) {
  const rolesOf = await grants.reads.ofPrincipals(unit, ids);
  return (row: Omit<ApiKey, "roles">): ApiKey => ({ ...row, roles: inReadingOrder(rolesOf(row.id)) });
}

export const reads = credentialLists({ table: "apiKeys", columns, complete });

export const writes = {
  /** Adds a key with its roles. */
  async add(unit: Unit, key: ApiKey, sealedVerifier: string): Promise<void> {
    addPrincipal(unit, key.id, "API_KEY");
    insert(unit, key, sealedVerifier);
    grants.writes.giveAll(unit, key);
  },

  describe: posts((db, id: string, description: string) =>
    db.updateTable("apiKeys").set({ description }).where("id", "=", id),
  ),

  /** Removes a key with everything that refers to it: roles and access list. */
  remove: removePrincipal,
};
