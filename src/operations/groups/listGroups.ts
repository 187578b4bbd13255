// Lists the projects a caller may see.
import { paging } from "../../contract/schemas/common.ts";
import { Group } from "../../contract/schemas/groups.ts";
import { Page } from "../../contract/schemas/page.ts";
import { door } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { manyGroups } from "./common.ts";
import { showGroupInList } from "./views.ts";

export const listGroups = operation({
  id: "listGroups",
  method: "GET",
  path: "/api/atlas/v2/groups",
  ...manyGroups,
  summary: "List the projects the caller may see",
  description:
    "Every project of an organization for its owners and readers; for others those they hold a role in.",
  door: door.signedIn,
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(Group, "PaginatedAtlasGroupView") } },
}).handle(async ({ tx, caller, query }) => tx.groups.visible({ principalId: caller.id }, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (group) => showGroupInList(group, showing)),
});
