// The file of a store: only one server at a time may use it, a lost one is not taken for a new one, and a file that is deleted,
// replaced or emptied in use is noticed, since SQLite would keep writing to what no one can open again.
import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { openFile } from "./driver.ts";
import { emptied, gone, isLocked, StoreError, StoreOutage } from "./outages.ts";

/** Returns the path of an empty SQLite database next to the store, on which a server has a lock. */
const lockOf = (file: string): string => `${file}-lock`;
/** Returns the path of the file next to a store in use that names its server. */
const serverOf = (file: string): string => `${file}-server`;
/**
 * Returns the path next to a store that is being created: a first start that is killed leaves nothing that could be taken for a
 * lost store.
 */
const beginningOf = (file: string): string => `${file}-new`;

interface ServedBy {
  readonly pid: number;
  readonly host: string;
  /** The start of the server (RFC 3339). */
  readonly since: string;
}

/**
 * Takes the lock, or throws a StoreError that names its holder; returns the function that releases it. The operating system
 * releases it whenever the process ends: Node has no locks on files, but SQLite has. `since` is stored for others.
 */
export async function lockForServer(file: string, since: string): Promise<() => void> {
  // It is never opened if it exists, because closing a file gives up all locks that the process has on it.
  await open(lockOf(file), "wx", 0o600).then(
    (made) => made.close(),
    (reason: NodeJS.ErrnoException) => {
      if (reason.code !== "EEXIST") throw reason;
    },
  );
  const lock = openFile(lockOf(file), { timeoutMs: 0 });
  try {
    // Nothing is ever written, so no journal file is needed.
    lock.exec("pragma journal_mode = MEMORY");
    lock.exec("begin immediate");
  } catch (reason) {
    lock.close();
    if (!isLocked(reason)) throw reason;
    throw new StoreError(`the store in ${dirname(file)} is in use by ${describe(file)}; end that one first`, {
      cause: reason,
    });
  }
  const served: ServedBy = { pid: process.pid, host: hostname(), since };
  writeFileSync(serverOf(file), `${JSON.stringify(served)}\n`, { mode: 0o600 });
  return () => {
    rmSync(serverOf(file), { force: true });
    lock.close();
  };
}

function describe(file: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(serverOf(file), "utf8")) as ServedBy;
    return `process ${pid} of ${host} since ${since}`;
  } catch {
    return "another process";
  }
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/**
 * Reports whether the store at `file` is new, and notes that it is about to be created. Throws a StoreError if it is missing or
 * empty.
 */
export function requireWholeStore(file: string): boolean {
  const size = sizeOf(file);
  if (size !== undefined && size > 0) return false;
  if (sizeOf(beginningOf(file)) !== undefined) return true;
  const how = `put it back with \`anteroom restore\`, or delete all files that begin with ${file} to begin a new one`;
  if (size === 0) throw new StoreError(`${file} is empty, and a store never is: ${how}`);
  const left = [lockOf(file), `${file}-wal`].find((each) => sizeOf(each) !== undefined);
  if (left !== undefined) {
    throw new StoreError(`${file} is missing, and ${left} says that there was a store: ${how}`);
  }
  writeFileSync(beginningOf(file), "", { mode: 0o600 });
  return true;
}

/** Notes that the store exists: from now on a missing file is a lost store. */
export function noteStore(file: string): void {
  rmSync(beginningOf(file), { force: true });
}

/** Renames a store that is not open, and its log. A start after a kill in between begins a new store. */
export function moveStore(file: string, aside: string): void {
  writeFileSync(beginningOf(file), "", { mode: 0o600 });
  for (const end of ["-wal", "-shm", ""]) {
    if (sizeOf(`${file}${end}`) !== undefined) renameSync(`${file}${end}`, `${aside}${end}`);
  }
}

/**
 * Removes the store after a first start could not create it, for example on a full disk: the next start is a first one again.
 */
export function forgetStore(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`, lockOf(file), beginningOf(file)]) {
    rmSync(each, { force: true });
  }
}

/**
 * Throws if a write would be lost. `after` each commit, before it is acknowledged, it always checks; `before` a turn only if
 * the last check was some time ago, so that a busy writer checks once for each commit.
 */
export type CheckFile = (moment: "before" | "after") => void;
/** The milliseconds for which a check is recent. */
const staleAfter = 50;

/** Watches an existing file. `elapsed` returns milliseconds that only grow. */
export function watchFile(path: string, elapsed: () => number): CheckFile {
  const find = (name: string): Stats | undefined => statSync(name, { throwIfNoEntry: false });
  const kept = find(path);
  let hadLog = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return (moment) => {
    const now = elapsed();
    if (moment === "before" && now - lookedAt < staleAfter) return;
    const found = find(path);
    if (found === undefined || found.ino !== kept?.ino || found.dev !== kept.dev) throw new StoreOutage(gone);
    if (found.size === 0) throw new StoreOutage(emptied);
    // A check before a turn may take longer: the log exists from the first use to the end of the last one.
    if (moment === "before") {
      const hasLog = find(`${path}-wal`) !== undefined;
      if (hadLog && !hasLog) throw new StoreOutage(gone);
      hadLog = hasLog;
    }
    lookedAt = now;
  };
}
