import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { atlas } from "../atlas.ts";
import { findCluster, findErrors } from "./common.ts";

export const unpinGroupClusterFeatureCompatibilityVersion = atlas(
  "unpinGroupClusterFeatureCompatibilityVersion",
  {
    holds: "group",
    errors: [...findErrors, ...changeErrors],
  },
).handle(async (context) => {
  const before = await findCluster(context);
  const { pin: _, ...document } = before.document;
  await changeTo(context, before, document, "CLUSTER_FCV_UNFIXED");
});
