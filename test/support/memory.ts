// A store in memory with two organizations and a project in each, for tests of the store without a server.
import type { TestContext } from "node:test";
import type { Database } from "../../src/core/store/database.ts";
import { migrate } from "../../src/core/store/migrate.ts";
import { openSqlite } from "../../src/core/store/sqlite.ts";
import { type Store, storeOver } from "../../src/core/store/store.ts";
import { ids } from "./world.ts";

export async function openMemory(t: TestContext): Promise<{ database: Database; store: Store }> {
  const database = openSqlite(null);
  t.after(() => database.close());
  await migrate(database);
  const store = storeOver(database);
  await store.write(async (tx) => {
    for (const [orgId, id, name] of [
      [ids.org, ids.group, "payments"],
      [ids.otherOrg, ids.otherGroup, "shipping"],
    ] as const) {
      const org = { id: orgId, name: `of ${name}`, createdAt: 0 };
      await tx.orgs.add({
        ...org,
        skipDefaultAlertsSettings: false,
        apiAccessListRequired: false,
        mostUsers: 500,
      });
      await tx.groups.add({ id, orgId, name, createdAt: 0, withDefaultAlertsSettings: true, tags: [] });
    }
  });
  return { database, store };
}
