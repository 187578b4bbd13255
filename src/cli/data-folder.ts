// What commands keep in the data folder beside the store, readable by its owner only.
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wallClock } from "../clock.ts";
import { makePrivateFolder, storeFile, writePrivateFile } from "../private-files.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { DemoCredentials } from "../seed/demo.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import { Misuse, SettingsError } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import { exists } from "../store/backup.ts";
import type { Store } from "../store/store.ts";

export interface DevCredentials extends Partial<DemoCredentials> {
  readonly secret: string;
}

export const credentialsFile = ({ folder }: Settings): string | null =>
  folder === null ? null : join(folder, "credentials.json");

/** What `dev` kept in the data folder; nothing where it never ran. */
export async function readCredentials(settings: Settings): Promise<DevCredentials | undefined> {
  const file = credentialsFile(settings);
  if (file === null) return undefined;
  const text = await readFile(file, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw reason;
  });
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as Partial<DevCredentials>;
  if (typeof kept.secret !== "string")
    throw new SettingsError(`${file} has no "secret"; move it away to start anew`);
  return { ...kept, secret: kept.secret };
}

export const writeCredentials = (file: string, credentials: DevCredentials): Promise<void> =>
  writePrivateFile(file, `${JSON.stringify(credentials, null, 2)}\n`);

/**
 * Keeps a text in a new file of the data folder, or of a temporary one where there is none, and returns the file. It is there
 * before the text is made, so that nothing is made that cannot be kept; where nothing is to be kept it is removed.
 */
export async function keepPrivately(
  { folder }: Pick<Settings, "folder">,
  name: "planted" | "sign-in",
  make: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (folder !== null) await makePrivateFolder(folder);
  const place = folder ?? (await mkdtemp(join(tmpdir(), "anteroom-")));
  const path = join(place, `${name}-${momentInName()}.json`);
  const file = await open(path, "wx", 0o600);
  let isKept = false;
  try {
    const text = await make();
    if (text === undefined) return undefined;
    await file.writeFile(text);
    await file.sync();
    isKept = true;
    return path;
  } finally {
    await file.close();
    if (!isKept) await (folder === null ? rm(place, { recursive: true }) : rm(path));
  }
}

/** Opens a store that is there, for which all that has been sealed by `keyring`, and closes it when the work is done. */
export async function withStore<T>(
  settings: Settings,
  keyring: Keyring | null,
  work: (store: Store) => Promise<T>,
  options?: Parameters<typeof openStore>[1],
): Promise<T> {
  if (settings.storage.kind !== "postgres") await findStore(settings);
  const store = await openStore(settings.storage, options);
  try {
    if (keyring !== null) await agreeOnSecret(store, keyring);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** This moment as part of a file's name, where Windows takes no colon. */
export const momentInName = (): string => new Date(wallClock()).toISOString().replaceAll(":", "-");

export async function findStore({ storage }: Settings): Promise<string> {
  if (storage.kind !== "folder")
    throw new Misuse("--memory keeps no store for another command; name a folder with --data");
  const file = join(storage.path, storeFile);
  if (await exists(file)) return file;
  throw new SettingsError(`there is no store in ${storage.path}; name its folder with --data`);
}
