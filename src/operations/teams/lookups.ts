// What team operations have in common: their parameters, finding a team, and how one looks.
import type { FaultMaker } from "../../contract/errors.ts";
import { envelope, ObjectId, paging, pretty } from "../../contract/schemas/common.ts";
import type { EnteredGroup } from "../../domain/group.ts";
import type { Org } from "../../domain/org.ts";
import type { GroupTeam, Team } from "../../domain/team.ts";
import type { Reads } from "../../store/store.ts";
import type { Showing } from "../operation.ts";

export const orgPath = "/api/atlas/v2/orgs/{orgId}/teams";
export const orgPathById = `${orgPath}/{teamId}` as const;
export const groupPath = "/api/atlas/v2/groups/{groupId}/teams";
export const groupPathById = `${groupPath}/{teamId}` as const;

export const groupId = { ...ObjectId, description: "Id of the project." };
export const orgId = { ...ObjectId, description: "Id of the organization." };
export const teamId = { ...ObjectId, description: "Id of the team." };
export { envelope, paging, pretty };

type Nouns = Pick<Reads, "teams">;

/** The organization's team of that id; one of another organization is as good as none. */
export async function teamOf(
  tx: Nouns,
  org: Pick<Org, "id">,
  teamId: string,
  fault: FaultMaker<"TEAM_NOT_FOUND">,
): Promise<Team> {
  const team = await tx.teams.find(org.id, teamId);
  if (team === undefined) throw fault("TEAM_NOT_FOUND", { teamId });
  return team;
}

/** The team of that id with its roles in the project. */
export async function teamIn(
  tx: Nouns,
  group: EnteredGroup,
  teamId: string,
  fault: FaultMaker<"TEAM_NOT_FOUND" | "TEAM_NOT_IN_GROUP">,
): Promise<GroupTeam> {
  await teamOf(tx, { id: group.orgId }, teamId, fault);
  const team = (await tx.teams.inGroup(group.id)).find((each) => each.teamId === teamId);
  if (team === undefined) throw fault("TEAM_NOT_IN_GROUP", { teamId, groupId: group.id });
  return team;
}

/** Members in alphabetical order, as recorded; who is in the team is told only when it is made. */
export const showTeam = ({ id, orgId, name }: Team, { origin }: Showing) => ({
  id,
  links: [{ href: `${origin}/api/atlas/v2/orgs/${orgId}/teams/${id}`, rel: "self" }],
  name,
});

export const showGroupTeam = ({ teamId, roles }: GroupTeam, group: { id: string }, { origin }: Showing) => ({
  links: [{ href: `${origin}/api/atlas/v2/groups/${group.id}/teams/${teamId}`, rel: "self" }],
  roleNames: [...roles],
  teamId,
});
