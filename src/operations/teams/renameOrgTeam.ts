import { refuseTakenName } from "../../changes/teams.ts";
import { checkTeamName } from "../../domain/team.ts";
import { atlas } from "../atlas.ts";
import { showTeam, teamOf } from "./common.ts";

export const renameOrgTeam = atlas("renameOrgTeam", {
  errors: ["INVALID_TEAM_NAME", "TEAM_NAME_NOT_AVAILABLE", "TEAM_NOT_FOUND"],
}).handle(async ({ tx, org, params, body, fault, record }) => {
  const team = await teamOf(tx, org, params.teamId, fault);
  const name = checkTeamName(body.name, fault);
  if (name === team.name) return team;
  await refuseTakenName({ tx, fault }, org, name);
  await tx.teams.rename(team.id, name);
  const kept = { name: { before: team.name, after: name }, access: [] };
  await record("TEAM_NAME_CHANGED", { orgId: org.id, details: { teamId: team.id }, kept });
  return { ...team, name };
}, showTeam);
