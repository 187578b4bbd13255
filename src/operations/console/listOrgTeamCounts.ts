import { mostTeamsPerOrg } from "../../domain/team.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgTeamCounts = operation("GET /console/orgs/{orgId}/teamCounts", {
  ...onPages,
  summary: "Count people and projects of an organization's teams",
  description: "Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org }) => {
  const at = { pageNum: 1, itemsPerPage: mostTeamsPerOrg, includeCount: false };
  const ids = (await tx.teams.inOrg(org.id, at)).results.map(({ id }) => id);
  const [people, groups] = await Promise.all([tx.figures.peopleOfTeams(ids), tx.figures.groupsOfTeams(ids)]);
  return ids.map((id) => ({ id, people: people.get(id) ?? 0, groups: groups.get(id) ?? 0 }));
}, asIs);
