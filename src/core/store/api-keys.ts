// API keys, as their own operations read and write them.
import { type ApiKey, inReadingOrder } from "../domain/credential.ts";
import { addPrincipal, credentialLists, removePrincipal } from "./credential-lists.ts";
import { posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";
import { insertion } from "./query.ts";
import { setting } from "./statements.ts";

const columns = ["id", "orgId", "publicKey", "privateKeyTail", "description", "createdAt"];
const insert = posts(insertion("apiKeys"));

async function complete(unit: Unit, ids: readonly string[]) {
  const rolesOf = await grants.reads.ofPrincipals(unit, ids);
  return (row: Omit<ApiKey, "roles">): ApiKey => ({ ...row, roles: inReadingOrder(rolesOf(row.id)) });
}

export const reads = credentialLists({ table: "apiKeys", columns, complete });

export const writes = {
  async add(unit: Unit, key: ApiKey, sealedHa1: string): Promise<void> {
    addPrincipal(unit, key.id, "API_KEY");
    insert(unit, { ...key, sealedHa1 });
    grants.writes.giveAll(unit, key);
  },

  describe: posts(setting("apiKeys", "description")),

  remove: removePrincipal,
};
