// A cluster: what a project asked for, and which state it is in at an instant. It stands for a cluster of Atlas and has no machines.
import type { Instant } from "./instant.ts";

export type ClusterState = "CREATING" | "IDLE" | "UPDATING" | "DELETING";

interface Life {
  /** What is under way, and until when; null once it has settled. */
  readonly change: { readonly state: "CREATING" | "UPDATING"; readonly until: Instant } | null;
}

export interface AtlasCluster extends Life {
  readonly kind: "CLUSTER";
}

export interface FlexCluster extends Life {
  readonly kind: "FLEX";
}

export type Cluster = AtlasCluster | FlexCluster;

/** The state at an instant of one that is there: what ends is DELETING until it is gone. */
export function stateOf(
  { document, endsAt }: { readonly document: Life; readonly endsAt: Instant | null },
  now: Instant,
): ClusterState {
  if (endsAt !== null) return "DELETING";
  const { change } = document;
  return change !== null && change.until > now ? change.state : "IDLE";
}
