// Runs SQLite: better-sqlite3 if it loads, or else Node's own, both behind the small interface that the store needs.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type BetterSqlite from "better-sqlite3";
import { codeOf, StoreError } from "./outages.ts";
import type { Value } from "./query.ts";

/** The part of better-sqlite3 that is used. */
export interface SqliteStatement {
  /** True if it changes no table. */
  readonly readonly: boolean;
  /** True if it returns rows. */
  readonly reader: boolean;
  columns(): { readonly name: string }[];
  /** Returns rows as arrays from now on. */
  raw(): unknown;
  all(values: readonly Value[]): unknown[];
  run(values: readonly Value[]): { readonly changes: number };
}

interface CopiedPages {
  readonly totalPages: number;
  readonly remainingPages: number;
}

/** The pages that a backup copies at once, 8 MiB: a server on the same disk is not delayed. */
export const pagesAtOnce = 2048;

/** An open file. Errors of SQLite have its name of the error, such as SQLITE_BUSY, as their code. */
export interface SqliteFile {
  readonly inTransaction: boolean;
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  pragma(text: string, options: { readonly simple: true }): unknown;
  /** Copies the file. `progress` returns `pagesAtOnce`. */
  backup(to: string, options: { progress(at: CopiedPages): number }): Promise<unknown>;
  /** Returns the content, for databases in memory that begin with it; only better-sqlite3 can. */
  serialize?(): Buffer;
  close(): unknown;
}

export interface Opening {
  readonly isReadOnly?: boolean;
  readonly mustExist?: boolean;
  /** The longest that SQLite itself waits for another process's lock, which blocks the whole process. */
  readonly timeoutMs?: number;
  /** The content that a database in memory begins with. */
  readonly image?: Buffer | undefined;
}

type Driver = (path: string, opening: Opening) => SqliteFile;

export type DriverName = "better-sqlite3" | "node:sqlite";

/** The order in which drivers are tried. */
let order: readonly DriverName[] = ["better-sqlite3", "node:sqlite"];
let loaded: Driver | undefined;
let loadedName: DriverName | undefined;

/** Returns the driver of the open files. */
export const driverInUse = (): DriverName | undefined => loadedName;

/** Chooses one driver alone, for tests that run on each; returns a function that undoes it. */
export function chooseDriver(name: DriverName): () => void {
  const before = order;
  const use = (names: readonly DriverName[]) => {
    order = names;
    loaded = undefined;
  };
  use([name]);
  return () => use(before);
}

/** Opens a file, or a database in memory as `:memory:`. */
export function openFile(path: string, opening: Opening = {}): SqliteFile {
  loaded ??= loadDriver();
  return loaded(path, opening);
}

const require = createRequire(import.meta.url);

function loadDriver(): Driver {
  let missing: unknown;
  for (const name of order) {
    try {
      const open = name === "better-sqlite3" ? better(require(name)) : builtIn(loadQuietly());
      // The binary of better-sqlite3 is loaded with the first file.
      open(":memory:", {}).close();
      loadedName = name;
      return open;
    } catch (reason) {
      missing ??= reason;
    }
  }
  throw new StoreError(`${adviceFor(missing as Error)}, or use Node 22.16 or newer, which has SQLite itself`);
}

/** Returns the command that installs better-sqlite3, of which version 13 is for newer Nodes, or its binary. */
function adviceFor(reason: Error): string {
  // The lines after the first are a list of places, or a stack.
  const [why = ""] = reason.message.split("\n");
  const { node } = process.versions;
  return codeOf(reason) === "MODULE_NOT_FOUND" && /better-sqlite3/.test(why)
    ? `Node ${node} needs better-sqlite3 beside Anteroom: run \`npm install better-sqlite3@12\`, \`yarn add better-sqlite3@12\` or \`pnpm add --allow-build=better-sqlite3 better-sqlite3@12\``
    : `better-sqlite3 has no binary for Node ${node} (${why}): run \`npm rebuild better-sqlite3\`, or with pnpm \`pnpm approve-builds\``;
}

const better =
  (Sqlite: typeof BetterSqlite): Driver =>
  (path, { isReadOnly = false, mustExist = false, timeoutMs = 5000, image }) =>
    new Sqlite(image ?? path, { readonly: isReadOnly, fileMustExist: mustExist, timeout: timeoutMs });

/** The part of `node:sqlite` that is used; the types for Node 20 do not have it. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
    options: { readonly readOnly: boolean; readonly timeout: number },
  ) => NodeDatabase;
  readonly backup?: (
    source: NodeDatabase,
    to: string,
    options: { readonly rate: number; progress(at: CopiedPages): void },
  ) => Promise<unknown>;
}

interface NodeDatabase {
  readonly isTransaction: boolean;
  prepare(sql: string): {
    all(...values: readonly Value[]): object[];
    get(): object | undefined;
    run(...values: readonly Value[]): { readonly changes: number };
    columns(): { readonly name: string }[];
    setReturnArrays(on: boolean): void;
  };
  exec(sql: string): void;
  close(): void;
}

/** Loads the module without the warning that Node 22 prints to standard error. */
function loadQuietly(): NodeSqlite {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const found: NodeSqlite = require("node:sqlite");
    // Before 22.16 it does not report whether a transaction is open, nor which columns a statement has.
    if (found.backup === undefined) throw new Error("the SQLite of this Node is too old");
    return found;
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** The names of errors by number; extended numbers only where more than the kind is needed. */
const names: Readonly<Record<number, string>> = {
  3: "PERM",
  4: "ABORT",
  5: "BUSY",
  6: "LOCKED",
  7: "NOMEM",
  8: "READONLY",
  10: "IOERR",
  11: "CORRUPT",
  13: "FULL",
  14: "CANTOPEN",
  17: "SCHEMA",
  19: "CONSTRAINT",
  22: "NOLFS",
  23: "AUTH",
  26: "NOTADB",
  517: "BUSY_SNAPSHOT",
  522: "IOERR_SHORT_READ",
  778: "IOERR_WRITE",
  1032: "READONLY_DBMOVED",
  1555: "CONSTRAINT_PRIMARYKEY",
  1811: "CONSTRAINT_TRIGGER",
  2067: "CONSTRAINT_UNIQUE",
};

/** Gives Node's errors the codes of better-sqlite3. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (reason) {
    throw withName(reason);
  }
}

function withName(reason: unknown): unknown {
  if (codeOf(reason) !== "ERR_SQLITE_ERROR") return reason;
  const { errcode } = reason as { errcode: number };
  const name = names[errcode] ?? names[errcode & 0xff] ?? "ERROR";
  return Object.assign(reason as Error, { code: `SQLITE_${name}` });
}

const builtIn =
  ({ DatabaseSync, backup }: NodeSqlite): Driver =>
  (path, { isReadOnly = false, mustExist = false, timeoutMs = 5000 }) => {
    if (mustExist && !existsSync(path)) {
      throw Object.assign(new Error("unable to open database file"), { code: "SQLITE_CANTOPEN" });
    }
    const file = named(() => new DatabaseSync(path, { readOnly: isReadOnly, timeout: timeoutMs }));
    return {
      get inTransaction() {
        return file.isTransaction;
      },
      prepare(sql) {
        const statement = named(() => file.prepare(sql));
        const reader = statement.columns().length > 0;
        return {
          reader,
          // A statement that looks like a change is treated as one.
          readonly: reader && !/\b(?:insert|update|delete|replace)\b/i.test(sql),
          columns: () => statement.columns(),
          raw: () => statement.setReturnArrays(true),
          all: (values) => named(() => statement.all(...values)),
          run: (values) => named(() => statement.run(...values)),
        };
      },
      exec: (sql) => named(() => file.exec(sql)),
      pragma: (text) => named(() => Object.values(file.prepare(`pragma ${text}`).get() ?? {})[0]),
      async backup(to, { progress }) {
        await backup?.(file, to, { rate: pagesAtOnce, progress }).catch((reason: unknown) => {
          throw withName(reason);
        });
      },
      close: () => file.close(),
    };
  };
