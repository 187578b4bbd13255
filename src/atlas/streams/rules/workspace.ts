// Stream workspaces: their sizes, and the regions in which streams are processed.

import type { StreamsDataProcessRegion } from "../../../client/api.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import type { Sent } from "../../../core/domain/sent.ts";

/** The sizes, the smallest first. */
const tiers = ["SP2", "SP5", "SP10", "SP30", "SP50"] as const;
export type Tier = (typeof tiers)[number];
const usualTier: Tier = "SP30";
export const largest: Tier = "SP50";

type Place = Sent<StreamsDataProcessRegion>;

interface Config {
  readonly tier?: Tier;
  readonly maxTierSize?: Tier;
}

export interface Workspace {
  readonly dataProcessRegion: Place;
  readonly failoverRegions: readonly Place[];
  readonly streamConfig: Config & { readonly tier: Tier };
}

export interface SentWorkspace {
  readonly dataProcessRegion: Place;
  readonly failoverRegions?: readonly Place[];
  readonly streamConfig?: Config | null;
}

type WorkspaceFault = FaultMaker<"INVALID_ATTRIBUTE">;

/** Returns the refusal of a member, which may be within another one. */
export const refuseMember = (fault: WorkspaceFault, attribute: string, description: string) =>
  fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));

/** The form of the names that a provider's regions have. */
const regionNames: Readonly<Record<string, RegExp>> = {
  AWS: /^[A-Z]+_[A-Z]{3}$/,
  AZURE: /^[a-z]+\d?$/,
  GCP: /^[A-Z]+_[A-Z]+\d$/,
};

function checkPlace({ cloudProvider, region }: Place, field: string, fault: WorkspaceFault): void {
  if (regionNames[cloudProvider]?.test(region)) return;
  throw refuseMember(fault, `${field}region`, `'${region}' is no region of ${cloudProvider}.`);
}

const isSame = (one: Place, other: Place): boolean =>
  one.cloudProvider === other.cloudProvider && one.region === other.region;

const isSameList = (all: readonly Place[], others: readonly Place[]): boolean =>
  all.length === others.length && all.every((place, index) => isSame(place, others[index] as Place));

export const isMoved = (before: Workspace, after: Workspace): boolean =>
  !isSame(before.dataProcessRegion, after.dataProcessRegion);

/** Checks the regions in which streams are processed when the first one is away. */
function checkFailover(first: Place, others: readonly Place[], fault: WorkspaceFault): void {
  others.forEach((place, index) => {
    checkPlace(place, `failoverRegions.${index}.`, fault);
    if (isSame(place, first)) {
      throw refuseMember(fault, "failoverRegions", "The region of the workspace cannot be one of them.");
    }
  });
}

/** Checks that streams may be processed in a region when that of the workspace is away. */
export function checkFailoverRegion(
  { failoverRegions }: Workspace,
  region: string | null | undefined,
  field: string,
  fault: WorkspaceFault,
): void {
  if (failoverRegions.some((place) => place.region === region)) return;
  throw refuseMember(fault, field, "It is no region for failures of the workspace.");
}

export const isAbove = (tier: Tier, most: Tier | undefined): boolean =>
  most !== undefined && tiers.indexOf(tier) > tiers.indexOf(most);

/** Adds the settings that are sent to those that the workspace has. */
function configOf(
  before: Config,
  sent: Config | null | undefined,
  fault: WorkspaceFault,
): Workspace["streamConfig"] {
  const config = { tier: usualTier, ...before, ...sent };
  if (isAbove(config.tier, config.maxTierSize)) {
    throw refuseMember(fault, "streamConfig.tier", `It is larger than ${config.maxTierSize}.`);
  }
  return config;
}

/** Returns a workspace as it is kept. */
export function chooseWorkspace(
  { dataProcessRegion, failoverRegions = [], streamConfig }: SentWorkspace,
  fault: WorkspaceFault,
): Workspace {
  checkPlace(dataProcessRegion, "dataProcessRegion.", fault);
  checkFailover(dataProcessRegion, failoverRegions, fault);
  return { dataProcessRegion, failoverRegions, streamConfig: configOf({}, streamConfig, fault) };
}

export interface SentChange extends Partial<Place> {
  readonly failoverRegions?: readonly Place[];
  readonly streamConfig?: Config | null;
}

/** Returns a workspace with a change. The regions for failures are set once, and not together with the region. */
export function changeWorkspace(before: Workspace, sent: SentChange, fault: WorkspaceFault): Workspace {
  const { failoverRegions } = sent;
  const dataProcessRegion = {
    cloudProvider: sent.cloudProvider ?? before.dataProcessRegion.cloudProvider,
    region: sent.region ?? before.dataProcessRegion.region,
  };
  if (sent.region !== undefined || sent.cloudProvider !== undefined) checkPlace(dataProcessRegion, "", fault);
  if (failoverRegions !== undefined) {
    if (!isSame(dataProcessRegion, before.dataProcessRegion)) {
      throw refuseMember(fault, "failoverRegions", "They cannot be changed together with the region.");
    }
    const isSet = before.failoverRegions.length > 0;
    if (isSet && !isSameList(before.failoverRegions, failoverRegions)) {
      throw refuseMember(fault, "failoverRegions", "They are set already.");
    }
    checkFailover(dataProcessRegion, failoverRegions, fault);
  }
  return {
    dataProcessRegion,
    failoverRegions: failoverRegions ?? before.failoverRegions,
    streamConfig: configOf(before.streamConfig, sent.streamConfig, fault),
  };
}
