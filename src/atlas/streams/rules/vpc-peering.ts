// VPC peerings that accounts at AWS have requested with the stream processing of a project, and their states.

import { walkedTo } from "../../../core/domain/course.ts";
import { day, type Instant } from "../../../core/domain/instant.ts";

/** The answers to a request, each with the states that a peering walks through after it. */
const states = {
  accept: ["REQUEST_ACCEPT", "ACCEPT_REQUESTED", "ACTIVE"],
  reject: ["REQUEST_REJECT", "REJECT_REQUESTED"],
  delete: ["REQUEST_DELETE", "DELETE_REQUESTED"],
} as const;
export type PeeringAnswer = keyof typeof states;
export type PeeringState = "NONE" | (typeof states)[PeeringAnswer][number];

export interface VpcPeering {
  readonly name: string;
  readonly requesterAccountId: string;
  readonly requesterVpcId: string;
  readonly requesterCidr?: string;
  /** The last answer, its instant, and the milliseconds that each state takes; absent while the request waits. */
  readonly answered?: { readonly by: PeeringAnswer; readonly at: Instant; readonly step: number };
}

/** The time after which AWS gives a request up. */
export const waitsFor = 7 * day;

/** Returns the state at an instant. */
export function stateOfPeering({ answered }: VpcPeering, now: Instant): PeeringState {
  if (answered === undefined) return "NONE";
  const { by, at: createdAt, step } = answered;
  return walkedTo<PeeringState>(states[by], { createdAt, step }, now);
}

/** Returns when a peering is gone after an answer; null if it stays. */
export const endAfter = ({ by, at, step }: NonNullable<VpcPeering["answered"]>): Instant | null =>
  by === "accept" ? null : at + states[by].length * step;
