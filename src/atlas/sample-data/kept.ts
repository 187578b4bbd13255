// The loads of sample data that projects have asked for.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { Instant } from "../../core/domain/instant.ts";

export interface SampleLoad {
  readonly clusterName: string;
  /** The time at which it is complete. */
  readonly completeAt: Instant;
}

/** The loads by id. One is known for thirty days. */
export const sampleLoads = resourcesOf<SampleLoad>({
  kind: "sampleDatasetLoad",
  events: { added: "SAMPLE_DATASET_LOAD_REQUESTED" },
  details: (_, load) => ({ ...(load && { clusterName: load.clusterName }) }),
});
