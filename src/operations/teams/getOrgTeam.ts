import { door, operation, schemas } from "../declare.ts";
import { orgPathById, orgSide, showTeam, teamAsked } from "./common.ts";

export const getOrgTeam = operation(`GET ${orgPathById}`, {
  ...orgSide,
  summary: "Get a team",
  description: "Answers the team, without the people in it. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": { reply: schemas.TeamResponse } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(teamAsked, showTeam);
