// Looks into the file of an SQLite store past its server, with whichever SQLite this Node has.
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Opening, openFile } from "../../src/core/store/driver.ts";

export interface StoreFile {
  rows(sql: string): Record<string, unknown>[];
  /** Prepares a statement, and returns a function that reads its rows. */
  prepare(sql: string): () => Record<string, unknown>[];
  /** Executes one statement, and says how many rows it changed. */
  run(sql: string): number;
  exec(sql: string): void;
  pragma(text: string): unknown;
  close(): void;
}

/** Opens a file, or that of a store in a folder. */
export function openStoreFile(path: string, opening?: Opening): StoreFile {
  const file = openFile(path.endsWith(".sqlite") ? path : join(path, "anteroom.sqlite"), opening);
  const prepare = (sql: string) => {
    const statement = file.prepare(sql);
    // Node's own rows have no prototype, and would equal no others.
    return () => statement.all([]).map((row) => ({ ...(row as Record<string, unknown>) }));
  };
  return {
    prepare,
    rows: (sql) => prepare(sql)(),
    run: (sql) => file.prepare(sql).run([]).changes,
    exec: (sql) => void file.exec(sql),
    pragma: (text) => file.pragma(text, { simple: true }),
    close: () => void file.close(),
  };
}

/** Writes nonsense over the first page of a table, in a file that nobody has open. */
export function damagePage(file: string, table: string): void {
  const store = openStoreFile(file);
  const sql = `select rootpage, (select page_size from pragma_page_size) as size from sqlite_schema where name = '${table}'`;
  const [{ rootpage, size }] = store.rows(sql) as [{ rootpage: number; size: number }];
  store.close();
  const fd = openSync(file, "r+");
  writeSync(fd, Buffer.alloc(size, "nonsense"), 0, size, (rootpage - 1) * size);
  closeSync(fd);
}
