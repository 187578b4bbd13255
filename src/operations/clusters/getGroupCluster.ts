import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { atlas } from "../atlas.ts";
import { findCluster, findErrors, leavesSizes, placed } from "./common.ts";

export const getGroupCluster = atlas("getGroupCluster", {
  errors: [...findErrors],
}).handle(async (context) => placed(context, await findCluster(context), leavesSizes(context)), {
  "2023-01-01": showLegacyCluster,
  "2023-02-01": showEarlierCluster,
  "2024-08-05": showCluster,
});
