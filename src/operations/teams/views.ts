// How a team looks, in its organization and in a project.
import type { GroupTeam, Team } from "../../domain/team.ts";
import type { Showing } from "../declare.ts";

/** Members in alphabetical order, as recorded; only a team just made shows who is in it. */
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
