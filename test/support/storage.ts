// Creates the storage of a server under test, with a way to look into it from outside.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import pg from "pg";
import type { Storage } from "../../src/core/settings/settings.ts";
import { createTestDatabase, type EngineName } from "./engines.ts";
import { openStoreFile } from "./sqlite-file.ts";

export interface TestStorage {
  /** The options of `createAnteroom`. */
  readonly options: { readonly data: string } | { readonly databaseUrl: string };
  /** The flags of the command line. */
  readonly flags: readonly string[];
  /** Runs a query past the server; counts come as numbers. */
  rows(sql: string): Promise<unknown[]>;
}

/** Returns its location, for programs that open it past a server. */
export const locationOf = ({ options }: Pick<TestStorage, "options">): Storage =>
  "data" in options ? { kind: "folder", path: options.data } : { kind: "postgres", url: options.databaseUrl };

/** Folders of tests that have ended. A hook declared after a folder's may still stop a process that writes to it. */
const ended: string[] = [];

function removeEnded(): void {
  for (const folder of ended.splice(0)) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // A process that its test killed a moment ago may have left a database that still writes.
    }
  }
}
process.once("exit", removeEnded);

/** An empty folder that is removed once its test and all its hooks have ended. */
export function createFolder(t: TestContext): string {
  removeEnded();
  const folder = mkdtempSync(join(tmpdir(), "anteroom-"));
  t.after(() => void ended.push(folder));
  return folder;
}

/** An empty store of an engine, removed when the test ends; on PostgreSQL it may have its schema already. */
export async function createStorage(
  t: TestContext,
  engine: EngineName,
  having?: { readonly hasSchema: boolean },
): Promise<TestStorage> {
  if (engine === "sqlite") {
    const data = createFolder(t);
    return {
      options: { data },
      flags: ["--data", data],
      async rows(sql) {
        const database = openStoreFile(data, { isReadOnly: true });
        try {
          return database.rows(sql);
        } finally {
          database.close();
        }
      },
    };
  }
  return onPostgres(await createTestDatabase(t, having));
}

/** An empty database as a store. */
export function onPostgres(databaseUrl: string): TestStorage {
  const types = { getTypeParser: (id: number) => (id === pg.types.builtins.INT8 ? Number : String) };
  return {
    options: { databaseUrl },
    flags: ["--database-url", databaseUrl],
    async rows(sql) {
      const client = new pg.Client({ connectionString: databaseUrl, types });
      await client.connect();
      return (await client.query(sql).finally(() => client.end())).rows;
    },
  };
}
