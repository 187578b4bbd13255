import { atlas } from "../atlas.ts";
import { showGroupTeam, teamIn } from "./common.ts";

export const getGroupTeam = atlas("getGroupTeam", {
  errors: ["TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(
  async ({ tx, group, params, fault }) => ({
    group,
    team: await teamIn(tx, group, params.teamId, fault),
  }),
  ({ group, team }, showing) => showGroupTeam(team, group, showing),
);
