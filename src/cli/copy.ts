// `anteroom copy`: copies a whole store into an empty database or a new folder, between SQLite and PostgreSQL or within one.
import { readFileSync } from "node:fs";
import { elapsed } from "../core/clock.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import { checkDatabaseUrl, looksLikeUrl } from "../core/settings/readers.ts";
import { readSettings, type Settings } from "../core/settings/settings.ts";
import { copyRows } from "../core/store/copy.ts";
import type { Database } from "../core/store/database.ts";
import { beginCopy, requireNewest } from "../core/store/migrate.ts";
import { storeOver } from "../core/store/store.ts";
import { openPatiently, updateSchema } from "../server/open-store.ts";
import { verifyAudit } from "./audit.ts";
import { count, print, say } from "./output.ts";
import { findKeyring, findStore, hasPassword, type Masters, readCredentials } from "./secrets.ts";
import { createReport, describe } from "./stores.ts";

interface Places {
  /** A folder, a URL, or `@` and a file with a URL. */
  readonly from: string;
  readonly to: string;
}

/** Copies the store; returns whether the events of the copy are as they were sealed. */
export async function copy(places: Places, given: Masters): Promise<boolean> {
  const [source, target] = [settingsOf("--from", places.from), settingsOf("--to", places.to)];
  const masters = { ...given, current: given.current ?? (await readCredentials(source))?.secret };
  const keyring = await findKeyring(source, masters);
  if (source.storage.kind === "folder") await findStore(source, "--from");
  const startedAt = elapsed();
  const counts = await withDatabase(source, {}, async (from) => {
    await from.read(requireNewest);
    await requireSecretOf(from, keyring);
    return withDatabase(target, { isServer: true }, async (to) => {
      await beginCopy(to);
      await updateSchema(to, target.storage, { isCopy: true });
      say("anteroom: copying; what servers change from now on is not in the copy");
      return copyRows(from, to, createReport());
    });
  });
  const rows = count(
    Object.values(counts).reduce((sum, each) => sum + each, 0),
    "row",
  );
  const seconds = count(Math.ceil((elapsed() - startedAt) / 1000), "second");
  print(`Copied ${describe({ counts })}: ${rows} in ${seconds}, and each was read again.`);
  const isWhole = await verifyAudit(target, masters);
  print(
    "To the copy belongs the same ANTEROOM_SECRET. End the servers of the one that is given up: it would send its waiting mail.",
  );
  return isWhole;
}

function settingsOf(flag: "--from" | "--to", place: string): Settings {
  const isFile = place.startsWith("@");
  const text = isFile ? readUrl(flag, place.slice(1)) : place;
  const isUrl = /^postgres(ql)?:\/\//.test(text);
  if (!isFile && !isUrl && looksLikeUrl(text)) {
    throw new Misuse(`${flag}: expected a folder, or a URL that begins with postgres://`);
  }
  if (isUrl) checkDatabaseUrl(text, flag);
  if (isFile && !isUrl) {
    throw new Misuse(`${flag} ${place}: the file holds no URL that begins with postgres://`);
  }
  if (!isFile && hasPassword(text)) {
    say(
      `anteroom: ${flag} shows its password in the list of processes; give ${flag} @FILE with the URL in a file instead`,
    );
  }
  return readSettings(isUrl ? { databaseUrl: text } : { data: text });
}

function readUrl(flag: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new SettingsError(`${flag} @${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

async function withDatabase<T>(
  { storage }: Settings,
  opening: { readonly isServer?: boolean },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openPatiently(storage, opening);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function requireSecretOf(
  from: Database,
  keyring: Awaited<ReturnType<typeof findKeyring>>,
): Promise<void> {
  const seal = await storeOver(from).look((tx) => tx.meta.get("seal"));
  if (seal !== undefined && keyring.tryUnseal(seal) === undefined) {
    throw new SettingsError(
      "the store of --from was made with another master secret; set ANTEROOM_SECRET to that one",
    );
  }
}
