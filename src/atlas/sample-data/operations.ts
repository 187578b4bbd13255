// Operations on loads of sample data. Nothing is loaded: a load has its states by the clock.

import { stepOf } from "../../core/domain/course.ts";
import { day, second } from "../../core/domain/instant.ts";
import { toTimestamp } from "../../core/operations/declare.ts";
import { keeping } from "../../core/operations/keeping.ts";
import { findAny } from "../clusters/common.ts";
import { sampleLoads } from "./kept.ts";

const loads = keeping(sampleLoads, {
  by: "sampleDatasetId",
  absent: "SAMPLE_DATASET_LOAD_NOT_FOUND",
  show: ({ name, document, createdAt, now }) => {
    const isComplete = now >= document.completeAt;
    return {
      _id: name,
      clusterName: document.clusterName,
      completeDate: isComplete ? toTimestamp(document.completeAt) : null,
      createDate: toTimestamp(createdAt),
      errorMessage: null,
      state: isComplete ? ("COMPLETED" as const) : ("WORKING" as const),
    };
  },
});

const knownFor = 30 * day;

/** The answer shows that the load has begun, even if it takes no time. */
export const requestGroupSampleDatasetLoad = loads.create(
  "requestGroupSampleDatasetLoad",
  { errors: ["CLUSTER_NOT_FOUND"], needs: ["clusterSpeed"] },
  async (context) => {
    const { group, now, newId, clusterSpeed } = context;
    const { name: clusterName } = await findAny(context, context.params.name);
    const document = { clusterName, completeAt: now + stepOf(clusterSpeed, 47 * second, 2 * second) };
    const made = await sampleLoads.add(context, group, newId(), { document, endsAt: now + knownFor });
    return { ...made, document: { clusterName, completeAt: Number.POSITIVE_INFINITY } };
  },
);

export const getGroupSampleDatasetLoad = loads.get("getGroupSampleDatasetLoad");
