// `anteroom env`: prints variables that point a tool at a server and block all other hosts.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readProviders } from "../code/terraform/configuration.ts";
import { hideFromGit, makePrivateFolder } from "../core/private-files.ts";
import { Misuse } from "../core/settings/error.ts";
import { readBaseUrl } from "../core/settings/readers.ts";
import { mintedFiles } from "../core/tls/open.ts";
import { demoGroupId } from "../testing/seed/demo.ts";
import { findCaller, readDemonstration } from "./caller.ts";
import { print, say } from "./output.ts";
import { warningsOn } from "./provider-blocks.ts";
import type { Environment } from "./secrets.ts";
import { type Form, type Variables, writeVariables } from "./shells.ts";
import {
  guardAllowing,
  leadsToAtlas,
  shutting,
  type Target,
  type ToolName,
  tools,
  writeShutAndFail,
} from "./tools.ts";

export interface EnvFlags {
  readonly baseUrl: string;
  readonly data: string;
  readonly config?: string;
  readonly ca?: string;
  readonly allow?: readonly string[];
  readonly shell: Form;
  /** The member that Commander sets for --no-credentials. */
  readonly credentials: boolean;
}

interface Asking {
  readonly environment: Environment;
  readonly isDataGiven: boolean;
  /** The folder where Terraform would run; the current one if absent. */
  readonly folder?: string;
}

export async function env(names: readonly ToolName[], flags: EnvFlags, asking: Asking): Promise<void> {
  try {
    const { variables, sentence } = await pointing(names, flags, asking);
    print(writeVariables(variables, flags.shell));
    say(`anteroom: ${sentence}`);
    for (const each of names.includes("terraform") ? await warningsIn(asking.folder ?? ".") : []) {
      say(`anteroom: ${each}`);
    }
  } catch (reason) {
    print(writeShutAndFail(asking.environment, flags.shell));
    throw reason;
  }
}

/** Warns about provider blocks of the configuration in a folder; Terraform itself refuses what cannot be read. */
async function warningsIn(folder: string): Promise<string[]> {
  return warningsOn(await readProviders(folder).catch(() => []));
}

/** Returns the variables, and a sentence that says where the tools now go, and with whose credentials. */
export async function pointing(
  names: readonly ToolName[],
  flags: Omit<EnvFlags, "shell">,
  { environment, isDataGiven }: Asking,
): Promise<{ variables: Variables; sentence: string }> {
  if (names.length === 0) {
    throw new Misuse(
      `say for which tool: ${Object.values(tools)
        .map(({ flag }) => flag)
        .join(", ")}`,
    );
  }
  const baseUrl = readBaseUrl(flags.baseUrl);
  const { hostname, protocol } = new URL(baseUrl);
  if (leadsToAtlas(hostname)) {
    throw new Misuse(`--base-url ${baseUrl} is Atlas itself, which this keeps tools from`);
  }
  if (names.includes("mcp") && protocol !== "https:") {
    throw new Misuse(
      "--mcp: the MCP server takes https alone; start `anteroom dev --tls` and give its address as --base-url",
    );
  }
  const allowed = (flags.allow ?? []).flatMap((each) => each.split(",")).map(readAllowed);
  const { source, ...known } = flags.credentials
    ? await findCredentials(readingMcp(environment, names), flags.data, isDataGiven)
    : ({ source: null } as Known);
  if (names.includes("mcp") && flags.credentials && known.serviceAccount === undefined) {
    throw new Misuse(`--mcp: the MCP server takes a service account alone, and ${source} is none`);
  }
  const target: Target = {
    ...known,
    baseUrl,
    environment,
    authority: protocol === "https:" ? authorityFor(flags) : null,
    configHome: resolve(flags.config ?? join(flags.data, "atlas-cli")),
    guard: guardAllowing(allowed),
  };
  if (names.includes("atlasCli")) await makeConfigHome(target.configHome, flags);
  const variables = Object.assign(
    {},
    ...names.map((name) => tools[name].variables(target)),
    shutting([hostname.replace(/^\[|\]$/g, ""), ...allowed]),
  );
  const id = (names[0] === "mcp" ? undefined : known.apiKey?.publicKey) ?? known.serviceAccount?.clientId;
  const as = source === null ? "without credentials" : `as ${id} (${source})`;
  const but = allowed.length === 0 ? "" : ` but ${allowed.join(", ")}`;
  return {
    variables,
    sentence: `${names.map((name) => tools[name].name).join(", ")}: ${baseUrl} ${as}; other hosts are shut${but}`,
  };
}

interface Known extends Pick<Target, "apiKey" | "serviceAccount" | "groupId"> {
  /** The source of the credentials; null if there are none. */
  readonly source: string | null;
}

/** Reads the MCP server's variables, which have names of their own. */
const readingMcp = (environment: Environment, names: readonly ToolName[]): Environment =>
  names.includes("mcp") && environment.MDB_MCP_API_CLIENT_ID
    ? {
        MONGODB_ATLAS_CLIENT_ID: environment.MDB_MCP_API_CLIENT_ID,
        MONGODB_ATLAS_CLIENT_SECRET: environment.MDB_MCP_API_CLIENT_SECRET,
      }
    : environment;

/** Finds the credentials: in a named folder first, then in variables, then in the default folder. */
async function findCredentials(environment: Environment, data: string, isDataGiven: boolean): Promise<Known> {
  const file = join(data, "credentials.json");
  const kept = await readDemonstration(file);
  if (kept !== undefined && (isDataGiven || !hasVariables(environment))) {
    return { ...kept, groupId: demoGroupId, source: file };
  }
  if (isDataGiven && !hasVariables(environment)) {
    throw new Misuse(
      `${file} has no credentials: a seed's are not kept. Set MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY, or give --no-credentials`,
    );
  }
  const { credentials, source } = await findCaller(environment, data);
  return "publicKey" in credentials
    ? { apiKey: credentials, source }
    : { serviceAccount: credentials, source };
}

const hasVariables = (environment: Environment): boolean =>
  ["PUBLIC_API_KEY", "PUBLIC_KEY", "CLIENT_ID"].some(
    (name) => (environment[`MONGODB_ATLAS_${name}`] ?? "") !== "",
  );

/** Checks an allowed host; libraries also allow all names below it. */
function readAllowed(host: string): string {
  const name = host
    .trim()
    .replace(/^\*?\./, "")
    .toLowerCase();
  if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) {
    throw new Misuse(`--allow ${host}: expected a host such as registry.terraform.io`);
  }
  if (leadsToAtlas(name) || name === "com") {
    throw new Misuse(`--allow ${host} would let calls through to Atlas`);
  }
  return name;
}

function authorityFor({ ca, data }: Pick<EnvFlags, "ca" | "data">): string | null {
  const file = resolve(ca ?? mintedFiles(data).cert);
  if (existsSync(file)) return file;
  if (ca === undefined) return null;
  throw new Misuse(`--ca ${ca}: there is no such file`);
}

async function makeConfigHome(
  configHome: string,
  { config, data }: Pick<EnvFlags, "config" | "data">,
): Promise<void> {
  if (config === undefined) await hideFromGit(data);
  await makePrivateFolder(configHome);
}
