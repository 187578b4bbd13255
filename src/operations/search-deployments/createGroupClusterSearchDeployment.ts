import { makeDeployment } from "../../changes/search-deployments.ts";
import { clusterName } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { changeVersions, findErrors, findSearched, path, seen, shared, showDeployment } from "./common.ts";

export const createGroupClusterSearchDeployment = operation(`POST ${path}`, {
  ...shared,
  summary: "Give a cluster search nodes",
  description: "They are UPDATING for a while and then IDLE; no machine is started. Needs Project Owner.",
  successor: "createGroupClusterSearchDeployment in version 2024-05-30",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  status: 201,
  params: { clusterName },
  body: schemas.ApiSearchDeploymentRequestView,
  versions: changeVersions,
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS"],
}).handle(async (context) => {
  const cluster = await makeDeployment(context, await findSearched(context), context.body);
  return { ...(await seen(context, cluster)), isChanged: true };
}, showDeployment);
