// The secrets that a process is given, or keeps in its data folder next to the store, and the keyring made from them.
import { readFileSync } from "node:fs";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { momentInName } from "../core/clock.ts";
import { readDatabaseUrl } from "../core/domain/database-url.ts";
import { inDataFolder, makePrivateFolder, storeFile, writePrivateFile } from "../core/private-files.ts";
import { createKeyring, type Keyring } from "../core/secrets/keyring.ts";
import { type Mint, systemMint } from "../core/secrets/mint.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import { type GivenSettings, rows, type SettingName, variableOf } from "../core/settings/table.ts";
import { exists } from "../core/store/backup.ts";
import type { Store } from "../core/store/store.ts";
import { agreeOnSecret, openStore, openToLook } from "../server/open-store.ts";
import type { DemoCredentials } from "../testing/seed/demo.ts";

export interface DevCredentials extends Partial<DemoCredentials> {
  readonly secret: string;
}

export const credentialsFile = ({ folder }: Settings): string | null =>
  folder === null ? null : join(folder, "credentials.json");

/** Reads the credentials that `dev` kept in the data folder; undefined if it never ran. */
export async function readCredentials(settings: Settings): Promise<DevCredentials | undefined> {
  const file = credentialsFile(settings);
  if (file === null) return undefined;
  const text = await readFile(file, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw reason;
  });
  if (text === undefined) return undefined;
  const kept = JSON.parse(text) as Partial<DevCredentials>;
  if (typeof kept.secret !== "string") {
    throw new SettingsError(`${file} has no "secret"; move it away to start anew`);
  }
  return { ...kept, secret: kept.secret };
}

export const writeCredentials = (file: string, credentials: DevCredentials): Promise<void> =>
  inDataFolder(dirname(file), () => writePrivateFile(file, `${JSON.stringify(credentials, null, 2)}\n`));

/**
 * Keeps a text in a new file of the data folder, or of a temporary one, and returns the file. It is created before the text is
 * made, so that nothing is made that cannot be kept; it is removed if there is nothing to keep.
 */
export async function keepPrivately(
  { folder }: Pick<Settings, "folder">,
  name: "planted" | "sign-in",
  make: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (folder !== null) await makePrivateFolder(folder);
  const place = folder ?? (await mkdtemp(join(tmpdir(), "anteroom-")));
  // Two processes may start in one folder in the same millisecond.
  const path = join(place, `${name}-${momentInName()}-${systemMint.bytes(4).toString("hex")}.json`);
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

/** Opens the store for work that only reads: it changes nothing, not even the schema. */
export async function lookInStore<T>(
  settings: Settings,
  keyring: Keyring | null,
  work: (store: Pick<Store, "look" | "read">) => Promise<T>,
): Promise<T> {
  if (settings.storage.kind !== "postgres") await findStore(settings);
  const store = await openToLook(settings.storage);
  try {
    if (keyring !== null) await agreeOnSecret(store, keyring, true);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Opens an existing store whose seals are those of `keyring`, and closes it when the work is done. */
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

export async function findStore({ storage }: Settings, flag = "--data"): Promise<string> {
  if (storage.kind !== "folder") {
    throw new Misuse("--memory keeps no store for another command; name a folder with --data");
  }
  const file = join(storage.path, storeFile);
  if (await exists(file)) return file;
  throw new SettingsError(`there is no store in ${storage.path}; name its folder with ${flag}`);
}

export type Environment = Record<string, string | undefined>;

/** Reads a secret from a variable, or from the file that its `_FILE` names, without line breaks at the end. */
export function readSecret(environment: Environment, setting: SettingName): string | undefined {
  const name = variableOf(setting);
  const [value, file] = [environment[name] || undefined, environment[`${name}_FILE`] || undefined];
  if (file === undefined) return value;
  if (value !== undefined) throw new Misuse(`${name} and ${name}_FILE are both set; unset one of them`);
  try {
    return readFileSync(file, "utf8").replace(/[\r\n]+$/, "");
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? cause.code : cause;
    throw new SettingsError(`${name}_FILE: ${file} cannot be read (${why})`, { cause });
  }
}

/** Adds the settings that have no flag, or whose flag was not given, from variables and files. */
export function withSecrets(given: GivenSettings, environment: Environment): GivenSettings {
  const found = rows.map(([name, { hasNoFlag, mayBeInFile }]) => {
    // Masters are read separately: settings are passed around, and must not contain them.
    if (name === "secret" || name === "secretPrevious") return [name, undefined];
    if (mayBeInFile) return [name, given[name] || readSecret(environment, name)];
    return [name, hasNoFlag ? environment[variableOf(name)] || undefined : given[name]];
  });
  return Object.fromEntries(found);
}

/** Returns the flags that were given with a password, which every user of the machine can read in the list of processes. */
export const exposingFlags = (given: GivenSettings, environment: Environment): SettingName[] =>
  rows.flatMap(([name, { hasNoFlag, mayBeInFile }]) => {
    const value = String(given[name] ?? "");
    const isExposed = mayBeInFile && !hasNoFlag && value !== environment[variableOf(name)];
    return isExposed && value.split(/\s+/).some(hasPassword) ? [name] : [];
  });

export const hasPassword = (given: string): boolean =>
  /^(?:[\w-]+=)?mongodb(?:\+srv)?:\/\/[^@/?#:]*:[^@/?#]+@/.test(given) ||
  (readDatabaseUrl(given) ?? [{ url: given }]).some(
    ({ url }) => URL.canParse(url) && new URL(url).password !== "",
  );

export interface Masters {
  readonly current: string | undefined;
  /** The previous secret of the store, which is also accepted while it is being replaced. */
  readonly previous: string | undefined;
}

export const readMasters = (environment: Environment): Masters => ({
  current: readSecret(environment, "secret"),
  previous: readSecret(environment, "secretPrevious"),
});

export const keyringOf = (current: string, previous?: string, mint?: Mint): Keyring =>
  createKeyring(Buffer.from(current), previous === undefined ? undefined : Buffer.from(previous), mint);

export async function findKeyring(settings: Settings, { current, previous }: Masters): Promise<Keyring> {
  const secret = current ?? (await readCredentials(settings))?.secret;
  return keyringOf(secret ?? requireSecret(secret), previous);
}

/** The least number of characters of a master secret, and how many of them must differ. */
const shortestSecret = 32;
const fewestCharacters = 8;

export function requireSecret(secret: string | undefined): string {
  if (secret === undefined || secret.length < shortestSecret) {
    throw new Misuse(
      `ANTEROOM_SECRET must be set to at least ${shortestSecret} characters, the same at every start; make one with: openssl rand -hex 32`,
    );
  }
  if (new Set(secret).size < fewestCharacters || /^(.{1,8})\1+$/s.test(secret)) {
    throw new Misuse(
      "ANTEROOM_SECRET repeats a few characters, so that it can be guessed; make one with: openssl rand -hex 32",
    );
  }
  return secret;
}
