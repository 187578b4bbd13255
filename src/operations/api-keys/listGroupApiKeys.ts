import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showKey } from "./common.ts";

export const listGroupApiKeys = atlas("listGroupApiKeys", {}).handle(
  async ({ tx, group, query }) => tx.apiKeys.inGroup(group, query),
  showPageOf(showKey),
);
