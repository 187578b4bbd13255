// Lists the organizations a caller belongs to: a credential belongs to exactly one.
import Type from "typebox";
import { limitSets } from "../../contract/limits.ts";
import { envelope, paging, pretty } from "../../contract/schemas/common.ts";
import { AtlasOrganization } from "../../contract/schemas/orgs.ts";
import { Page } from "../../contract/schemas/page.ts";
import { signedIn } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { showOrgInList } from "./views.ts";

export const listOrgs = operation({
  id: "listOrgs",
  method: "GET",
  path: "/api/atlas/v2/orgs",
  tag: "Organizations",
  summary: "List the caller's organizations",
  description: "An API key or a service account belongs to one organization, so there is at most one result.",
  door: signedIn(),
  limit: limitSets.orgs,
  status: 200,
  params: {},
  query: {
    envelope,
    pretty,
    ...paging,
    name: Type.String({ description: "Only organizations whose name starts with this, in whatever case." }),
  },
  versions: { "2023-01-01": { reply: Page(AtlasOrganization, "PaginatedOrganizationView") } },
  errors: [],
}).handle(
  async ({ tx, caller, query }) => {
    const org = await tx.orgs.find(caller.orgId);
    const start = (query.name ?? "").toLowerCase();
    const found = org?.name.toLowerCase().startsWith(start) ? [org] : [];
    return { ...query, results: query.pageNum === 1 ? found : [], total: found.length };
  },
  { "2023-01-01": (page, showing) => showPage(page, showing, (org) => showOrgInList(org, showing)) },
);
