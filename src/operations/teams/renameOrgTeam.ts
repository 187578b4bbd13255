// Renames a team.
import { limitSets } from "../../contract/limits.ts";
import { TeamResponse, TeamUpdate } from "../../contract/schemas/teams.ts";
import { org } from "../../domain/access.ts";
import { checkTeamName } from "../../domain/team.ts";
import { operation } from "../operation.ts";
import { envelope, orgId, orgPathById, pretty, showTeam, teamId, teamOf } from "./lookups.ts";

export const renameOrgTeam = operation({
  id: "renameOrgTeam",
  method: "PATCH",
  path: orgPathById,
  tag: "Teams",
  summary: "Rename a team",
  description: "Changes the name of the team; its people and projects stay. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.orgTeams,
  status: 200,
  params: { orgId, teamId },
  query: { envelope, pretty },
  body: TeamUpdate,
  versions: { "2023-01-01": { reply: TeamResponse } },
  errors: ["INVALID_TEAM_NAME", "TEAM_NAME_NOT_AVAILABLE", "TEAM_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, body, fault, record }) => {
    const team = await teamOf(tx, org, params.teamId, fault);
    const name = checkTeamName(body.name, fault);
    if (name === team.name) return team;
    if ((await tx.teams.named(org.id, name)) !== undefined) {
      throw fault("TEAM_NAME_NOT_AVAILABLE", { name, orgId: org.id });
    }
    await tx.teams.rename(team.id, name);
    await record("TEAM_NAME_CHANGED", { orgId: org.id, details: { teamId: team.id } });
    return { ...team, name };
  },
  { "2023-01-01": showTeam },
);
