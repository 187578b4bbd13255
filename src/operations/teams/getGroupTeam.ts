import { door, operation, schemas } from "../declare.ts";
import { groupPathById, groupSide, showGroupTeam, teamIn } from "./common.ts";

export const getGroupTeam = operation(`GET ${groupPathById}`, {
  ...groupSide,
  summary: "Get a team of a project",
  description: "Answers the roles the team has in the project. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.TeamRole } },
  errors: ["TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(
  async ({ tx, group, params, fault }) => ({
    group,
    team: await teamIn(tx, group, params.teamId, fault),
  }),
  ({ group, team }, showing) => showGroupTeam(team, group, showing),
);
