import { changeDeployment } from "../../changes/search-deployments.ts";
import { clusterName } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { changeVersions, findErrors, findSearched, path, seen, shared, showDeployment } from "./common.ts";

export const updateGroupClusterSearchDeployment = operation(`PATCH ${path}`, {
  ...shared,
  summary: "Change the search nodes of a cluster",
  description: "They are UPDATING for a while and then IDLE. Needs Project Cluster Manager.",
  successor: "updateGroupClusterSearchDeployment in version 2024-05-30",
  door: door.group("GROUP_CLUSTER_MANAGER"),
  holds: "group",
  params: { clusterName },
  body: schemas.ApiSearchDeploymentRequestView,
  versions: changeVersions,
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
}).handle(async (context) => {
  const cluster = await changeDeployment(context, await findSearched(context), context.body);
  return { ...(await seen(context, cluster)), isChanged: true };
}, showDeployment);
