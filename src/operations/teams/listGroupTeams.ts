import { atlas } from "../atlas.ts";
import { pageOf } from "../declare.ts";
import { showGroupTeams } from "./common.ts";

export const listGroupTeams = atlas("listGroupTeams", {}).handle(
  async ({ tx, group, query }) => ({ group, ...pageOf(await tx.teams.inGroup(group.id), query) }),
  showGroupTeams,
);
