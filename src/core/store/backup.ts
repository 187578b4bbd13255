// Backups of an SQLite store: one file, made while servers use the store, and verified by opening it.
import { createReadStream, rmSync } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { openFile, pagesAtOnce, type SqliteFile } from "./driver.ts";
import { flawOf } from "./migrate.ts";
import { codeOf } from "./outages.ts";

/** Says why a backup cannot be made or restored, in a sentence for people. */
export class BackupError extends Error {}

/** Reports whether SQLite cannot read a file because of its content. */
export const isDamage = (reason: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(codeOf(reason));

export const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined)) !== undefined;

export interface Contents {
  /** The number of rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** A word sealed with the master secret; absent if no server has used the store yet. */
  readonly seal: string | undefined;
}

/** Receives the name of a step, and its progress in percent. */
export type Report = (what: string, percent: number) => void;

const magic = "SQLite format 3\0";
const headerSize = 100;
/**
 * The offset of `user_version`. In a finished backup it has the CRC-32 of the file with zero there, because `integrity_check`
 * does not notice a changed text.
 */
const checksumAt = 60;
const chunkSize = 1 << 20;

/**
 * Copies the store at `from` to `to`, which only appears when it is complete, on the disk and verified. Servers keep writing
 * meanwhile.
 */
export async function backUp(from: string, to: string, report: Report): Promise<Contents> {
  return withPartial(to, async (partial) => {
    await (await open(partial, "wx", 0o600)).close();
    const counts = await copyPages(from, partial, report);
    const copied = examine(partial, from);
    if (JSON.stringify(copied.counts) !== JSON.stringify(counts)) {
      throw new BackupError(`the copy does not hold what ${from} holds; try again`);
    }
    await writeChecksum(partial, await checksumOf(partial, (percent) => report("checked", percent)));
    await rename(partial, to);
    await syncFolder(dirname(to));
    return copied;
  });
}

async function copyPages(from: string, partial: string, report: Report): Promise<Contents["counts"]> {
  const source = openFile(from, { isReadOnly: true, mustExist: true });
  try {
    // The transaction keeps the copy at one state; without it, every write of a server would make it start again.
    source.exec("begin");
    const { counts } = contentsOf(source, from);
    await source.backup(partial, {
      progress({ totalPages, remainingPages }) {
        report("copied", percentOf(totalPages - remainingPages, totalPages));
        return pagesAtOnce;
      },
    });
    const copy = openFile(partial);
    // Makes it a single file, without its own log.
    copy.exec("pragma journal_mode = DELETE");
    copy.close();
    return counts;
  } catch (reason) {
    throw isDamage(reason) ? damaged(from, reason) : reason;
  } finally {
    source.close();
  }
}

/** The endings of files that SQLite creates next to one while it writes. */
const besides = ["-journal", "-wal", "-shm"];

/**
 * Creates `target` from a partial file, which does not outlive a failure or a signal. First removes partial files of other
 * processes.
 */
export async function withPartial<T>(target: string, work: (partial: string) => Promise<T>): Promise<T> {
  await removeLeftovers(target);
  const partial = `${target}.${process.pid}.partial`;
  const remove = () => {
    for (const end of ["", ...besides]) rmSync(`${partial}${end}`, { force: true });
  };
  const end = (signal: NodeJS.Signals) => {
    // Synchronously: a pending write would recreate the file.
    remove();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", end).once("SIGTERM", end);
  try {
    return await work(partial);
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end);
    remove();
  }
}

async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  const start = `${basename(target)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start)) continue;
    const [, pid] = /^(\d+)\.partial(?:-\w+)?$/.exec(name.slice(start.length)) ?? [];
    if (pid !== undefined && !isOfOther(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/**
 * Reports whether another process has this number. In containers, a later process often has the same number as an earlier one.
 */
function isOfOther(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (reason) {
    return codeOf(reason) !== "ESRCH";
  }
}

/** Reports whether a path leads to the store at `store` or to a part of it, under any name. */
export async function isOfStore(path: string, store: string): Promise<boolean> {
  const idOf = (each: string) =>
    stat(each, { bigint: true }).then(
      ({ dev, ino }) => `${dev} ${ino}`,
      () => undefined,
    );
  const id = await idOf(path);
  if (id === undefined) return false;
  return (await Promise.all(["", ...besides, "-lock"].map((end) => `${store}${end}`).map(idOf))).includes(id);
}

/** Refuses a file that is not a complete SQLite file, without opening it. `name` is its name for people. */
export async function checkFile(path: string, name: string): Promise<void> {
  const found = await stat(path).catch((reason: NodeJS.ErrnoException) => {
    throw new BackupError(
      reason.code === "ENOENT" ? `there is no file ${name}` : `${name} cannot be read: ${reason.message}`,
    );
  });
  if (!found.isFile()) throw new BackupError(`${name} is no file`);
  if (found.size === 0) throw new BackupError(`${name} is empty`);
  const header = await readHeader(path);
  if (!isSqlite(header)) {
    throw new BackupError(`${name} is no SQLite database, and so no backup of Anteroom`);
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const whole = pageSize * header.readUInt32BE(28);
  if (header.length < headerSize || found.size < whole) {
    throw new BackupError(`${name} was cut off: it has ${found.size} of ${whole} bytes`);
  }
}

export const isSqlite = (header: Buffer): boolean => header.toString("latin1", 0, magic.length) === magic;

export const readHeader = (path: string): Promise<Buffer> =>
  buffer(createReadStream(path, { end: headerSize - 1 }));

/** Opens a store's file and reads all of it: refuses one that is foreign, damaged, or of a newer Anteroom. */
export function examine(path: string, name: string): Contents {
  const database = openFile(path, { mustExist: true });
  try {
    const contents = contentsOf(database, name);
    const found = database.pragma("integrity_check(1)", { simple: true });
    if (found !== "ok") throw damaged(name);
    return contents;
  } catch (reason) {
    throw isDamage(reason) ? damaged(name, reason) : reason;
  } finally {
    database.close();
  }
}

export const damaged = (name: string, cause?: unknown): BackupError =>
  new BackupError(`${name} is damaged; nothing was done`, { cause });

function contentsOf(database: SqliteFile, name: string): Contents {
  const rowsOf = <Row>(sql: string) => database.prepare(sql).all([]) as Row[];
  const tables = rowsOf<{ name: string }>(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite!_%' escape '!' order by name",
  ).map((table) => table.name);
  if (!["meta", "migrations", "orgs"].every((table) => tables.includes(table))) {
    throw new BackupError(`${name} is an SQLite database, but not of Anteroom`);
  }
  const flaw = flawOf(rowsOf<{ name: string }>("select name from migrations"));
  if (flaw !== undefined) throw new BackupError(`${name} ${flaw}`);
  const countOf = (table: string) => rowsOf<{ n: number }>(`select count(*) as n from "${table}"`)[0]?.n ?? 0;
  const [seal] = rowsOf<{ value: string }>("select value from meta where key = 'seal'");
  return { counts: Object.fromEntries(tables.map((table) => [table, countOf(table)])), seal: seal?.value };
}

/** Reads a file once and returns its checksum; `take` gets the content. */
export async function checksumOf(
  path: string,
  report: (percent: number) => void,
  take?: (chunk: Buffer) => Promise<unknown>,
): Promise<number> {
  const { size } = await stat(path);
  let checksum = 0;
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    if (read === 0) chunk.fill(0, checksumAt, checksumAt + 4);
    await take?.(chunk);
    checksum = crc32(chunk, checksum);
    read += chunk.length;
    report(percentOf(read, size));
  }
  // 0 means that there is none.
  return checksum || 1;
}

const percentOf = (part: number, whole: number): number => Math.floor((100 * part) / Math.max(whole, 1));

async function writeChecksum(path: string, checksum: number): Promise<void> {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(checksum);
  const file = await open(path, "r+");
  try {
    await file.write(bytes, 0, 4, checksumAt);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Returns the checksum in a backup; 0 if `backUp` has not finished the file. */
export const readChecksum = async (path: string): Promise<number> =>
  (await readHeader(path)).readUInt32BE(checksumAt);

/** Makes a renaming in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  // Windows cannot do this.
  await folder.sync().catch(() => {});
  await folder.close();
}
