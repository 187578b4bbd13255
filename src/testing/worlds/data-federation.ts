// Federated databases with the limits of their queries, as they are read and as they are compared.
import { newDatabase } from "../../atlas/data-federation/rules/federated-database.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Reading } from "./kinds.ts";

type SeedDatabase = NonNullable<SeedGroup["federatedDatabases"]>[number];
type SeedLimit = NonNullable<SeedDatabase["queryLimits"]>[number];

const order = { order: ["name", "cloudProvider", "provider", "value"] };

const limitText = ({ name, value, overrunPolicy }: SeedLimit): string =>
  [name, value, ...(overrunPolicy === undefined ? [] : [overrunPolicy])].join(" ");

/** The limits of a new database, which a seed leaves out. */
const usual = Object.entries(newDatabase(0).limits).map(([name, { changedAt: _, ...limit }]) =>
  limitText({ name: name as SeedLimit["name"], ...limit }),
);

/** Lists the databases, and the limits of each. */
async function readDatabases({ reader, client, params, prefix }: Reading): Promise<SeedDatabase[]> {
  const { groupId = "" } = params;
  const part = `${prefix}federatedDatabases`;
  const all = await reader.one(part, () => client.listGroupDataFederation({ groupId }));
  const read: SeedDatabase[] = [];
  for (const database of all ?? []) {
    const { name: tenantName = "" } = database;
    const limits = await reader.one(`${part}.${tenantName}.queryLimits`, () =>
      client.listGroupDataFederationLimits({ groupId, tenantName }),
    );
    const isUsual = (limit: object) => usual.includes(limitText(limit as SeedLimit));
    const queryLimits = (limits ?? []).filter((limit) => !isUsual(limit));
    // The usual limit is as old as the database.
    const createdAt = limits?.find(isUsual)?.lastModifiedDate;
    const form = formOf(["SeedGroup", "federatedDatabases"]);
    read.push(fit(form, { ...database, queryLimits, createdAt }, order) as SeedDatabase);
  }
  return read;
}

export const dataFederationKinds = {
  federatedDatabases: {
    read: readDatabases,
    ignored: ["name"],
    texts: { queryLimits: limitText },
  },
} satisfies GroupKinds;
