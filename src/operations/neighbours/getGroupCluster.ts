import { door, neighbourSets, operation } from "../declare.ts";
import { clusterName, clusters, Nothing, noCluster } from "./common.ts";

export const getGroupCluster = operation("GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}", {
  ...clusters,
  limit: neighbourSets.groupClusters,
  summary: "Get a cluster of a project",
  description: "Answers that it does not exist: projects have no clusters here. Needs a role in the project.",
  successor: "getGroupCluster in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: {
    "2023-01-01": {
      deprecated: "2023-02-01",
      sunset: "2027-07-01",
      reply: Nothing("LegacyAtlasCluster"),
    },
    "2023-02-01": {
      deprecated: "2024-08-05",
      sunset: "2027-07-01",
      reply: Nothing("AdvancedClusterDescription"),
    },
    "2024-08-05": { reply: Nothing("ClusterDescription20240805") },
  },
  errors: ["CLUSTER_NOT_FOUND"],
}).handle(noCluster, (none) => none);
