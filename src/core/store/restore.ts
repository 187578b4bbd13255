// Puts a backup in the place of an SQLite store: all of it at once, and only while no server uses the store.
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
  /** The store's file; it need not be there yet. */
  readonly store: string;
  /** The path where the former file is kept. */
  readonly aside: string;
  /** Refuses a backup for what it holds. */
  readonly approve: (contents: Contents) => void;
  readonly report: Report;
}

export interface Restored extends Contents {
  /** True if there was a store, which is kept aside now. */
  readonly replaced: boolean;
}

/** Puts the backup `from` in the place of a store. At every moment there is the old store or the new one. */
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

/** Marks what deployments hold as outdated: their changes since the backup are unknown, and all is made there anew. */
function outdateProvisions(partial: string): void {
  const database = openFile(partial);
  try {
    database.exec("update provisions set applied = '' where applied is not null");
  } finally {
    database.close();
  }
}

/** Copies a backup beside the store, without the checksum that a living store has no use for; gives the checksum of what was read. */
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
    ? new BackupError(
        `${name} is no file that \`anteroom backup\` finished, so that nobody can tell whether it is whole`,
      )
    : damaged(name);

/** The longest that a command about to end may keep the store. */
const patienceMs = 1000;

/**
 * Ends the log of the store that is there, and locks the store until the connection is closed. Nothing where there is no
 * store, or one that is damaged: that is why it is replaced. What is no database is not opened, as SQLite would delete its
 * log.
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

/** Keeps what is there under another name; its log goes with it, as the log of another file would spoil the new one. */
async function setAside(store: string, aside: string): Promise<boolean> {
  const isThere = await exists(store);
  // The old file has both names until the new one takes its place; some file systems cannot do that.
  if (isThere) await link(store, aside).catch(() => copyFile(store, aside));
  for (const log of ["-wal", "-journal"]) {
    await rename(`${store}${log}`, `${aside}${log}`).catch((reason: NodeJS.ErrnoException) => {
      if (reason.code !== "ENOENT") throw reason;
    });
  }
  await rm(`${store}-shm`, { force: true });
  return isThere;
}
