// Operations on search nodes.

import { atlas } from "../../core/operations/atlas.ts";
import { findErrors, findSearched, seen, showDeployment } from "./common.ts";
import { changeDeployment, deploymentOf, endDeployment, makeDeployment } from "./search-deployments.ts";

export const getGroupClusterSearchDeployment = atlas("getGroupClusterSearchDeployment", {
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
}).handle(
  async (context) => {
    const cluster = await findSearched(context);
    const shown = await seen(context, cluster);
    if (deploymentOf(cluster, context.now) !== undefined) return { ...shown, absence: undefined };
    return {
      ...shown,
      absence: context.fault("ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST", { name: cluster.name }),
    };
  },
  {
    "2023-01-01": showUnlessAbsent,
    "2024-05-30": showUnlessAbsent,
    "2025-03-12": showDeployment,
  },
);

/** Shows the search nodes as older versions do, which refuse if there are none. */
function showUnlessAbsent({
  absence,
  ...shown
}: Parameters<typeof showDeployment>[0] & { readonly absence: Error | undefined }) {
  if (absence !== undefined) throw absence;
  return showDeployment(shown);
}

export const createGroupClusterSearchDeployment = atlas("createGroupClusterSearchDeployment", {
  locks: "group",
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS"],
  needs: ["clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const cluster = await makeDeployment(context, await findSearched(context), context.body);
  return { ...(await seen(context, cluster)), isChanged: true };
}, showDeployment);

export const updateGroupClusterSearchDeployment = atlas("updateGroupClusterSearchDeployment", {
  locks: "group",
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
  needs: ["clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const cluster = await changeDeployment(context, await findSearched(context), context.body);
  return { ...(await seen(context, cluster)), isChanged: true };
}, showDeployment);

export const deleteGroupClusterSearchDeployment = atlas("deleteGroupClusterSearchDeployment", {
  locks: "group",
  errors: [...findErrors, "ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST"],
  needs: ["clusterSpeed", "forbidding"],
}).handle(async (context) => endDeployment(context, await findSearched(context)));
