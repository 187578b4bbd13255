import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showKey } from "./common.ts";

export const listOrgApiKeys = atlas("listOrgApiKeys", {}).handle(
  async ({ tx, org, query }) => tx.apiKeys.inOrg(org.id, query),
  showPageOf(showKey),
);
