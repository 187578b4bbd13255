import { removeTeam } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { teamAsked } from "./common.ts";

export const deleteOrgTeam = atlas("deleteOrgTeam", {
  errors: ["CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => removeTeam(context, context.org, await teamAsked(context)));
