import { changeDeployment } from "../../changes/search-deployments.ts";
import { atlas } from "../atlas.ts";
import { findErrors, findSearched, seen, showDeployment } from "./common.ts";

export const updateGroupClusterSearchDeployment = atlas("updateGroupClusterSearchDeployment", {
  holds: "group",
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
}).handle(async (context) => {
  const cluster = await changeDeployment(context, await findSearched(context), context.body);
  return { ...(await seen(context, cluster)), isChanged: true };
}, showDeployment);
