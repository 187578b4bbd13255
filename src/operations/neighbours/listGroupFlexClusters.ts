import { door, operation, pageOf, paging, showPageOf } from "../declare.ts";
import { flexClusters, NoPage } from "./common.ts";

export const listGroupFlexClusters = operation("GET /api/atlas/v2/groups/{groupId}/flexClusters", {
  ...flexClusters,
  summary: "List the flex clusters of a project",
  description: "Answers an empty page: projects have no clusters here. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: {
    "2024-11-13": { reply: NoPage("FlexClusterDescription20241113", "PaginatedFlexClusters20241113") },
  },
}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf((cluster) => cluster),
);
