// A link between an active cluster and its standby, and the failovers that make them change places.

import { stateAt, walkedTo } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";

export interface StandbyLink {
  readonly activeClusterId: string;
  readonly standbyClusterId: string;
  /** The time at which a failover that is under way is done; null if there is none. */
  readonly swapsAt: Instant | null;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

export interface StandbyFailover {
  readonly standbyLinkId: string;
  readonly type: "UNPLANNED" | "PLANNED_REVERSE" | "PLANNED";
  readonly step: number;
}

/** Returns a link at an instant: after a failover its clusters have changed places. */
export function linkAt(link: StandbyLink, now: Instant): StandbyLink {
  if (link.swapsAt === null || now < link.swapsAt) return link;
  const { activeClusterId, standbyClusterId } = link;
  return { ...link, activeClusterId: standbyClusterId, standbyClusterId: activeClusterId, swapsAt: null };
}

interface Kept<Document> {
  readonly document: Document;
  readonly createdAt: Instant;
}

const course = { states: ["CREATING", "ACTIVE"], ending: "DELETING" } as const;

export const linkStatusOf = (
  { document: { step }, createdAt, endsAt }: Kept<StandbyLink> & { readonly endsAt: Instant | null },
  now: Instant,
) => stateAt(course, { createdAt, endsAt, step }, now);

const stages = [
  "PREPARING_TO_STOP_REPLICATION",
  "STOPPING_REPLICATION",
  "PREPARING_CLUSTER_FOR_SERVING",
  "DONE",
] as const;

/** Returns the milliseconds from the start of a failover to its end. */
export const durationOf = (step: number): number => (stages.length - 1) * step;

export const stageOf = ({ document: { step }, createdAt }: Kept<StandbyFailover>, now: Instant) =>
  walkedTo(stages, { createdAt, step }, now);

/** Returns the status of a failover that has come to a stage. */
export function failoverStatusOf(
  stage: (typeof stages)[number],
): "COMPLETE" | "INITIALIZING" | "IN_PROGRESS" {
  if (stage === "DONE") return "COMPLETE";
  return stage === stages[0] ? "INITIALIZING" : "IN_PROGRESS";
}
