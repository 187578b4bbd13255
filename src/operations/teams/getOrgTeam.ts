// Answers one team of an organization.
import { limitSets } from "../../contract/limits.ts";
import { TeamResponse } from "../../contract/schemas/teams.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { envelope, orgId, orgPathById, pretty, showTeam, teamId, teamOf } from "./lookups.ts";

export const getOrgTeam = operation({
  id: "getOrgTeam",
  method: "GET",
  path: orgPathById,
  tag: "Teams",
  summary: "Get a team",
  description: "Answers the team, without the people in it. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgTeams,
  status: 200,
  params: { orgId, teamId },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: TeamResponse } },
  errors: ["TEAM_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault }) => teamOf(tx, org, params.teamId, fault), {
  "2023-01-01": showTeam,
});
