import { door, neighbourSets, operation, pageOf, paging, showPageOf } from "../declare.ts";
import { clusters, NoPage } from "./common.ts";

export const listClusterDetails = operation("GET /api/atlas/v2/clusters", {
  ...clusters,
  limit: neighbourSets.clusters,
  summary: "List the clusters of all projects",
  description: "Answers an empty page: there are no clusters here.",
  door: door.signedIn,
  query: { ...paging },
  versions: { "2023-01-01": { reply: NoPage("OrgGroup", "PaginatedOrgGroupView") } },
}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf((group) => group),
);
