// Checks the pages of an SQLite file in a thread, table by table, so that neither the server nor its log waits for it.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

/**
 * The file, and the driver of the process: of two drivers, one would give up the locks of the other.
 * @type {{ path: string, driver: "better-sqlite3" | "node:sqlite" }}
 */
const { path, driver } = workerData;
const load = createRequire(import.meta.url);
const file =
  driver === "better-sqlite3"
    ? new (load("better-sqlite3"))(path, { readonly: true, fileMustExist: true })
    : new (load("node:sqlite").DatabaseSync)(path, { readOnly: true });

/** @param {string} sql @returns {Record<string, unknown>[]} */
const rows = (sql) => file.prepare(sql).all();

/** @type {string[]} */
const problems = [];
try {
  for (const { name } of rows(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
  )) {
    for (const row of rows(`pragma quick_check("${name}")`)) {
      const said = String(Object.values(row)[0]);
      if (said !== "ok") problems.push(said);
    }
  }
} catch (reason) {
  const { message, code, errcode } = /** @type {Error & { code?: string, errcode?: number }} */ (reason);
  // SQLITE_CORRUPT and SQLITE_NOTADB, in the form of either driver; any other error is not damage.
  if (!/CORRUPT|NOTADB/.test(code ?? "") && errcode !== 11 && errcode !== 26) throw reason;
  problems.push(message);
}
file.close();
parentPort?.postMessage(problems);
