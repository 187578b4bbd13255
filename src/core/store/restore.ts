// Restores a backup to an SQLite store: all of it at once, and only while no server uses the store.
import { copyFile, link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import {
  BackupError,
  type Contents,
  checkFile,
  checksumOf,
  damaged,
  examine,
  exists,
  isDamage,
  isSqlite,
  type Report,
  readChecksum,
  readHeader,
  syncFolder,
  withPartial,
} from "./backup.ts";
import { openFile, type SqliteFile } from "./driver.ts";
import { codeOf } from "./outages.ts";

interface Restoring {
  /** The store's file, which need not exist yet. */
  readonly store: string;
  /** The path where the former file is kept. */
  readonly aside: string;
  /** Refuses a backup because of its contents. */
  readonly approve: (contents: Contents) => void;
  readonly report: Report;
}

export interface Restored extends Contents {
  /** True if there was a store, which was moved to `aside`. */
  readonly replaced: boolean;
}

/** Replaces a store by the backup `from`. At every moment either the old store or the new one is there. */
export async function restore(from: string, { store, aside, approve, report }: Restoring): Promise<Restored> {
  return withPartial(store, async (partial) => {
    const checksum = await copyIn(from, partial, report);
    const contents = examine(partial, from);
    const expected = await readChecksum(from);
    if (expected !== checksum) throw unfinished(from, expected);
    approve(contents);
    outdateProvisions(partial);
    const old = await takeOver(store);
    try {
      const replaced = await setAside(store, aside);
      await rename(partial, store);
      await syncFolder(dirname(store));
      return { ...contents, replaced };
    } finally {
      old?.close();
    }
  });
}

/**
 * Marks the rows of deployments as outdated: what was changed there since the backup is unknown, and everything is created
 * again.
 */
function outdateProvisions(partial: string): void {
  const database = openFile(partial);
  try {
    database.exec("update provisions set applied = '' where applied is not null");
  } finally {
    database.close();
  }
}

/**
 * Copies a backup next to the store, without its checksum, which a store in use does not need; returns the checksum of what was
 * read.
 */
async function copyIn(from: string, partial: string, report: Report): Promise<number> {
  await checkFile(from, from);
  const file = await open(partial, "wx", 0o600);
  try {
    const checksum = await checksumOf(
      from,
      (percent) => report("copied", percent),
      (chunk) => file.writeFile(chunk),
    );
    await file.sync();
    return checksum;
  } finally {
    await file.close();
  }
}

const unfinished = (name: string, checksum: number): BackupError =>
  checksum === 0
    ? new BackupError(`${name} was not finished by \`anteroom backup\`, so it may be incomplete`)
    : damaged(name);

/** The longest that an ending command may keep the store. */
const patienceMs = 1000;

/**
 * Ends the log of the existing store, and locks the store until the connection is closed; undefined if there is no store, or a
 * damaged one, which is why it is replaced. A file that is no database is not opened, because SQLite would delete its log.
 */
async function takeOver(store: string): Promise<SqliteFile | undefined> {
  if (!(await exists(store)) || !isSqlite(await readHeader(store))) return undefined;
  const database = openFile(store, { timeoutMs: patienceMs });
  try {
    // SQLite ends the log only for the last connection to the store.
    database.exec("pragma journal_mode = DELETE");
    database.exec("begin exclusive");
    return database;
  } catch (reason) {
    database.close();
    if (isDamage(reason)) return undefined;
    if (!codeOf(reason).startsWith("SQLITE_BUSY")) throw reason;
    const message = `${store} is used by a server or another command: stop that one first`;
    throw new BackupError(message, { cause: reason });
  }
}

/**
 * Keeps the existing store under another name. Its log moves with it, because the log of another file would damage the new one.
 */
async function setAside(store: string, aside: string): Promise<boolean> {
  const isThere = await exists(store);
  // The old file has both names until the new one replaces it; some file systems cannot do that.
  if (isThere) await link(store, aside).catch(() => copyFile(store, aside));
  for (const log of ["-wal", "-journal"]) {
    await rename(`${store}${log}`, `${aside}${log}`).catch((reason: NodeJS.ErrnoException) => {
      if (reason.code !== "ENOENT") throw reason;
    });
  }
  await rm(`${store}-shm`, { force: true });
  return isThere;
}
