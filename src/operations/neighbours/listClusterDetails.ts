// Lists the clusters of all projects that a caller may see: none.
import { neighbourSets } from "../../contract/limits.ts";
import { paging } from "../../contract/schemas/common.ts";
import { door } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { clusters, NoPage, noPage } from "./common.ts";

export const listClusterDetails = operation({
  id: "listClusterDetails",
  method: "GET",
  path: "/api/atlas/v2/clusters",
  ...clusters,
  limit: neighbourSets.clusters,
  summary: "List the clusters of all projects",
  description: "Answers an empty page: there are no clusters here.",
  door: door.signedIn,
  query: { ...paging },
  versions: { "2023-01-01": { reply: NoPage("OrgGroup", "PaginatedOrgGroupView") } },
}).handle(async ({ query }) => noPage(query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (group) => group),
});
