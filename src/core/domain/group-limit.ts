// The limits of a project: their names, defaults, and bounds.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import type { EventType } from "./event.ts";

interface LimitRange {
  /** The name of the limit in the path of its default. */
  readonly constant: string;
  readonly description: string;
  /** The least value that can be set; 1 if absent. */
  readonly least?: number;
  /** The default; absent if unlimited until set. */
  readonly usual?: number;
  /** The largest value that can be set; absent if unbounded. */
  readonly most?: number;
}

/**
 * The limits by name, with the values that Atlas publishes. For `entries` it publishes a maximum below the default, which is
 * impossible, so the default is used as the maximum. For `serverlessMTMs` it publishes none, so these values are ours.
 */
export const groupLimits = {
  "atlas.project.security.databaseAccess.users": {
    constant: "MONGODB_USERS",
    description: "Database users of the project.",
    usual: 100,
    most: 100,
  },
  "atlas.project.deployment.clusters": {
    constant: "NUM_CLUSTERS",
    description: "Clusters of the project.",
    usual: 25,
    most: 100,
  },
  "atlas.project.deployment.serverlessMTMs": {
    constant: "NUM_SERVERLESS_MTMS",
    description: "Hosts of serverless instances of the project.",
    usual: 100,
    most: 100,
  },
  "atlas.project.security.databaseAccess.customRoles": {
    constant: "NUM_USER_CUSTOM_ROLES",
    description: "Custom database roles of the project.",
    usual: 100,
    most: 1400,
  },
  "atlas.project.security.networkAccess.entries": {
    constant: "MAX_NETWORK_PERMISSION_ENTRIES",
    description: "Entries of the IP access list of the project.",
    usual: 200,
    most: 200,
  },
  "atlas.project.security.networkAccess.crossRegionEntries": {
    constant: "MAX_CROSS_REGION_NETWORK_PERMISSION_ENTRIES",
    description: "Nodes in several regions that network permissions are made for.",
    usual: 40,
    most: 220,
  },
  "atlas.project.deployment.nodesPerPrivateLinkRegion": {
    constant: "MAX_NODES_PER_PRIVATELINK_REGION",
    description: "Nodes in a region that a private endpoint reaches.",
    usual: 50,
    most: 90,
  },
  "dataFederation.bytesProcessed.query": {
    constant: "BYTES_PROCESSED_QUERY",
    description: "Bytes that a query of data federation processes.",
  },
  "dataFederation.bytesProcessed.daily": {
    constant: "BYTES_PROCESSED_DAILY",
    description: "Bytes that data federation processes in a day.",
  },
  "dataFederation.bytesProcessed.weekly": {
    constant: "BYTES_PROCESSED_WEEKLY",
    description: "Bytes that data federation processes in a week.",
  },
  "dataFederation.bytesProcessed.monthly": {
    constant: "BYTES_PROCESSED_MONTHLY",
    description: "Bytes that data federation processes in a month.",
  },
  "atlas.project.deployment.privateServiceConnectionsPerRegionGroup": {
    constant: "NUM_PRIVATE_SERVICE_CONNECTIONS_PER_REGION_GROUP",
    description: "Private service connections of a group of regions at Google Cloud.",
    usual: 50,
    most: 100,
  },
  "atlas.project.deployment.privateServiceConnectionsSubnetMask": {
    constant: "GCP_PSC_NAT_SUBNET_MASK",
    description: "Bits of the subnet mask of private service connections at Google Cloud.",
    least: 20,
    usual: 27,
    most: 27,
  },
} as const satisfies Record<string, LimitRange>;

export type GroupLimitName = keyof typeof groupLimits;
export const groupLimitNames = Object.keys(groupLimits) as GroupLimitName[];

export interface GroupLimit {
  readonly name: GroupLimitName;
  readonly value: number;
  readonly currentUsage: number;
  readonly defaultLimit: number | undefined;
  readonly maximumLimit: number | undefined;
}

export interface GroupLimitDefault {
  readonly name: GroupLimitName;
  readonly constant: string;
  readonly description: string;
  /** The default and the maximum; null if there is none. */
  readonly defaultLimit: number | null;
  readonly maximumLimit: number | null;
}

/** The limits as projects have them until they are set. */
export const groupLimitDefaults: readonly GroupLimitDefault[] = groupLimitNames.map((name) => {
  const { constant, description, usual, most }: LimitRange = groupLimits[name];
  return { constant, defaultLimit: usual ?? null, description, maximumLimit: most ?? null, name };
});

const rangeOf = (name: GroupLimitName): LimitRange => groupLimits[name];

/** Returns the limit with the value that was set, or its default; undefined if it has neither. */
export function limitOf(name: GroupLimitName, set: number | undefined): GroupLimit | undefined {
  const { usual, most } = rangeOf(name);
  const value = set ?? usual;
  if (value === undefined) return undefined;
  // The usage is not counted here, so it is always 0.
  return { name, value, currentUsage: 0, defaultLimit: usual, maximumLimit: most };
}

export function checkLimit(name: GroupLimitName, value: number, fault: FaultMaker<"BAD_REQUEST">): void {
  const { least = 1, most = Number.MAX_SAFE_INTEGER } = rangeOf(name);
  if (value >= least && value <= most) return;
  const description = `Limit ${name} can be set to ${least} to ${most}, not to ${value}.`;
  throw fault("BAD_REQUEST", {}, wrongField("value", description));
}

const ofFederation = (name: GroupLimitName): boolean => name.startsWith("dataFederation.");

export const eventOfSetting = (name: GroupLimitName): EventType =>
  ofFederation(name) ? "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED" : "PROJECT_LIMIT_UPDATED";

export const eventOfClearing = (name: GroupLimitName): EventType =>
  ofFederation(name) ? "DATA_FEDERATION_QUERY_LIMIT_DELETED" : "PROJECT_LIMIT_UPDATED";
