// Points each tool of Atlas at a server only, by the variables that its public source reads.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { ServiceAccount } from "../client/bearer.ts";
import type { ApiKey } from "../client/digest.ts";
import type { Environment } from "./secrets.ts";
import { type Form, type Variables, writeFailure } from "./shells.ts";

export interface Target {
  /** The base URL, without a slash at the end. */
  readonly baseUrl: string;
  /** The credentials, if known; absent if tools sign in by themselves. */
  readonly apiKey?: ApiKey | undefined;
  readonly serviceAccount?: ServiceAccount | undefined;
  readonly groupId?: string | undefined;
  /** The file of the certificate that signed the server's; null if it is a public one. */
  readonly authority: string | null;
  readonly configHome: string;
  /** The guard, which Node loads. */
  readonly guard: string;
  readonly environment: Environment;
}

/** The address of a proxy that refuses connections: only root could listen there. */
export const deadProxy = "http://127.0.0.1:1";
const proxyVariables = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"];

export const leadsToAtlas = (name: string): boolean => /(^|\.)(mongodb|mongodbgov)\.com$/i.test(name);

/** Returns a variable with its form in lower case, which some libraries read and others prefer. */
const both = (name: string, value: string): Variables => ({ [name]: value, [name.toLowerCase()]: value });

/** Returns proxy variables that block every host but loopback, the server and those allowed. */
export const shutting = (hosts: readonly string[]): Variables => ({
  ...Object.assign({}, ...proxyVariables.map((name) => both(name, deadProxy))),
  ...both("NO_PROXY", [...new Set(["127.0.0.1", "localhost", "::1", ...hosts])].join(",")),
  DO_NOT_TRACK: "1",
});

/** Returns the credentials, the key first, because every release of every tool knows it. */
function credentials({ apiKey, serviceAccount }: Target): Variables {
  const account = apiKey === undefined ? serviceAccount : undefined;
  return {
    MONGODB_ATLAS_PUBLIC_API_KEY: apiKey?.publicKey ?? null,
    MONGODB_ATLAS_PRIVATE_API_KEY: apiKey?.privateKey ?? null,
    MONGODB_ATLAS_CLIENT_ID: account?.clientId ?? null,
    MONGODB_ATLAS_CLIENT_SECRET: account?.clientSecret ?? null,
    ...unset("MONGODB_ATLAS_PUBLIC_KEY", "MONGODB_ATLAS_PRIVATE_KEY"),
    ...unset("MONGODB_ATLAS_ACCESS_TOKEN", "MONGODB_ATLAS_REFRESH_TOKEN"),
  };
}

const unset = (...names: string[]): Variables => Object.fromEntries(names.map((name) => [name, null]));

/** Unsets variables of the older CLI: any of them keeps the atlas CLI from reading its own, and Terraform reads some. */
const ofMongoCli = ({ environment }: Target): Variables =>
  unset(...Object.keys(environment).filter((name) => /^MCLI_\w+$/.test(name)));

/** Returns the variables that the programs of the guides read. */
const ofPrograms = ({ baseUrl, apiKey, serviceAccount, groupId }: Target): Variables => ({
  BASE_URL: baseUrl,
  PUBLIC_KEY: apiKey?.publicKey ?? null,
  PRIVATE_KEY: apiKey?.privateKey ?? null,
  CLIENT_ID: serviceAccount?.clientId ?? null,
  CLIENT_SECRET: serviceAccount?.clientSecret ?? null,
  ...(groupId !== undefined && { GROUP_ID: groupId }),
});

const trusting = ({ authority }: Target, ...names: string[]): Variables =>
  authority === null ? {} : Object.fromEntries(names.map((name) => [name, authority]));

/** Returns the guard that Node loads, with the hosts that it allows. */
export function guardAllowing(allowed: readonly string[]): string {
  const require = createRequire(import.meta.url);
  const file = import.meta.url.endsWith(".ts") ? "../testing/intercept/guard.ts" : "./guard.js";
  const { href } = pathToFileURL(require.resolve(file));
  const query = new URLSearchParams(
    allowed.flatMap((host) => [host, `*.${host}`]).map((host) => ["allow", host]),
  );
  return allowed.length === 0 ? href : `${href}?${query}`;
}

/** The option with which `NODE_OPTIONS` loads the guard. */
export const guardOption = /--import[ =]\S*\/guard\.[jt]s\S*/g;

/** Loads a guard before each program, because Node's own `fetch` ignores proxies before Node 24. */
function guarding({ guard, environment }: Pick<Target, "guard" | "environment">): Variables {
  const others = (environment.NODE_OPTIONS ?? "").replace(guardOption, "").trim();
  return { NODE_OPTIONS: `${others} --import ${guard}`.trim() };
}

/** Writes commands for a shell that is pointed nowhere: all hosts are blocked, and the command after it is not run. */
export const writeShutAndFail = (environment: Environment, form: Form): string =>
  writeFailure({ ...guarding({ guard: guardAllowing([]), environment }), ...shutting([]) }, form);

export interface Tool {
  readonly flag: string;
  readonly name: string;
  variables(target: Target): Variables;
}

export const tools = {
  atlasCli: {
    flag: "--atlas-cli",
    name: "the atlas CLI",
    variables: (target) => ({
      MONGODB_ATLAS_OPS_MANAGER_URL: `${target.baseUrl}/`,
      // Newer releases read it too.
      MONGODB_ATLAS_BASE_URL: `${target.baseUrl}/`,
      MONGODB_ATLAS_SERVICE: "cloud",
      ...unset("MONGODB_ATLAS_ACCOUNT_URL", "MONGODB_ATLAS_AUTH_TYPE"),
      ...credentials(target),
      ...ofMongoCli(target),
      XDG_CONFIG_HOME: target.configHome,
      MONGODB_ATLAS_TELEMETRY_ENABLED: "false",
      MONGODB_ATLAS_SKIP_UPDATE_CHECK: "true",
      // Credentials come from variables; without a keyring, each command would warn that it stores them in plain text.
      MONGODB_ATLAS_SILENCE_STORAGE_WARNING: "true",
      ...trusting(target, "SSL_CERT_FILE"),
    }),
  },
  terraform: {
    flag: "--terraform",
    name: "Terraform",
    variables: (target) => ({
      MONGODB_ATLAS_BASE_URL: `${target.baseUrl}/`,
      MONGODB_REALM_BASE_URL: `${target.baseUrl}/`,
      ...credentials(target),
      ...ofMongoCli(target),
      // These make the provider ask AWS for credentials and an address.
      ...unset("ASSUME_ROLE_ARN", "TF_VAR_ASSUME_ROLE_ARN"),
      CHECKPOINT_DISABLE: "1",
      ...trusting(target, "SSL_CERT_FILE"),
    }),
  },
  go: {
    flag: "--go",
    name: "Go",
    variables: (target) => ({
      ...ofPrograms(target),
      MONGODB_ATLAS_BASE_URL: `${target.baseUrl}/`,
      ...credentials(target),
      ...trusting(target, "SSL_CERT_FILE"),
    }),
  },
  node: {
    flag: "--node",
    name: "Node",
    variables: (target) => ({
      ...ofPrograms(target),
      ...guarding(target),
      ...trusting(target, "NODE_EXTRA_CA_CERTS"),
    }),
  },
  python: {
    flag: "--python",
    name: "Python",
    variables: (target) => ({
      ...ofPrograms(target),
      ...trusting(target, "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"),
    }),
  },
  mcp: {
    flag: "--mcp",
    name: "the MCP server",
    variables: (target) => ({
      MDB_MCP_API_BASE_URL: `${target.baseUrl}/`,
      MDB_MCP_API_CLIENT_ID: target.serviceAccount?.clientId ?? null,
      MDB_MCP_API_CLIENT_SECRET: target.serviceAccount?.clientSecret ?? null,
      MDB_MCP_TELEMETRY: "disabled",
      ...guarding(target),
      ...trusting(target, "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"),
    }),
  },
} satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;
