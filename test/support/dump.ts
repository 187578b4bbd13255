// Reads all rows of a store past the server, to be compared before and after: what was refused changed nothing.

import { toSnake } from "../../src/core/store/query.ts";
import type { Store } from "../../src/core/store/store.ts";
import { openStore } from "../../src/server/open-store.ts";
import { openStoreFile } from "./sqlite-file.ts";
import { locationOf, type TestStorage } from "./storage.ts";

/**
 * The tables in which requests leave traces of their own: digest counts that were used, buckets that were taken from, counts of
 * calls that end.
 */
const traces = ["buckets", "digest_uses", "deprecated_callers", "deprecated_days", "key_uses"];
const isState = (table: string) => !traces.includes(table);

export type TableDump = Readonly<Record<string, unknown>>;

/** Every row of every table but those that any request may write to. */
export const dumpTables = async (storage: TestStorage): Promise<TableDump> =>
  "data" in storage.options ? dumpSqlite(storage.options.data) : dumpPostgres(storage);

export function dumpSqlite(data: string): TableDump {
  const dumps = openDumps(data);
  try {
    return dumps.take();
  } finally {
    dumps.close();
  }
}

/**
 * Opens an SQLite store that is dumped again and again, as `dumpSqlite` does: its tables are found once, and they are read only
 * if a connection has committed something since.
 */
export function openDumps(data: string) {
  const database = openStoreFile(data, { isReadOnly: true });
  const tables = database
    .rows("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by 1")
    .map(({ name }) => String(name))
    .filter(isState)
    .map((name) => [name, database.prepare(`select * from ${name}`)] as const);
  let version: unknown;
  let dump: TableDump = {};
  return {
    take(): TableDump {
      const now = database.pragma("data_version");
      if (now !== version) dump = Object.fromEntries(tables.map(([name, rows]) => [name, rows()]));
      version = now;
      return dump;
    },
    close: database.close,
  };
}

/** Dumps PostgreSQL in one statement, because each opens a connection of its own. */
async function dumpPostgres(storage: TestStorage): Promise<TableDump> {
  const dumped = (await storage.rows(
    `select table_name as name,
       query_to_xml(format('select * from %I t order by t::text', table_name), true, true, '')::text as rows
     from information_schema.tables where table_schema = 'public'`,
  )) as { name: string; rows: string }[];
  return Object.fromEntries(dumped.filter(({ name }) => isState(name)).map(({ name, rows }) => [name, rows]));
}

/** Reads all rows of a store, by the names of SQL. */
export async function readRows(store: Store): Promise<Record<string, Record<string, unknown>[]>> {
  const dump = await store.read((tx) => tx.dump.take());
  const inSql = (named: object) =>
    Object.fromEntries(Object.entries(named).map(([name, value]) => [toSnake(name), value]));
  const byTable = Object.entries(dump).map(([table, rows]) => [toSnake(table), rows.map(inSql)]);
  return Object.fromEntries(byTable);
}

/** Does something in the store of a running server that no operation offers yet, such as deleting a credential. */
export async function beside<T>(storage: TestStorage, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(locationOf(storage));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Deletes an API key, by its public key, or a service account, by its client id, with all that hangs on it. */
export const deleteCredential = (storage: TestStorage, name: string): Promise<void> =>
  beside(storage, (store) =>
    store.write(async (tx) => {
      if (name.startsWith("mdb_sa_id_")) return tx.serviceAccounts.remove(name.slice("mdb_sa_id_".length));
      const key = await tx.credentials.apiKey(name);
      if (key === undefined) throw new Error(`there is no API key ${name}`);
      return tx.apiKeys.remove(key.id);
    }),
  );
