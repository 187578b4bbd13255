import { door, operation, schemas } from "../declare.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";
import { showTeam } from "./views.ts";

export const getOrgTeam = operation({
  id: "getOrgTeam",
  method: "GET",
  path: orgPathById,
  ...orgSide,
  summary: "Get a team",
  description: "Answers the team, without the people in it. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": { reply: schemas.TeamResponse } },
  errors: ["TEAM_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault }) => teamOf(tx, org, params.teamId, fault), {
  "2023-01-01": showTeam,
});
