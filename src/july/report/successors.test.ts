// The successor of a request that goes on in a newer version; test/july/successors.test.ts sends those of all others.
import { deepEqual, match as matches } from "node:assert/strict";
import { test } from "node:test";
import { successorOf } from "./successors.ts";

test("an older request for a cluster is repeated in the version that stays, with what differs there", () => {
  const example = { params: { groupId: "32b6e34b3d91647abb20e7b8" }, query: {}, body: { name: "…" } };
  const successor = successorOf({ operationId: "createGroupCluster", ...example });
  matches(successor?.note ?? "", /^Since version 2024-08-05 each shard has an entry of its own/);
  deepEqual(
    successor?.steps.map((step) => step.kind === "call" && step.call.operationId),
    ["createGroupCluster"],
  );
});

test("a search index of the older path is sent with its definition apart", () => {
  const params = { groupId: "32b6e34b3d91647abb20e7b8", clusterName: "data" };
  const names = { collectionName: "movies", database: "sample_mflix", name: "default" };
  const definition = { analyzer: "lucene.simple", mappings: { dynamic: true } };
  const callOf = (operationId: string, more: object = {}) => {
    const body = { ...names, ...definition };
    const [step] = successorOf({ operationId, params: { ...params, ...more }, query: {}, body })?.steps ?? [];
    return step?.kind === "call" ? step.call : undefined;
  };
  deepEqual(callOf("createGroupClusterFtsIndex"), {
    operationId: "createGroupClusterSearchIndex",
    params,
    body: { ...names, definition },
  });
  const ofOne = { ...params, indexId: "c2b6e34b3d91647abb20e7b8" };
  deepEqual(callOf("updateGroupClusterFtsIndex", ofOne), {
    operationId: "updateGroupClusterSearchIndex",
    params: ofOne,
    body: { definition },
  });
});
