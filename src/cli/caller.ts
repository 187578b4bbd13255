// Finds the caller of `anteroom api`: credentials from the variables of Atlas's own tools, or those of the demonstration.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceAccount } from "../client/bearer.ts";
import type { ApiKey } from "../client/digest.ts";
import { Misuse } from "../core/settings/error.ts";
import type { DemoCredentials } from "../testing/seed/demo.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface AskedAs {
  readonly credentials: ApiKey | ServiceAccount;
  /** The place of the credentials, so that advice can say what to change. */
  readonly source: string;
}

/** The variables of an API key: those of the atlas CLI, then those of Terraform. */
const keyVariables = [
  ["MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PRIVATE_API_KEY"],
  ["MONGODB_ATLAS_PUBLIC_KEY", "MONGODB_ATLAS_PRIVATE_KEY"],
] as const;

/** The variables of a service account, which the atlas CLI and Terraform have in common. */
const accountVariables = ["MONGODB_ATLAS_CLIENT_ID", "MONGODB_ATLAS_CLIENT_SECRET"] as const;

export async function findCaller(environment: Environment, dataFolder: string): Promise<AskedAs> {
  // The service account is used if both are set, as in the atlas CLI.
  const account = readPair(environment, ...accountVariables);
  if (account !== undefined) {
    const [clientId, clientSecret] = account;
    return { credentials: { clientId, clientSecret }, source: accountVariables[0] };
  }
  for (const [id, secret] of keyVariables) {
    const key = readPair(environment, id, secret);
    if (key === undefined) continue;
    return { credentials: { publicKey: key[0], privateKey: key[1] }, source: id };
  }
  const file = join(dataFolder, "credentials.json");
  const demonstration = await readDemonstration(file);
  if (demonstration) return { credentials: demonstration.apiKey, source: file };
  throw new Misuse(
    `there are no credentials to ask with. Set ${keyVariables[0].join(" and ")}, or ${accountVariables.join(" and ")}; or name with --data the folder in which \`anteroom dev\` keeps its demonstration (${file} has none)`,
  );
}

function readPair(environment: Environment, id: string, secret: string): [string, string] | undefined {
  const pair = [environment[id] ?? "", environment[secret] ?? ""] as const;
  const missing = [id, secret].filter((_, index) => pair[index] === "");
  if (missing.length === 2) return undefined;
  if (missing.length === 0) return [...pair];
  throw new Misuse(`${missing[0]} is not set, and ${missing[0] === id ? secret : id} alone is of no use`);
}

/** Reads the credentials that `dev` kept; undefined if it never ran, or ran with a seed. */
export async function readDemonstration(
  file: string,
): Promise<{ apiKey: ApiKey; serviceAccount: ServiceAccount } | undefined> {
  const text = await readFile(file, "utf8").catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === "ENOENT") return undefined;
    throw new Misuse(`${file} cannot be read: ${reason.message}`);
  });
  if (text === undefined) return undefined;
  const { apiKey, serviceAccount } = readJson(text, file) as Partial<DemoCredentials>;
  return apiKey && serviceAccount && { apiKey, serviceAccount };
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    throw new Misuse(`${file} is not JSON: ${(reason as Error).message}`);
  }
}
