import { clusters } from "../../changes/resources.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { isAtlasCluster, leavesSizes, placed } from "./common.ts";

export const listGroupClusters = atlas("listGroupClusters", {}).handle(
  async (context) => {
    const all = (await clusters.all(context, context.group)).filter(isAtlasCluster);
    return pageOf(
      all.map((each) => placed(context, each, leavesSizes(context))),
      context.query,
    );
  },
  {
    "2023-01-01": showPageOf(showLegacyCluster),
    "2023-02-01": showPageOf(showEarlierCluster),
    "2024-08-05": showPageOf(showCluster),
  },
);
