// Simulated outages of regions, and simulated overloads: their states by the clock.

import { day, type Instant, minute, second } from "../../../core/domain/instant.ts";

/** The time that a state of a simulation lasts at Atlas. */
export const stepInAtlas = minute;

export interface OutageFilter {
  readonly cloudProvider: "AWS" | "AZURE" | "GCP";
  readonly regionName: string;
  readonly type: "REGION";
}

export interface Outage {
  readonly outageFilters: readonly OutageFilter[];
  /** The time that each state before and after the outage itself lasts, in milliseconds. */
  readonly step: number;
  /** The time at which the recovery begins, which is a day after the start unless it is asked for. */
  readonly recoversAt: Instant;
}

/** The time after which a cluster recovers by itself. */
export const longestOutage = day;

const starting = ["START_REQUESTED", "STARTING"] as const;
const recovering = ["RECOVERY_REQUESTED", "RECOVERING", "COMPLETE"] as const;
export type OutageState = (typeof starting)[number] | (typeof recovering)[number] | "SIMULATING";

/** Returns the number of the step of an instant, from 0. */
const stepAt = (from: Instant, step: number, now: Instant): number =>
  step === 0 ? Number.POSITIVE_INFINITY : Math.floor((now - from) / step);

/** Returns the state at an instant of a simulation that is there. */
export function outageStateOf(
  { document, createdAt }: { readonly document: Outage; readonly createdAt: Instant },
  now: Instant,
): OutageState {
  const { step, recoversAt } = document;
  if (now < recoversAt) return starting[stepAt(createdAt, step, now)] ?? "SIMULATING";
  return recovering[stepAt(recoversAt, step, now)] ?? "COMPLETE";
}

/** Returns when a simulation is gone: once its recovery has had its states. */
export const outageEndOf = ({ recoversAt, step }: Outage): Instant => recoversAt + recovering.length * step;

export interface Overload {
  readonly clusterId: string;
  readonly clusterName: string;
  readonly durationSeconds: number;
  readonly step: number;
  readonly cancelledAt?: Instant;
}

/** Returns when an overload has lasted as long as it was asked to. */
export const overloadEndOf = ({
  document,
  createdAt,
}: {
  readonly document: Overload;
  readonly createdAt: Instant;
}) => createdAt + document.step + document.durationSeconds * second;

/** Returns the state at an instant; one whose cluster has been deleted is CANCELLED. */
export function overloadStateOf(
  overload: { readonly document: Overload; readonly createdAt: Instant },
  clusterId: string,
  now: Instant,
): "REQUESTED" | "RUNNING" | "COMPLETED" | "CANCEL_REQUESTED" | "CANCELLED" {
  const { document, createdAt } = overload;
  const { cancelledAt, step } = document;
  if (document.clusterId !== clusterId) return "CANCELLED";
  if (cancelledAt !== undefined) return now < cancelledAt + step ? "CANCEL_REQUESTED" : "CANCELLED";
  if (now < createdAt + step) return "REQUESTED";
  return now < overloadEndOf(overload) ? "RUNNING" : "COMPLETED";
}
