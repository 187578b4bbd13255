// The settings of a server: values computed from several settings, and refused combinations.
import { isIP } from "node:net";
import { resolve } from "node:path";
import { isLoopbackName } from "../domain/loopback.ts";
import { openPolicy, type Policy } from "../domain/policy.ts";
import { Misuse } from "./error.ts";
import { readIssuer, readMailbox } from "./readers.ts";
import { type GivenSettings, readValues, type SettingValues, variableOf } from "./table.ts";

export type Storage =
  | { readonly kind: "memory" }
  /** A folder with the SQLite file, created if it is missing. */
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

export interface SeedSource {
  /** The name of the file or text, for messages. */
  readonly name: string;
  /** The text; null for that of the file. */
  readonly text: string | null;
}

/** The OpenID Connect provider that people can sign in with; `name` is its name on pages. */
export type OidcSettings = NonNullable<ReturnType<typeof oidcOf>>;

/** The source of a server's certificate. */
export type TlsSettings =
  /** The server makes its own certificate, for this machine, and keeps it in this folder; null keeps it nowhere. */
  | {
      readonly kind: "minted";
      readonly folder: string | null;
      /** The host of the base URL, if it is a name: the certificate is also for it. */
      readonly name?: string;
    }
  /** The files in PEM form, which are read again when they change. */
  | { readonly kind: "files"; readonly cert: string; readonly key: string };

/** The settings as read, and values computed from several. */
export interface Settings extends Omit<SettingValues, "seed" | "tls"> {
  readonly storage: Storage;
  /** The folder where `dev` keeps its credentials; null keeps them nowhere. */
  readonly folder: string | null;
  readonly tls: TlsSettings | null;
  /** The seed of a store that is empty. */
  readonly seed: SeedSource | null;
  /** The settings of mail; without a server nothing is sent. */
  readonly mail: ReturnType<typeof mailOf>;
  /** The provider; null if people sign in by password alone. */
  readonly oidc: OidcSettings | null;
  readonly policy: Policy;
}

/**
 * Reads the settings. `defaults` are those of a command, which override those of the table; `policy` is that of the command or
 * the library.
 */
export function readSettings(
  given: GivenSettings,
  defaults: Parameters<typeof readValues>[1] = {},
  policy: Partial<Policy> = {},
): Settings {
  const values = readValues(given, defaults);
  const folder = values.memory || values.data === null ? null : resolve(values.data);
  const settings = {
    ...values,
    folder,
    storage: storageOf(values, folder),
    tls: tlsOf(values),
    seed: seedOf(values),
    mail: mailOf(values),
    oidc: oidcOf(values),
    policy: {
      ...openPolicy,
      signUp: values.signUp,
      createOrgs: values.createOrgs,
      mailDomains: values.mailDomains,
      federatedOrgs: values.oidcOrgs === "all" ? null : values.oidcOrgs,
      takesPasswords: values.signIn === "both",
      ...Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined)),
    },
  };
  const { metricsPort, host, port } = settings;
  const monitored = typeof metricsPort === "object" ? metricsPort : null;
  if (monitored?.port === port && port !== 0 && (monitored.host ?? host) === host) {
    throw new Misuse(`--metrics-port ${port}: choose another port than that of --port`);
  }
  if (settings.policy.takesPasswords || settings.oidc !== null) return settings;
  throw new Misuse(
    "--sign-in provider needs a provider: give --oidc-issuer, --oidc-client-id and ANTEROOM_OIDC_CLIENT_SECRET as well",
  );
}

function storageOf({ memory, databaseUrl }: SettingValues, folder: string | null): Storage {
  if (memory && databaseUrl !== null) {
    throw new Misuse("--memory and --database-url exclude each other; give one of them");
  }
  if (databaseUrl !== null) return { kind: "postgres", url: databaseUrl };
  return folder === null ? { kind: "memory" } : { kind: "folder", path: folder };
}

/**
 * Chooses the certificate. The server's own is kept in a file even if everything else is in memory, because clients need a
 * file.
 */
function tlsOf({ tls, tlsCert, tlsKey, data, baseUrl }: SettingValues): TlsSettings | null {
  if (tlsCert && tlsKey) return { kind: "files", cert: tlsCert, key: tlsKey };
  if (tlsCert) throw new Misuse("--tls-cert needs --tls-key as well, the file of its private key");
  if (tlsKey) throw new Misuse("--tls-key needs --tls-cert as well, the file of its certificate");
  if (!tls) return null;
  const { hostname } = new URL(baseUrl ?? "https://localhost");
  const isName = !isLoopbackName(hostname) && isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  return {
    kind: "minted",
    folder: data === null ? null : resolve(data),
    ...(isName && { name: hostname }),
  };
}

function seedOf({ seed, seedText }: SettingValues): SeedSource | null {
  const name = variableOf("seedText");
  if (seed !== null && seedText !== null) {
    throw new Misuse(`--seed and ${name} exclude each other; give one of them`);
  }
  if (seed !== null) return { name: seed, text: null };
  return seedText === null ? null : { name, text: seedText };
}

function mailOf({ mailUrl, mailFrom, mailLanguage: language }: SettingValues) {
  if (mailUrl === null) return { server: null, language };
  if (mailFrom === null) {
    throw new Misuse('--mail-url needs --mail-from, such as --mail-from "Anteroom <no-reply@example.com>"');
  }
  return { server: { url: mailUrl, from: readMailbox(mailFrom) }, language };
}

/** Reads the settings of a provider, which must all be given or none. An empty text counts as not given. */
function oidcOf(values: SettingValues) {
  const { oidcIssuer, oidcClientId: clientId, oidcClientSecret: clientSecret, oidcName } = values;
  const trustedDomains = values.oidcTrustedDomains ?? [];
  if (!oidcIssuer && !clientId && !clientSecret && !oidcName && trustedDomains.length === 0) return null;
  if (!oidcIssuer || !clientId || !clientSecret) {
    const missing = [
      ...(oidcIssuer ? [] : ["--oidc-issuer"]),
      ...(clientId ? [] : ["--oidc-client-id"]),
      ...(clientSecret ? [] : ["ANTEROOM_OIDC_CLIENT_SECRET in the environment"]),
    ];
    throw new Misuse(`sign-in with a provider needs ${missing.join(" and ")} as well`);
  }
  const issuer = readIssuer(oidcIssuer);
  const name = oidcName?.trim() || new URL(issuer).host;
  return { issuer, clientId, clientSecret, name, trustedDomains };
}
