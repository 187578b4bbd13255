// Finds where a call of each tool would go, and with whose credentials, by the variables and profiles that the tool reads.
import type { Profiles } from "./profiles.ts";
import type { Environment } from "./secrets.ts";
import { deadProxy, guardOption, leadsToAtlas } from "./tools.ts";

export interface Way {
  /** The program: a tool, or one of its profiles. */
  readonly by: string;
  /** The address; null if it comes from something that is not read here. */
  readonly address: string | null;
  /** The public key or client id, and its source; never a secret. */
  readonly as: string;
  /** True if only this machine and allowed hosts can be reached. */
  readonly isShut: boolean;
  readonly warnings: readonly string[];
}

export const cloud = "https://cloud.mongodb.com";
const cloudOf: Readonly<Record<string, string>> = { cloudgov: "https://cloud.mongodbgov.com" };

/** Reports whether the dead proxy is set, and no exception from it would lead to Atlas. */
export function hasProxyGuard(environment: Environment): boolean {
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || "";
  const isDead = read("HTTPS_PROXY").replace(/\/$/, "") === deadProxy;
  const exceptions = read("NO_PROXY")
    .split(",")
    .map((each) => each.trim().replace(/^\*?\./, ""));
  return isDead && !exceptions.some((each) => leadsToAtlas(each) || each === "com" || each === "*");
}

const hasNodeGuard = ({ NODE_OPTIONS = "" }: Environment): boolean => NODE_OPTIONS.search(guardOption) >= 0;

/** Returns the first variable that is set, with its name. */
function firstOf(environment: Environment, ...names: string[]) {
  const name = names.find((each) => (environment[each] ?? "") !== "");
  return name === undefined ? undefined : { name, value: environment[name] ?? "" };
}

const said = (found: { name: string; value: string } | undefined): string | undefined =>
  found && `${found.value} (${found.name})`;

/** Returns the profile of a call without -P, from any key: a variable, then the file. Names become lower case. */
function chosenProfile({ shared, byName }: Profiles, variable: string | undefined) {
  const said = variable ?? shared.get("profile") ?? byName.get("default")?.get("profile") ?? "default";
  const name = said.toLowerCase();
  const by = name === "default" ? "atlas" : `atlas, by the profile ${name}`;
  return { by, name, table: [...byName].find(([each]) => each.toLowerCase() === name)?.[1] };
}

export function waysOfAtlasCli(environment: Environment, profiles: Profiles): Way[] {
  const isOld = Object.keys(environment).some((name) => name.startsWith("MCLI_"));
  const prefix = isOld ? "MCLI" : "MONGODB_ATLAS";
  const isShut = hasProxyGuard(environment);
  const { file, shared, byName, isThere } = profiles;

  function wayOf(by: string, profile: ReadonlyMap<string, string>, isNamed: boolean): Way {
    const find = (key: string) => {
      const variable = firstOf(environment, `${prefix}_${key.toUpperCase()}`);
      const value = shared.get(key) ?? profile.get(key);
      return variable ?? (value ? { name: file, value } : undefined);
    };
    const given = find("ops_manager_url");
    const address = given?.value ?? cloudOf[find("service")?.value ?? ""] ?? cloud;
    const account =
      find("client_secret") || find("auth_type")?.value === "service_account" ? find("client_id") : undefined;
    const token = find("access_token");
    const as =
      said(account) ?? said(find("public_api_key")) ?? (token ? `a person (${token.name})` : "nobody yet");
    const isMissing = isNamed && byName.size > 0 && given === undefined;
    return { by, address, as, isShut, warnings: isMissing ? [`the profile has no ops_manager_url`] : [] };
  }

  const chosen = chosenProfile(profiles, firstOf(environment, `${prefix}_PROFILE`)?.value);
  const others = [...byName].filter(([name]) => name !== chosen.name);
  const ways = [
    wayOf(chosen.by, chosen.table ?? new Map(), chosen.table !== undefined),
    ...others.map(([name, table]) => wayOf(`atlas -P ${name}`, table, true)),
    wayOf("atlas -P, mistyped or logged out", new Map(), false),
  ];
  const warnings = [
    ...(isThere ? [] : [`there is no profile: ${file} is missing`]),
    // The CLI itself stores the value of the variable.
    ...(shared.has("base_url") && shared.get("base_url") !== environment.MONGODB_ATLAS_OPS_MANAGER_URL
      ? [
          `base_url at the top of ${file} is ignored by releases until August 2026, and may lead all profiles in newer ones`,
        ]
      : []),
    ...(environment.MONGODB_ATLAS_BASE_URL && !environment.MONGODB_ATLAS_OPS_MANAGER_URL
      ? ["MONGODB_ATLAS_BASE_URL is ignored by releases until August 2026: set MONGODB_ATLAS_OPS_MANAGER_URL"]
      : []),
    ...(isOld
      ? ["a variable that begins with MCLI_ keeps it from reading those that begin with MONGODB_ATLAS_"]
      : []),
    ...(profiles.unread.length > 0
      ? [`${file}: not understood here: line ${profiles.unread.join(", ")}`]
      : []),
  ];
  return ways.map((way, index) => (index === 0 ? { ...way, warnings: [...warnings, ...way.warnings] } : way));
}

export function wayOfTerraform(environment: Environment): Way {
  const read = (...names: string[]) => firstOf(environment, ...names);
  const role = read("ASSUME_ROLE_ARN", "TF_VAR_ASSUME_ROLE_ARN");
  const token = read("MONGODB_ATLAS_ACCESS_TOKEN");
  return {
    by: "terraform",
    address:
      role === undefined ? (read("MONGODB_ATLAS_BASE_URL", "MCLI_OPS_MANAGER_URL")?.value ?? cloud) : null,
    as:
      (role && "whom a secret in AWS names") ??
      (token && `an access token (${token.name})`) ??
      said(read("MONGODB_ATLAS_CLIENT_ID")) ??
      said(read("MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PUBLIC_KEY", "MCLI_PUBLIC_API_KEY")) ??
      "whom its provider block names",
    isShut: hasProxyGuard(environment),
    warnings:
      role === undefined ? [] : [`${role.name} is set: a secret in AWS says the address and who asks`],
  };
}

/** Finds the way of a program from the guides; other programs may read anything. */
export function wayOfProgram(tool: "go" | "node" | "python", environment: Environment): Way {
  const address = firstOf(environment, "BASE_URL", "MONGODB_ATLAS_BASE_URL");
  const names = ["PUBLIC_KEY", "CLIENT_ID", "MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_CLIENT_ID"];
  return {
    by: tool,
    address: address?.value ?? cloud,
    as: said(firstOf(environment, ...names)) ?? "nobody yet",
    isShut: tool === "node" ? hasNodeGuard(environment) : hasProxyGuard(environment),
    warnings: address === undefined ? ["BASE_URL is not set: most clients then ask Atlas"] : [],
  };
}

export const wayOfMcp = (environment: Environment): Way => ({
  by: "mongodb-mcp-server",
  address: firstOf(environment, "MDB_MCP_API_BASE_URL")?.value ?? cloud,
  as: said(firstOf(environment, "MDB_MCP_API_CLIENT_ID")) ?? "nobody yet",
  isShut: hasNodeGuard(environment),
  warnings: [],
});
