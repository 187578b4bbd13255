import { door, operation, Page, paging, schemas, showPageOf } from "../declare.ts";
import { countedPage, manyGroups, showGroupInList } from "./common.ts";

export const listGroups = operation("GET /api/atlas/v2/groups", {
  ...manyGroups,
  summary: "List the projects the caller may see",
  description:
    "Every project of an organization for its owners and readers; for others those they hold a role in.",
  door: door.signedIn,
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(schemas.Group, "PaginatedAtlasGroupView") } },
}).handle(
  async ({ tx, now, caller, query }) =>
    countedPage({ tx, now }, await tx.groups.visible({ principalId: caller.id }, query)),
  showPageOf(showGroupInList),
);
