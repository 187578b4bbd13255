import { atlas } from "../atlas.ts";
import { showTeam } from "./common.ts";

export const getOrgTeamByName = atlas("getOrgTeamByName", {
  errors: ["TEAM_NAME_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault }) => {
  const team = await tx.teams.named(org.id, params.teamName);
  if (team === undefined) throw fault("TEAM_NAME_NOT_FOUND", { teamName: params.teamName });
  return team;
}, showTeam);
