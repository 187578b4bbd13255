import { door, operation, Page, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { countedPage, showGroupInList } from "../groups/common.ts";
import { oneOrg } from "./common.ts";

/** More than an organization may have, whatever its seed. */
const everyGroup = { includeCount: false, itemsPerPage: 10_000, pageNum: 1 };

export const getOrgGroups = operation("GET /api/atlas/v2/orgs/{orgId}/groups", {
  ...oneOrg,
  summary: "List the projects of an organization",
  description:
    "Every project for owners and readers of the organization; for its other members those they hold a role in. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: {
    ...paging,
    name: Type.String({ description: "Only projects whose name starts with this, in whatever case." }),
  },
  versions: { "2023-01-01": { reply: Page(schemas.Group, "PaginatedAtlasGroupView") } },
}).handle(async ({ tx, now, org, caller, query }) => {
  const viewer = { principalId: caller.id, orgId: org.id };
  const start = (query.name ?? "").toLowerCase();
  if (start === "") return countedPage({ tx, now }, await tx.groups.visible(viewer, query));

  // Engines disagree about the case of letters beyond ASCII, so the names are compared here.
  const { results } = await tx.groups.visible(viewer, everyGroup);
  const named = results.filter(({ name }) => name.toLowerCase().startsWith(start));
  return countedPage({ tx, now }, pageOf(named, query));
}, showPageOf(showGroupInList));
