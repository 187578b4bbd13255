// Reads a Terraform state as a world: what its resources of Atlas say, ids as they are, as a seed.
import type { Kept } from "../../../code/terraform/state.ts";
import type { SeedDocument } from "../../seed/document.ts";
import type { Mirror } from "../read.ts";
import { clusters } from "./clusters.ts";
import { credentials, ofCredentials } from "./credentials.ts";
import type { Attributes } from "./fill.ts";
import { GatheredWorld, type Part, type Rows } from "./gather.ts";
import { federations, ofFederations, parts, scopes, streams } from "./parts.ts";
import { people } from "./people.ts";

/** The rows in the order in which they are read: a later one completes what an earlier one made. */
const waves: readonly Rows[] = [
  scopes,
  { ...people, ...credentials, ...clusters, ...streams, ...federations },
  { ...parts, ...ofCredentials, ...ofFederations },
];

/** The data sources that say as much as their resource. */
const asResources = ["project", "organization", "team", "advanced_cluster", "cluster", "flex_cluster"];

interface Resource {
  readonly address: string;
  /** The type without `mongodbatlas_`. */
  readonly type: string;
  readonly attributes: Attributes;
}

function resourceOf({ address, type, attributes }: Kept): Resource[] {
  const [, data, name = ""] = /^(data\.)?mongodbatlas_(\w+)$/.exec(type) ?? [];
  if (name === "" || (data !== undefined && !asResources.includes(name))) return [];
  return [{ address, type: name, attributes }];
}

/** Reads the world of a state. Its unread parts are the addresses of resources that a seed has no place for. */
export function readWorldOfState(kept: readonly Kept[]): Mirror {
  const world = new GatheredWorld();
  const resources = kept.flatMap(resourceOf);
  const isRow = ({ type }: Resource) => waves.some((rows) => Object.hasOwn(rows, type));
  const others = resources.filter((each) => !isRow(each));
  const unread = others.filter(({ type, attributes }) => !world.add(type, attributes));
  for (const rows of waves) {
    for (const { type, attributes } of resources) {
      if (Object.hasOwn(rows, type)) rows[type]?.(world, attributes, type);
    }
  }
  return {
    seed: { mailed: false, orgs: orgsOf(world) } as unknown as SeedDocument,
    unread: unread.map(({ address }) => ({ part: address, why: "a seed has no such thing" })),
  };
}

/** Returns the organizations with their projects, each with an API key of an owner that opens the copy. */
function orgsOf(world: GatheredWorld): Part[] {
  const groups = new Map<Part, Part[]>();
  for (const [id, group] of world.groups) {
    const org = world.orgOf(id);
    groups.set(org, [...(groups.get(org) ?? []), { name: `project ${id}`, ...group }]);
  }
  return [...world.orgs.values()].map((org) => ({
    name: `organization ${org.id}`,
    ...org,
    apiKeys: [{ desc: "rehearsal", roles: ["ORG_OWNER"] }, ...((org.apiKeys ?? []) as Part[])],
    groups: groups.get(org) ?? [],
  }));
}
