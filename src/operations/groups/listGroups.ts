// Lists the projects a caller may see.
import { limitSets } from "../../contract/limits.ts";
import { envelope, paging, pretty } from "../../contract/schemas/common.ts";
import { Group } from "../../contract/schemas/groups.ts";
import { Page } from "../../contract/schemas/page.ts";
import { signedIn } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { showGroupInList } from "./views.ts";

export const listGroups = operation({
  id: "listGroups",
  method: "GET",
  path: "/api/atlas/v2/groups",
  tag: "Projects",
  summary: "List the projects the caller may see",
  description:
    "Every project of an organization for its owners and readers; for others those they hold a role in.",
  door: signedIn(),
  limit: limitSets.groups,
  status: 200,
  params: {},
  query: { envelope, pretty, ...paging },
  versions: { "2023-01-01": { reply: Page(Group, "PaginatedAtlasGroupView") } },
  errors: [],
}).handle(async ({ tx, caller, query }) => tx.groups.visible({ principalId: caller.id }, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (group) => showGroupInList(group, showing)),
});
