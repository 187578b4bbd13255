// Private endpoints from a project's network at Atlas to a service of the cloud provider: to the keys of encryption at rest, or
// to the storage of backups.
import type { ProviderName } from "../../../core/contract/cluster-hardware.ts";
import { type FaultMaker, missing } from "../../../core/contract/errors.ts";
import { type Course, stateAt, type Walking } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import { checkRegion } from "../../clusters/rules/region.ts";

type OutboundState = "INITIATING" | "PENDING_ACCEPTANCE" | "ACTIVE" | "DELETING";
export type OutboundCourse = Course<OutboundState>;

/** The course of endpoints that somebody accepts at the provider; the others are active by themselves. */
export const accepted: OutboundCourse = {
  states: ["INITIATING", "PENDING_ACCEPTANCE", "ACTIVE"],
  ending: "DELETING",
};
const unasked: OutboundCourse = { states: ["INITIATING", "ACTIVE"], ending: "DELETING" };

/** Returns the course of an endpoint to keys: at Azure somebody accepts it. */
export const courseOfKeys = ({ cloudProvider }: OutboundEndpoint): OutboundCourse =>
  cloudProvider === "AZURE" ? accepted : unasked;

export interface OutboundEndpoint {
  readonly cloudProvider: ProviderName;
  readonly regionName: string;
  /** The region of the network, if it is another one. */
  readonly vpcRegionName?: string;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

/** Returns the state at an instant of one that is there. */
export const stateOfOutbound = (
  course: OutboundCourse,
  { document: { step }, ...endpoint }: { readonly document: OutboundEndpoint } & Omit<Walking, "step">,
  now: Instant,
): OutboundState => stateAt(course, { ...endpoint, step }, now);

export const outboundErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

export interface SentOutbound {
  readonly regionName?: string;
  readonly vpcRegionName?: string;
}

/** Returns the provider and the regions of an endpoint that is asked for. */
export function chooseOutbound(
  cloudProvider: ProviderName,
  { regionName, vpcRegionName }: SentOutbound,
  fault: FaultMaker<(typeof outboundErrors)[number]>,
): Omit<OutboundEndpoint, "step"> {
  if (regionName === undefined) throw missing("regionName", fault);
  checkRegion(cloudProvider, regionName, "regionName", fault);
  if (vpcRegionName !== undefined) checkRegion(cloudProvider, vpcRegionName, "vpcRegionName", fault);
  return { cloudProvider, regionName, ...(vpcRegionName !== undefined && { vpcRegionName }) };
}
