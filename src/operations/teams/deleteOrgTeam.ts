import { removeTeam } from "../../changes/teams.ts";
import { door, operation } from "../declare.ts";
import { orgPathById, orgSide, teamAsked } from "./common.ts";

export const deleteOrgTeam = operation(`DELETE ${orgPathById}`, {
  ...orgSide,
  summary: "Delete a team",
  description:
    "Deletes the team; its people stay in the organization. A team that is assigned to a project must be removed there first. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { "2023-01-01": {} },
  errors: ["CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => removeTeam(context, context.org, await teamAsked(context)));
