import { makeDeployment } from "../../changes/search-deployments.ts";
import { atlas } from "../atlas.ts";
import { findErrors, findSearched, seen, showDeployment } from "./common.ts";

export const createGroupClusterSearchDeployment = atlas("createGroupClusterSearchDeployment", {
  holds: "group",
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS"],
}).handle(async (context) => {
  const cluster = await makeDeployment(context, await findSearched(context), context.body);
  return { ...(await seen(context, cluster)), isChanged: true };
}, showDeployment);
