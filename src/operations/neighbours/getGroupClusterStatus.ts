import { door, neighbourSets, operation } from "../declare.ts";
import { clusterName, clusters, Nothing, noCluster } from "./common.ts";

export const getGroupClusterStatus = operation(
  "GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/status",
  {
    ...clusters,
    limit: neighbourSets.groupClusters,
    summary: "Get whether changes have reached a cluster",
    description:
      "Answers that it does not exist: projects have no clusters here. Needs a role in the project.",
    door: door.group("GROUP_READ_ONLY"),
    params: { clusterName },
    versions: { "2023-01-01": { reply: Nothing("ClusterStatus") } },
    errors: ["CLUSTER_NOT_FOUND"],
  },
).handle(noCluster, (none) => none);
