// The shared parts of operations on teams: their paths, how a team is found and shown, and the page that answers a change.
import type { EnteredGroup } from "../../core/domain/group.ts";
import type { Org } from "../../core/domain/org.ts";
import type { GroupTeam, Team } from "../../core/domain/team.ts";
import {
  type FaultMaker,
  linksOf,
  type Paged,
  pageOf,
  type Reads,
  type Showing,
  showPage,
} from "../../core/operations/declare.ts";

interface Asking<Code extends "RESOURCE_NOT_FOUND" | "TEAM_NOT_FOUND" | "TEAM_NOT_IN_GROUP"> {
  readonly tx: Pick<Reads, "teams">;
  readonly params: { readonly teamId: string };
  readonly fault: FaultMaker<Code>;
}

type InOrg = { readonly org: Pick<Org, "id"> };

/** Finds the team of the path; one of another organization counts as missing. */
export async function teamOf({
  tx,
  org,
  params: { teamId },
  fault,
}: Asking<"TEAM_NOT_FOUND"> & InOrg): Promise<Team> {
  const team = await tx.teams.find(org.id, teamId);
  if (team === undefined) throw fault("TEAM_NOT_FOUND", { teamId });
  return team;
}

/** Finds a team for the read that the Kubernetes operator makes, which recognizes a deleted team by this code. */
export async function teamAsked({
  tx,
  org,
  params,
  fault,
}: Asking<"RESOURCE_NOT_FOUND"> & InOrg): Promise<Team> {
  const team = await tx.teams.find(org.id, params.teamId);
  if (team === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.teamId });
  return team;
}

/** Finds the team of the path among those with roles in the project. */
export async function teamIn(
  asking: Asking<"TEAM_NOT_FOUND" | "TEAM_NOT_IN_GROUP"> & { readonly group: EnteredGroup },
): Promise<GroupTeam> {
  const { tx, group, params, fault } = asking;
  const { teamId } = params;
  const [, teams] = await Promise.all([
    teamOf({ ...asking, org: { id: group.orgId } }),
    tx.teams.inGroup(group.id),
  ]);
  const team = teams.find((each) => each.teamId === teamId);
  if (team === undefined) throw fault("TEAM_NOT_IN_GROUP", { teamId, groupId: group.id });
  return team;
}

/** Returns the page that answers a change: the first one, with the default size. */
export const firstPage = <Item>(all: readonly Item[]): Paged<Item> =>
  pageOf(all, { includeCount: true, itemsPerPage: 100, pageNum: 1 });

/** Shows a team, with members in alphabetical order, as recorded; only a new team shows its people. */
export const showTeam = ({ id, orgId, name }: Team, { origin }: Showing) => ({
  id,
  links: linksOf(`${origin}/api/atlas/v2/orgs/${orgId}/teams/${id}`),
  name,
});

export const showGroupTeam = ({ teamId, roles }: GroupTeam, group: { id: string }, { origin }: Showing) => ({
  links: linksOf(`${origin}/api/atlas/v2/groups/${group.id}/teams/${teamId}`),
  roleNames: [...roles],
  teamId,
});

/** Shows the teams of a project; the page names the project. */
export const showGroupTeams = (
  page: Paged<GroupTeam> & { readonly group: { id: string } },
  showing: Showing,
) => showPage(page, showing, (team) => showGroupTeam(team, page.group, showing));
