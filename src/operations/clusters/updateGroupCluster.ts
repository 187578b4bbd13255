import { changeCluster, changeClusterErrors } from "../../changes/clusters.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { atlas } from "../atlas.ts";
import { findCluster, findErrors, leavesSizes, placedInChange } from "./common.ts";

export const updateGroupCluster = atlas("updateGroupCluster", {
  holds: "group",
  errors: [...findErrors, ...changeClusterErrors],
}).handle(
  async (context) => {
    const isLeft = leavesSizes(context);
    const changed = await changeCluster(context, await findCluster(context), context.body, isLeft);
    return placedInChange(context, changed, isLeft);
  },
  {
    "2023-01-01": showLegacyCluster,
    "2023-02-01": showEarlierCluster,
    "2024-08-05": showCluster,
    "2024-10-23": showCluster,
  },
);
