// The secrets that a process is given, in variables or in files that variables name, and the keyring that is made of them.
import { readFileSync } from "node:fs";
import { readDatabaseUrl } from "../domain/database-url.ts";
import { createKeyring, type Keyring } from "../secrets/keyring.ts";
import type { Mint } from "../secrets/mint.ts";
import { Misuse, SettingsError } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import { type GivenSettings, rows, type SettingName, variableOf } from "../settings/table.ts";
import { readCredentials } from "./data-folder.ts";

export type Environment = Record<string, string | undefined>;

/** A variable, or what is in the file that its `_FILE` names; line breaks at the end are not part of it. */
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
    // Masters are read apart: settings are passed around, and must not hold them.
    if (name === "secret" || name === "secretPrevious") return [name, undefined];
    if (mayBeInFile) return [name, given[name] || readSecret(environment, name)];
    return [name, hasNoFlag ? environment[variableOf(name)] || undefined : given[name]];
  });
  return Object.fromEntries(found);
}

/** Flags that were given with a password in them, which every user of the machine can read in the list of processes. */
export const exposingFlags = (given: GivenSettings, environment: Environment): SettingName[] =>
  rows.flatMap(([name, { hasNoFlag, mayBeInFile }]) => {
    const value = String(given[name] ?? "");
    const isExposed = mayBeInFile && !hasNoFlag && value !== environment[variableOf(name)];
    return isExposed && hasPassword(value) ? [name] : [];
  });

const hasPassword = (given: string): boolean =>
  (readDatabaseUrl(given) ?? [{ url: given }]).some(
    ({ url }) => URL.canParse(url) && new URL(url).password !== "",
  );

export interface Masters {
  readonly current: string | undefined;
  /** What the store was sealed with before; believed as well while the secret is being replaced. */
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

/** Shortest master secret that is accepted, in characters, and how many of them must differ. */
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
