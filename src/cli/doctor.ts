// `anteroom doctor`: says where a call of each tool would go, and with whose credentials, and warns of those that lead to the
// cloud.
import type { ProviderBlock } from "../code/terraform/configuration.ts";
import { print } from "./output.ts";
import { readProfiles } from "./profiles.ts";
import { addressIn, hasCredentials, placeOf, warningOn } from "./provider-blocks.ts";
import type { Environment } from "./secrets.ts";
import { leadsToAtlas, type ToolName } from "./tools.ts";
import { type Way, wayOfMcp, wayOfProgram, wayOfTerraform, waysOfAtlasCli } from "./ways.ts";

/** The exit code if a call would or may reach Atlas; below, that if all lead to our servers, and one does not answer. */
const reachesCloud = 3;
const isSilent = 1;

interface Looking {
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  /** The provider blocks of a Terraform configuration, if one was named. */
  readonly blocks?: readonly ProviderBlock[];
}

export async function doctor(
  names: readonly ToolName[],
  { environment, platform, blocks = [] }: Looking,
): Promise<number> {
  const ways: Way[] = [];
  for (const name of names) {
    if (name === "atlasCli") {
      ways.push(...waysOfAtlasCli(environment, await readProfiles(platform, environment)));
    } else if (name === "terraform") {
      ways.push(wayOfTerraform(environment));
    } else if (name === "mcp") {
      ways.push(wayOfMcp(environment));
    } else {
      ways.push(wayOfProgram(name, environment));
    }
  }
  ways.push(...blocks.flatMap((block) => wayOfBlock(block, environment) ?? []));
  const addresses = new Set(
    ways.flatMap(({ address }) => (address === null || mayBeCloud(address) ? [] : [address])),
  );
  const troubles = new Map<Way["address"], string | undefined>(
    await Promise.all([...addresses].map(async (each) => [each, await troubleAt(each)] as const)),
  );
  const width = Math.max(...ways.map(({ by }) => by.length));
  const isSaid = new Set<Way["address"]>();
  for (const way of ways) {
    const { by, address, as, warnings } = way;
    print(`${by.padEnd(width)}  ${verdictOn(way)}  ${shown(address)} as ${as}`);
    const trouble = isSaid.has(address) ? undefined : troubles.get(address);
    isSaid.add(address);
    for (const each of [...warnings, ...(trouble === undefined ? [] : [trouble])]) {
      print(`${" ".repeat(width)}  ! ${each}`);
    }
  }
  if (ways.some((way) => !way.isShut)) {
    print(
      'Hosts of others are not shut here. For a shell that can reach none: eval "$(anteroom env --atlas-cli)", or another tool',
    );
  }
  if (ways.some((way) => mayBeCloud(way.address) && !way.isShut)) return reachesCloud;
  return ways.some(({ address }) => troubles.get(address) !== undefined) ? isSilent : 0;
}

/** Returns the way of a block; undefined for a block that leaves everything to the variables. */
function wayOfBlock(block: ProviderBlock, environment: Environment): Way | undefined {
  const ofVariables = wayOfTerraform(environment);
  const warning = warningOn(block);
  const warnings = warning === undefined ? [] : [warning];
  const by = `terraform, ${placeOf(block)}`;
  if (hasCredentials(block)) {
    return { ...ofVariables, by, address: addressIn(block), as: "whom the block names", warnings };
  }
  return warning === undefined ? undefined : { ...ofVariables, by, warnings };
}

function verdictOn({ address, isShut }: Way): string {
  if (!mayBeCloud(address)) return "here ";
  if (isShut) return "fails";
  return address === null ? "?    " : "CLOUD";
}

function mayBeCloud(address: Way["address"]): boolean {
  return address === null || (URL.canParse(address) && leadsToAtlas(new URL(address).hostname));
}

/** Shows an address without its name and password. */
function shown(address: Way["address"]): string {
  if (address === null) return "an unknown address";
  if (!URL.canParse(address)) return address;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** Explains why the server at an address is not an Anteroom; undefined if it is one. */
async function troubleAt(address: string): Promise<string | undefined> {
  if (!URL.canParse(address)) return `${address} is no address`;
  const health = new URL("/healthz", new URL(address).origin);
  try {
    const answer = await fetch(health, { signal: AbortSignal.timeout(3000), redirect: "manual" });
    const body = (await answer.json().catch(() => undefined)) as { status?: unknown } | undefined;
    return body?.status === "ok" ? undefined : `${health.host} answers, and is no Anteroom`;
  } catch (reason) {
    const cause = (reason as Error).cause as NodeJS.ErrnoException | undefined;
    return `no Anteroom answers at ${health.host}: ${cause?.code ?? cause?.message ?? (reason as Error).message}`;
  }
}
