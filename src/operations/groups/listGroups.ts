import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { countedPage, showGroupInList } from "./common.ts";

export const listGroups = atlas("listGroups", {}).handle(
  async ({ tx, now, caller, query }) =>
    countedPage({ tx, now }, await tx.groups.visible({ principalId: caller.id }, query)),
  showPageOf(showGroupInList),
);
