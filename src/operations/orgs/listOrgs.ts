import { door, operation, Page, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { manyOrgs, showOrgInList } from "./common.ts";

export const listOrgs = operation("GET /api/atlas/v2/orgs", {
  ...manyOrgs,
  summary: "List the caller's organizations",
  description:
    "The one organization an API key or a service account belongs to; for a person, every organization in which that person holds a role.",
  door: door.signedIn,
  query: {
    ...paging,
    name: Type.String({ description: "Only organizations whose name starts with this, in whatever case." }),
  },
  versions: { "2023-01-01": { reply: Page(schemas.AtlasOrganization, "PaginatedOrganizationView") } },
}).handle(async ({ tx, caller, query }) => {
  const start = (query.name ?? "").toLowerCase();
  const orgs = await tx.orgs.around(caller);
  return pageOf(
    orgs.filter(({ name }) => name.toLowerCase().startsWith(start)),
    query,
  );
}, showPageOf(showOrgInList));
