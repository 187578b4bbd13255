import { door, operation } from "../declare.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";

export const deleteOrgTeam = operation(`DELETE ${orgPathById}`, {
  ...orgSide,
  summary: "Delete a team",
  description:
    "Deletes the team; its people stay in the organization. A team that is assigned to a project must be removed there first. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { "2023-01-01": {} },
  errors: ["CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", "TEAM_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault, record }) => {
  const team = await teamOf(tx, org, params.teamId, fault);
  if (await tx.teams.isInAnyGroup(team.id)) {
    throw fault("CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", { teamId: team.id });
  }
  await tx.teams.remove(team.id);
  await record("TEAM_DELETED", { orgId: org.id, details: { teamId: team.id } });
});
