// The secrets that a process is given, in variables or in files that variables name.
import { readFileSync } from "node:fs";
import { Misuse, type RawSettings, SettingsError, seedTextVariable } from "../config.ts";
import { readDatabaseUrl } from "../domain/database-url.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable, or what is in the file that its `_FILE` names; line breaks at the end are not part of it. */
function readSecret(environment: Environment, name: string): string | undefined {
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

/** Options with the secrets among them that have no flag, or whose flag was not given. */
export const withSecrets = (raw: RawSettings, environment: Environment): RawSettings => {
  const databaseUrl = readSecret(environment, "ANTEROOM_DATABASE_URL");
  const mailUrl = readSecret(environment, "ANTEROOM_MAIL_URL");
  return {
    ...raw,
    ...(databaseUrl !== undefined && !raw.databaseUrl && { databaseUrl }),
    ...(mailUrl !== undefined && !raw.mailUrl && { mailUrl }),
    oidcClientSecret: readSecret(environment, "ANTEROOM_OIDC_CLIENT_SECRET"),
    controlToken: readSecret(environment, "ANTEROOM_CONTROL_TOKEN"),
    seedText: environment[seedTextVariable] || undefined,
  };
};

/** Flags that were given with a password in them, which every user of the machine can read in the list of processes. */
export function exposingFlags({ databaseUrl, mailUrl }: RawSettings, environment: Environment): string[] {
  const given = { DATABASE_URL: databaseUrl, MAIL_URL: mailUrl };
  return Object.entries(given)
    .filter(([name, url = ""]) => url !== environment[`ANTEROOM_${name}`] && hasPassword(url))
    .map(([name]) => name);
}

const hasPassword = (given: string): boolean =>
  (readDatabaseUrl(given) ?? [{ url: given }]).some(
    ({ url }) => URL.canParse(url) && new URL(url).password !== "",
  );

/** Master secrets as they were given. */
export interface Masters {
  readonly current: string | undefined;
  /** What the store was sealed with before; believed as well while the secret is being replaced. */
  readonly previous: string | undefined;
}

export const readMasters = (environment: Environment): Masters => ({
  current: readSecret(environment, "ANTEROOM_SECRET"),
  previous: readSecret(environment, "ANTEROOM_SECRET_PREVIOUS"),
});
