import { endDeployment } from "../../changes/search-deployments.ts";
import { atlas } from "../atlas.ts";
import { findErrors, findSearched } from "./common.ts";

export const deleteGroupClusterSearchDeployment = atlas("deleteGroupClusterSearchDeployment", {
  holds: "group",
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
}).handle(async (context) => endDeployment(context, await findSearched(context)));
