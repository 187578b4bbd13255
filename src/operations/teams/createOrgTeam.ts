// Makes a team of people who are in the organization.
import { Team } from "../../contract/schemas/teams.ts";
import { door } from "../../domain/access.ts";
import { checkTeamName, mostTeamsPerOrg } from "../../domain/team.ts";
import { operation } from "../operation.ts";
import { orgPath, orgSide } from "./common.ts";
import { checkSize, checkTeamsOf, memberNamed } from "./joining.ts";
import { showTeam } from "./views.ts";

export const createOrgTeam = operation({
  id: "createOrgTeam",
  method: "POST",
  path: orgPath,
  ...orgSide,
  summary: "Create a team",
  description:
    "Makes a team of at least one person; everyone named must be an active user of the organization. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  status: 201,
  body: Team,
  versions: { "2023-01-01": { reply: Team } },
  errors: [
    "CANNOT_ADD_PENDING_USER",
    "CANNOT_CREATE_EMPTY_TEAM",
    "INVALID_TEAM_NAME",
    "MAX_TEAMS_PER_ORG_EXCEEDED",
    "MAX_TEAMS_PER_USER_EXCEEDED",
    "MAX_USERS_PER_TEAM_EXCEEDED",
    "TEAM_NAME_NOT_AVAILABLE",
    "USERNAME_NOT_FOUND",
    "USER_NOT_IN_ORG",
  ],
}).handle(
  async ({ tx, org, body, now, newId, fault, record }) => {
    const name = checkTeamName(body.name, fault);
    if (body.usernames.length === 0) throw fault("CANNOT_CREATE_EMPTY_TEAM", {});
    const team = { id: newId(), orgId: org.id, name, createdAt: now };
    const named = new Set(body.usernames);
    checkSize(team.id, named.size, fault);
    const usernames = new Map<string, string>();
    for (const username of named) {
      const user = await memberNamed(tx, org, username, now, fault);
      await checkTeamsOf(tx, user, fault);
      usernames.set(user.id, user.username);
    }
    if ((await tx.teams.named(org.id, name)) !== undefined) {
      throw fault("TEAM_NAME_NOT_AVAILABLE", { name, orgId: org.id });
    }
    if ((await tx.teams.countInOrg(org.id)) >= mostTeamsPerOrg) {
      throw fault("MAX_TEAMS_PER_ORG_EXCEEDED", { limit: mostTeamsPerOrg, orgId: org.id });
    }
    await tx.teams.add(team, [...usernames.keys()]);
    await record("TEAM_CREATED", { orgId: org.id, details: { teamId: team.id } });
    for (const targetUsername of usernames.values()) {
      await record("JOINED_TEAM", { orgId: org.id, targetUsername });
    }
    return { ...team, usernames: [...usernames.values()] };
  },
  { "2023-01-01": (team, showing) => ({ ...showTeam(team, showing), usernames: team.usernames }) },
  // As recorded: without the path of the API before it.
  ({ id, orgId }, { origin }) => ({ location: `${origin}/orgs/${orgId}/teams/${id}` }),
);
