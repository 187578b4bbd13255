import { makeTeam } from "../../changes/teams.ts";
import { atlas } from "../atlas.ts";
import { showTeam } from "./common.ts";

export const createOrgTeam = atlas("createOrgTeam", {
  errors: [
    "CANNOT_ADD_PENDING_USER",
    "INVALID_TEAM_NAME",
    "MAX_TEAMS_PER_ORG_EXCEEDED",
    "MAX_TEAMS_PER_USER_EXCEEDED",
    "MAX_USERS_PER_TEAM_EXCEEDED",
    "TEAM_NAME_NOT_AVAILABLE",
    "USERNAME_NOT_FOUND",
  ],
}).handle(
  async (context) => {
    const { name, usernames = [] } = context.body;
    return makeTeam(context, context.org, { name, usernames });
  },
  (team, showing) => ({ ...showTeam(team, showing), usernames: team.usernames }),
  // As recorded: without the path of the API before it.
  ({ id, orgId }, { origin }) => ({ location: `${origin}/orgs/${orgId}/teams/${id}` }),
);
