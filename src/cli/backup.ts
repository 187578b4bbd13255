// `anteroom backup` and `anteroom restore`: what they refuse, and what they say of what they do.
import { join, resolve } from "node:path";
import { elapsed } from "../clock.ts";
import { makePrivateFolder, storeFile } from "../private-files.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { SettingsError } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import { BackupError, backUp, type Contents, exists, isOfStore, type Report } from "../store/backup.ts";
import { codeOf } from "../store/outages.ts";
import { restore } from "../store/restore.ts";
import { findStore, momentInName } from "./data-folder.ts";
import { findKeyring } from "./keyring.ts";
import { count, print, say } from "./output.ts";
import type { Masters } from "./secrets.ts";

interface Options {
  readonly force?: boolean;
}

/** `anteroom backup FILE`: writes the whole store to a file, while servers may use it. */
export async function backup(settings: Settings, path: string, { force = false }: Options): Promise<void> {
  const file = resolve(path);
  requireFolder(settings);
  const store = await findStore(settings);
  if (await isOfStore(file, store)) throw new SettingsError(`${file} is the store itself; name another file`);
  if (!force && (await exists(file))) {
    throw new SettingsError(`${file} is there already; --force overwrites it`);
  }
  const contents = await inOneSentence(file, () => backUp(store, file, createReport()));
  print(`Backed up ${describe(contents)} to ${file}. To it belongs its ANTEROOM_SECRET: keep that, too.`);
}

/** `anteroom restore FILE`: puts a backup in the place of the store, which no server may use meanwhile. */
export async function restoreBackup(settings: Settings, masters: Masters, path: string): Promise<void> {
  const file = resolve(path);
  const folder = requireFolder(settings);
  const keyring = await findKeyring(settings, masters);
  const store = join(folder, storeFile);
  if (await isOfStore(file, store)) throw new SettingsError(`${file} is the store itself; name a backup`);
  const aside = `${store}.before-${momentInName()}`;
  const approve = ({ seal }: Contents) => checkSeal(keyring, seal, file);
  const restored = await inOneSentence(store, async () => {
    await makePrivateFolder(folder);
    return restore(file, { store, aside, approve, report: createReport() });
  });
  print(`Restored ${describe(restored)} from ${file} to ${store}.`);
  if (restored.replaced) print(`What was there before is kept in ${aside}; delete it when all is well.`);
}

function requireFolder({ storage }: Settings): string {
  if (storage.kind === "folder") return storage.path;
  throw new SettingsError(
    storage.kind === "memory"
      ? "--memory keeps nothing that could be backed up; name the folder of a store with --data"
      : "a PostgreSQL database is backed up with pg_dump and restored with pg_restore; docs/guides/operations.md has the lines",
  );
}

function checkSeal(keyring: Keyring, seal: string | undefined, file: string): void {
  if (seal === undefined) return;
  try {
    keyring.unseal(seal);
  } catch (cause) {
    throw new BackupError(
      `${file} was made with another master secret; set ANTEROOM_SECRET to the one that belongs to it`,
      { cause },
    );
  }
}

/** What a full disk answers; SQLite does not tell it from a broken one. */
const refusalsOfDisks = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR.*)$/;

/** What disks and files refuse is for people as it is; only what nobody foresaw needs its place in the code. */
async function inOneSentence<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    if (refusalsOfDisks.test(codeOf(reason))) {
      throw new SettingsError(
        `${file} could not be written (${(reason as Error).message}), and is as it was: make room on its disk, or name another one`,
        { cause: reason },
      );
    }
    const isForeseen = reason instanceof BackupError || (reason instanceof Error && "code" in reason);
    throw isForeseen ? new SettingsError(reason.message, { cause: reason }) : reason;
  }
}

/** Before anything is said of progress, and between one line and the next. */
const quietMs = 2000;

function createReport(): Report {
  let saidAt = elapsed();
  return (what, percent) => {
    if (elapsed() - saidAt < quietMs) return;
    saidAt = elapsed();
    say(`anteroom: ${percent} % ${what}`);
  };
}

const shown = { orgs: "organization", groups: "project", users: "user", events: "event" };

const describe = ({ counts }: Contents): string =>
  Object.entries(shown)
    .map(([table, noun]) => count(counts[table] ?? 0, noun))
    .join(", ");
