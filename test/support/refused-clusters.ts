// Rows of refusals that operations on one cluster share: no cluster, a flex one, and a free one.
import { flexOne, freeOne } from "./clusters.ts";
import type { Operations } from "./operations.ts";
import { ids } from "./world.ts";

export const noCluster = [
  "no cluster",
  { params: { clusterName: "gone" } },
  "CLUSTER_NOT_FOUND",
  ["gone", ids.group],
] as const;

export const flexCluster = ({ get }: Operations) =>
  [
    "a flex cluster",
    { before: () => get("createGroupFlexCluster", { body: flexOne }), params: { clusterName: "flex" } },
    "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
    ["flex"],
  ] as const;

export const freeCluster = ({ get }: Operations) =>
  [
    "a free cluster",
    { before: () => get("createGroupCluster", { body: freeOne }), params: { clusterName: "free" } },
    "TENANT_CLUSTER_UPDATE_UNSUPPORTED",
    [],
  ] as const;
