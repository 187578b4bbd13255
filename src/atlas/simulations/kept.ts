// The simulations of clusters: outages of regions, of which a cluster has one at a time, and overloads.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Outage, Overload } from "./rules/simulation.ts";

/** The outages by the name of the cluster. One ends when the cluster has recovered. */
export const outages = resourcesOf<Outage>({
  kind: "outageSimulation",
  events: {
    added: "CLUSTER_REGIONAL_OUTAGE_SIMULATION_STARTED",
    replaced: "CLUSTER_REGIONAL_OUTAGE_SIMULATION_END_REQUESTED",
    removed: "CLUSTER_REGIONAL_OUTAGE_SIMULATION_COMPLETED",
  },
  details: (clusterName) => ({ clusterName }),
});

/** The overloads by id. One is listed for thirty days. */
export const overloads = resourcesOf<Overload>({ kind: "overloadSimulation", events: {} });
