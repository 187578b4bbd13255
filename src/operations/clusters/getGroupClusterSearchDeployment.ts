import { door, neighbourSets, operation, schemas } from "../declare.ts";
import { clusterName, findCluster, findErrors, pathOfOne, shared } from "./common.ts";

export const getGroupClusterSearchDeployment = operation(`GET ${pathOfOne}/search/deployment`, {
  ...shared,
  tag: "Atlas Search",
  limit: neighbourSets.searchDeployments,
  summary: "Get the search nodes of a cluster",
  description: "Answers an empty object: there are none. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: { "2025-03-12": { reply: schemas.ApiSearchDeploymentResponse } },
  errors: [...findErrors],
}).handle(findCluster, () => ({}));
