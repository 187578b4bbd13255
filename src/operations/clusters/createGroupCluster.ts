import { makeCluster, makeClusterErrors } from "../../changes/clusters.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { atlas } from "../atlas.ts";
import { leavesSizes, placedInChange } from "./common.ts";

export const createGroupCluster = atlas("createGroupCluster", {
  holds: "group",
  errors: [...makeClusterErrors],
}).handle(
  async (context) => ({
    ...placedInChange(context, await makeCluster(context, context.group, context.body), leavesSizes(context)),
    isMadeUntagged: context.body.tags === undefined,
  }),
  {
    "2023-01-01": showLegacyCluster,
    "2023-02-01": showEarlierCluster,
    "2024-08-05": showCluster,
    "2024-10-23": showCluster,
  },
);
