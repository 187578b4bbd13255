import { endDeployment } from "../../changes/search-deployments.ts";
import { clusterName } from "../clusters/common.ts";
import { door, operation } from "../declare.ts";
import { findErrors, findSearched, path, shared } from "./common.ts";

export const deleteGroupClusterSearchDeployment = operation(`DELETE ${path}`, {
  ...shared,
  summary: "Delete the search nodes of a cluster",
  description: "They are UPDATING for a while, and then gone. Needs Project Cluster Manager.",
  successor: "deleteGroupClusterSearchDeployment in version 2024-05-30",
  door: door.group("GROUP_CLUSTER_MANAGER"),
  holds: "group",
  params: { clusterName },
  versions: { "2023-01-01": { deprecated: "2024-05-30", sunset: "2027-07-01" }, "2024-05-30": {} },
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
}).handle(async (context) => endDeployment(context, await findSearched(context)));
