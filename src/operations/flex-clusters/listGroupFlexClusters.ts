import { clusters } from "../../changes/resources.ts";
import { placed } from "../clusters/common.ts";
import { door, operation, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { isFlexCluster, path, shared, showFlexCluster } from "./common.ts";

export const listGroupFlexClusters = operation(`GET ${path}`, {
  ...shared,
  summary: "List the flex clusters of a project",
  description: "Answers them a page at a time. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2024-11-13": { reply: schemas.PaginatedFlexClusters20241113 } },
}).handle(async (context) => {
  const all = (await clusters.all(context, context.group)).filter(isFlexCluster);
  return pageOf(
    all.map((each) => placed(context, each)),
    context.query,
  );
}, showPageOf(showFlexCluster));
