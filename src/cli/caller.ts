// Who `anteroom api` asks as: credentials from the variables that Atlas's own tools read, or those of the demonstration.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceAccount } from "../client/bearer.ts";
import type { ApiKey } from "../client/digest.ts";
import { SettingsError } from "../config.ts";
import type { DemoCredentials } from "../seed/demo.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface AskedAs {
  readonly credentials: ApiKey | ServiceAccount;
  /** Where the credentials were found, so that advice can say what to change. */
  readonly source: string;
}

/** The two variables of each kind of credentials; an API key comes first, as in the atlas CLI. */
const variables = {
  publicKey: "MONGODB_ATLAS_PUBLIC_KEY",
  privateKey: "MONGODB_ATLAS_PRIVATE_KEY",
  clientId: "MONGODB_ATLAS_CLIENT_ID",
  clientSecret: "MONGODB_ATLAS_CLIENT_SECRET",
} as const;

export async function findCaller(environment: Environment, dataFolder: string): Promise<AskedAs> {
  const publicKey = readPair(environment, variables.publicKey, variables.privateKey);
  if (publicKey !== undefined) {
    const [id, secret] = publicKey;
    return { credentials: { publicKey: id, privateKey: secret }, source: variables.publicKey };
  }
  const account = readPair(environment, variables.clientId, variables.clientSecret);
  if (account !== undefined) {
    const [clientId, clientSecret] = account;
    return { credentials: { clientId, clientSecret }, source: variables.clientId };
  }
  const file = join(dataFolder, "credentials.json");
  const demonstration = await readDemonstration(file);
  if (demonstration !== undefined) return { credentials: demonstration.apiKey, source: file };
  throw new SettingsError(
    `there are no credentials to ask with. Set ${variables.publicKey} and ${variables.privateKey}, or ${variables.clientId} and ${variables.clientSecret}; or name with --data the folder in which \`anteroom dev\` keeps its demonstration (${file} has none)`,
  );
}

function readPair(environment: Environment, id: string, secret: string): [string, string] | undefined {
  const pair = [environment[id] ?? "", environment[secret] ?? ""] as const;
  const missing = [id, secret].filter((_, index) => pair[index] === "");
  if (missing.length === 2) return undefined;
  if (missing.length === 0) return [...pair];
  throw new SettingsError(
    `${missing[0]} is not set, and ${missing[0] === id ? secret : id} alone is of no use`,
  );
}

async function readDemonstration(
  file: string,
): Promise<Pick<DemoCredentials, "apiKey" | "serviceAccount"> | undefined> {
  const text = await readFile(file, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw new SettingsError(`${file} cannot be read: ${reason.message}`);
  });
  if (text === undefined) return undefined;
  const kept = readJson(text, file) as Partial<DemoCredentials>;
  return kept.apiKey && kept.serviceAccount
    ? { apiKey: kept.apiKey, serviceAccount: kept.serviceAccount }
    : undefined;
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    throw new SettingsError(`${file} is not JSON: ${(reason as Error).message}`);
  }
}
