import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showTeam } from "./common.ts";

export const listOrgTeams = atlas("listOrgTeams", {}).handle(
  async ({ tx, org, query }) => tx.teams.inOrg(org.id, query),
  showPageOf(showTeam),
);
