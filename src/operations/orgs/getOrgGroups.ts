import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { countedPage, showGroupInList } from "../groups/common.ts";

/** More than an organization may have, whatever its seed. */
const everyGroup = { includeCount: false, itemsPerPage: 10_000, pageNum: 1 };

export const getOrgGroups = atlas("getOrgGroups", {}).handle(async ({ tx, now, org, caller, query }) => {
  const viewer = { principalId: caller.id, orgId: org.id };
  const start = (query.name ?? "").toLowerCase();
  if (start === "") return countedPage({ tx, now }, await tx.groups.visible(viewer, query));

  // Engines disagree about the case of letters beyond ASCII, so the names are compared here.
  const { results } = await tx.groups.visible(viewer, everyGroup);
  const named = results.filter(({ name }) => name.toLowerCase().startsWith(start));
  return countedPage({ tx, now }, pageOf(named, query));
}, showPageOf(showGroupInList));
