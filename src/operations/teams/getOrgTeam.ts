import { door, operation, schemas } from "../declare.ts";
import { orgPathById, orgSide, showTeam, teamOf } from "./common.ts";

export const getOrgTeam = operation(`GET ${orgPathById}`, {
  ...orgSide,
  summary: "Get a team",
  description: "Answers the team, without the people in it. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": { reply: schemas.TeamResponse } },
  errors: ["TEAM_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault }) => teamOf(tx, org, params.teamId, fault), showTeam);
