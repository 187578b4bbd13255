// Commands on a whole store: seed, backup, restore, rotate-secret.
import { join, resolve } from "node:path";
import { createClock, elapsed, momentInName } from "../core/clock.ts";
import { makePrivateFolder, storeFile } from "../core/private-files.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import { BackupError, backUp, type Contents, exists, isOfStore, type Report } from "../core/store/backup.ts";
import { codeOf } from "../core/store/outages.ts";
import { restore } from "../core/store/restore.ts";
import type { Store } from "../core/store/store.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import { mintedOf } from "../testing/seed/complete.ts";
import { readSeed, type SeedDocument } from "../testing/seed/document.ts";
import { plant } from "../testing/seed/plant.ts";
import type { PlantedCredentials } from "../testing/seed/planted.ts";
import { count, print, say } from "./output.ts";
import { findKeyring, findStore, keyringOf, type Masters, requireSecret, withStore } from "./secrets.ts";
import { printCredentials } from "./welcome.ts";

export async function seed(settings: Settings, masters: Masters, path: string): Promise<void> {
  const keyring = await findKeyring(settings, masters);
  const document = await readSeed({ name: path, text: null });
  const store = await openStore(settings.storage);
  await agreeOnSecret(store, keyring);
  try {
    const now = createClock(settings.now).now();
    printPlanted(document, await plant(document, { store, keyring, now }));
  } finally {
    await store.close();
  }
}

/** Prints the minted secrets, without those that the seed contains. */
function printPlanted(document: SeedDocument, planted: PlantedCredentials): void {
  const minted = mintedOf(document, planted);
  const numberOf = (each: PlantedCredentials) => each.apiKeys.length + each.serviceAccounts.length;
  const given = numberOf(planted) - numberOf(minted);
  printCredentials(minted);
  if (given > 0) print(`${count(given, "credential")} planted with the secrets that the seed has.`);
}

export async function backup(
  settings: Settings,
  path: string,
  { force = false }: { readonly force?: boolean },
): Promise<void> {
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
  print("Database users made since that backup, if any, stay in their deployments: drop them there.");
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
  if (seal === undefined || keyring.tryUnseal(seal) !== undefined) return;
  throw new BackupError(
    `${file} was made with another master secret; set ANTEROOM_SECRET to the one that belongs to it`,
  );
}

/** Matches the errors of a full disk; SQLite does not tell it from a broken one. */
const refusalsOfDisks = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR.*)$/;

/** Reports errors of disks and files in one sentence; only unforeseen errors need their place in the code. */
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

/** The time before the first line about progress, and between lines. */
const quietMs = 2000;

export function createReport(): Report {
  let saidAt = elapsed();
  return (what, percent) => {
    if (elapsed() - saidAt < quietMs) return;
    saidAt = elapsed();
    say(`anteroom: ${percent} % ${what}`);
  };
}

const shown = { orgs: "organization", groups: "project", users: "user", events: "event" };

export const describe = ({ counts }: Pick<Contents, "counts">): string =>
  Object.entries(shown)
    .map(([table, noun]) => count(counts[table] ?? 0, noun))
    .join(", ");

/** Replaces the secret: all in one unit of work, or nothing. What was sealed again before is skipped, so it may be repeated. */
export async function rotateSecret(settings: Settings, { current, previous }: Masters): Promise<void> {
  const next = keyringOf(requireSecret(current));
  if (previous === undefined || previous === current) {
    throw new Misuse(
      "set ANTEROOM_SECRET_PREVIOUS to the secret that the store was made with, and ANTEROOM_SECRET to the new one",
    );
  }
  const reseal = resealing(next, keyringOf(previous));
  const work = (store: Store) =>
    store.write(async (tx) => {
      tx.locks.everything();
      for (const key of ["seal", "audit-key", "world"] as const) {
        const sealed = await tx.meta.get(key);
        const anew = sealed === undefined ? undefined : reseal(sealed);
        if (anew !== undefined) await tx.meta.set(key, anew);
      }
      let replaced = 0;
      for (const { id, sealed } of await tx.seals.all()) {
        const anew = reseal(sealed);
        if (anew === undefined) continue;
        await tx.seals.replace(id, anew);
        replaced++;
      }
      return replaced;
    });
  // A server that still uses the old secret could not open the newly sealed keys.
  const replaced = await withStore(settings, null, work, { isServer: true });
  const sealed = count(
    replaced,
    "secret of an API key or a database user",
    "secrets of API keys and database users",
  );
  print(
    `Sealed anew: ${sealed}. Keep ANTEROOM_SECRET_PREVIOUS until access tokens from before have ended, an hour at most.`,
  );
}

const resealing =
  (next: Keyring, previous: Keyring) =>
  (sealed: string): string | undefined => {
    if (next.tryUnseal(sealed) !== undefined) return undefined;
    const text = previous.tryUnseal(sealed);
    if (text !== undefined) return next.seal(text);
    throw new SettingsError(
      "the store was made with neither ANTEROOM_SECRET nor ANTEROOM_SECRET_PREVIOUS; nothing was changed",
    );
  };
