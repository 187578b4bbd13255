import { door, operation, schemas, Type } from "../declare.ts";
import { orgPath, orgSide, showTeam } from "./common.ts";

export const getOrgTeamByName = operation(`GET ${orgPath}/byName/{teamName}`, {
  ...orgSide,
  summary: "Get a team by its name",
  description: "Answers the team of exactly that name, without the people in it. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  params: { teamName: Type.String({ description: "Name of the team, URL-encoded." }) },
  versions: { "2023-01-01": { reply: schemas.TeamResponse } },
  errors: ["TEAM_NAME_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault }) => {
  const team = await tx.teams.named(org.id, params.teamName);
  if (team === undefined) throw fault("TEAM_NAME_NOT_FOUND", { teamName: params.teamName });
  return team;
}, showTeam);
