import { mostTeamsPerOrg } from "../../domain/team.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgTeamCounts = operation("GET /console/orgs/{orgId}/teamCounts", {
  ...onPages,
  summary: "Count people and projects of an organization's teams",
  description: "Counts active and pending users, as listOrgTeamUsers lists them. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org, now }) => {
  const at = { pageNum: 1, itemsPerPage: mostTeamsPerOrg, includeCount: false };
  const ids = (await tx.teams.inOrg(org.id, at)).results.map(({ id }) => id);
  const [people, groups] = await Promise.all([tx.figures.peopleOfTeams(ids), tx.figures.groupsOfTeams(ids)]);
  const invited = new Map<string, number>();
  for (const { teamId } of await tx.orgInvites.pendingTeams(org.id, now)) {
    invited.set(teamId, (invited.get(teamId) ?? 0) + 1);
  }
  return ids.map((id) => ({
    id,
    people: (people.get(id) ?? 0) + (invited.get(id) ?? 0),
    groups: groups.get(id) ?? 0,
  }));
}, asIs);
