import { deploymentOf } from "../../changes/search-deployments.ts";
import { clusterName } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { changeVersions, findErrors, findSearched, path, seen, shared, showDeployment } from "./common.ts";

export const getGroupClusterSearchDeployment = operation(`GET ${path}`, {
  ...shared,
  summary: "Get the search nodes of a cluster",
  description:
    "Answers their state, which follows from the clock; where there are none, an empty object, and 404 in older versions. Needs Project Read Only.",
  successor: "getGroupClusterSearchDeployment in version 2025-03-12",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: {
    ...changeVersions,
    "2024-05-30": { ...changeVersions["2024-05-30"], deprecated: "2025-03-12", sunset: "2027-07-01" },
    "2025-03-12": { reply: schemas.ApiSearchDeploymentResponseView },
  },
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

/** Shows the nodes as older versions do, which refuse where there are none. */
function showUnlessAbsent({
  absence,
  ...shown
}: Parameters<typeof showDeployment>[0] & { readonly absence: Error | undefined }) {
  if (absence !== undefined) throw absence;
  return showDeployment(shown);
}
