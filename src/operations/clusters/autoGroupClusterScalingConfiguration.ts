import { door, operation, schemas } from "../declare.ts";
import { clusterName, findCluster, findErrors, pathOfOne, shared } from "./common.ts";

export const autoGroupClusterScalingConfiguration = operation(`GET ${pathOfOne}/autoScalingConfiguration`, {
  ...shared,
  summary: "Get how the shards of a cluster would scale",
  description:
    "Together, or each for itself where several were sent as specs of their own; nothing scales here. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: {
    "2024-08-05": {
      deprecated: "2024-10-23",
      reply: schemas.ClusterDescriptionAutoScalingModeConfiguration,
    },
  },
  errors: [...findErrors],
}).handle(
  async (context) => (await findCluster(context)).document.isSharded,
  (isSharded) => ({ autoScalingMode: isSharded ? "INDEPENDENT_SHARD_SCALING" : "CLUSTER_WIDE_SCALING" }),
);
