// The limits of a project: their names, defaults, and bounds.
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import type { EventType } from "./event.ts";

interface LimitRange {
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
  "atlas.project.security.databaseAccess.users": { usual: 100, most: 100 },
  "atlas.project.deployment.clusters": { usual: 25, most: 100 },
  "atlas.project.deployment.serverlessMTMs": { usual: 100, most: 100 },
  "atlas.project.security.databaseAccess.customRoles": { usual: 100, most: 1400 },
  "atlas.project.security.networkAccess.entries": { usual: 200, most: 200 },
  "atlas.project.security.networkAccess.crossRegionEntries": { usual: 40, most: 220 },
  "atlas.project.deployment.nodesPerPrivateLinkRegion": { usual: 50, most: 90 },
  "dataFederation.bytesProcessed.query": {},
  "dataFederation.bytesProcessed.daily": {},
  "dataFederation.bytesProcessed.weekly": {},
  "dataFederation.bytesProcessed.monthly": {},
  "atlas.project.deployment.privateServiceConnectionsPerRegionGroup": { usual: 50, most: 100 },
  "atlas.project.deployment.privateServiceConnectionsSubnetMask": { least: 20, usual: 27, most: 27 },
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
