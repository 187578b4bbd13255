// Lists the organizations a caller belongs to: a credential belongs to exactly one, a person to any number.
import * as Type from "typebox";
import { paging } from "../../contract/schemas/common.ts";
import { AtlasOrganization } from "../../contract/schemas/orgs.ts";
import { Page } from "../../contract/schemas/page.ts";
import { door } from "../../domain/access.ts";
import { pageOf, showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { manyOrgs } from "./common.ts";
import { showOrgInList } from "./views.ts";

export const listOrgs = operation({
  id: "listOrgs",
  method: "GET",
  path: "/api/atlas/v2/orgs",
  ...manyOrgs,
  summary: "List the caller's organizations",
  description:
    "The one organization an API key or a service account belongs to; for a person, every organization in which that person holds a role.",
  door: door.signedIn,
  query: {
    ...paging,
    name: Type.String({ description: "Only organizations whose name starts with this, in whatever case." }),
  },
  versions: { "2023-01-01": { reply: Page(AtlasOrganization, "PaginatedOrganizationView") } },
}).handle(
  async ({ tx, caller, query }) => {
    const start = (query.name ?? "").toLowerCase();
    const orgs = await tx.orgs.around(caller);
    return pageOf(
      orgs.filter(({ name }) => name.toLowerCase().startsWith(start)),
      query,
    );
  },
  { "2023-01-01": (page, showing) => showPage(page, showing, (org) => showOrgInList(org, showing)) },
);
