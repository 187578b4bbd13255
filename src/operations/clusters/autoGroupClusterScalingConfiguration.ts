import { atlas } from "../atlas.ts";
import { findCluster, findErrors } from "./common.ts";

export const autoGroupClusterScalingConfiguration = atlas("autoGroupClusterScalingConfiguration", {
  errors: [...findErrors],
}).handle(
  async (context) => (await findCluster(context)).document.isSharded,
  (isSharded) => ({ autoScalingMode: isSharded ? "INDEPENDENT_SHARD_SCALING" : "CLUSTER_WIDE_SCALING" }),
);
