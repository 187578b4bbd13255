import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";
import { showOrgInList } from "./common.ts";

export const listOrgs = atlas("listOrgs", {}).handle(async ({ tx, caller, query }) => {
  const start = (query.name ?? "").toLowerCase();
  const orgs = await tx.orgs.around(caller);
  return pageOf(
    orgs.filter(({ name }) => name.toLowerCase().startsWith(start)),
    query,
  );
}, showPageOf(showOrgInList));
