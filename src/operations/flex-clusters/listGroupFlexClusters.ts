import { clusters } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { placed } from "../clusters/common.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { isFlexCluster, showFlexCluster } from "./common.ts";

export const listGroupFlexClusters = atlas("listGroupFlexClusters", {}).handle(async (context) => {
  const all = (await clusters.all(context, context.group)).filter(isFlexCluster);
  return pageOf(
    all.map((each) => placed(context, each)),
    context.query,
  );
}, showPageOf(showFlexCluster));
