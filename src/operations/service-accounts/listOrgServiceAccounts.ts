import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showAccount } from "./common.ts";

export const listOrgServiceAccounts = atlas("listOrgServiceAccounts", {}).handle(
  async ({ tx, org, query }) => tx.serviceAccounts.inOrg(org.id, { ...query, includeCount: true }),
  showPageOf(showAccount),
);
