import { door, operation } from "../declare.ts";
import { clusterName, flexClusters, Nothing, noCluster } from "./common.ts";

export const getGroupFlexCluster = operation("GET /api/atlas/v2/groups/{groupId}/flexClusters/{name}", {
  ...flexClusters,
  summary: "Get a flex cluster of a project",
  description: "Answers that it does not exist: projects have no clusters here. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { name: clusterName },
  versions: { "2024-11-13": { reply: Nothing("FlexClusterDescription20241113") } },
  errors: ["CLUSTER_NOT_FOUND"],
}).handle(
  async ({ params: { name }, ...context }) => noCluster({ ...context, params: { clusterName: name } }),
  (none) => none,
);
