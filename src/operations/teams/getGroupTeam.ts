// Answers one team of a project.
import { limitSets } from "../../contract/limits.ts";
import { TeamRole } from "../../contract/schemas/teams.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { envelope, groupId, groupPathById, pretty, showGroupTeam, teamId, teamIn } from "./lookups.ts";

export const getGroupTeam = operation({
  id: "getGroupTeam",
  method: "GET",
  path: groupPathById,
  tag: "Teams",
  summary: "Get a team of a project",
  description: "Answers the roles the team has in the project. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupTeams,
  status: 200,
  params: { groupId, teamId },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: TeamRole } },
  errors: ["TEAM_NOT_FOUND", "TEAM_NOT_IN_GROUP"],
}).handle(
  async ({ tx, group, params, fault }) => ({
    group,
    team: await teamIn(tx, group, params.teamId, fault),
  }),
  { "2023-01-01": ({ group, team }, showing) => showGroupTeam(team, group, showing) },
);
