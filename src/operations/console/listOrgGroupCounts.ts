import { mostGroupsPerOrg } from "../../domain/group.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/** People are counted to the last. */
const everybody = 1e9;

export const listOrgGroupCounts = operation("GET /console/orgs/{orgId}/groupCounts", {
  ...onPages,
  summary: "Count people and teams of an organization's projects",
  description: "Of the projects that the person may see. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org, caller }) => {
  const at = { pageNum: 1, itemsPerPage: mostGroupsPerOrg, includeCount: false };
  const { results } = await tx.groups.visible({ principalId: caller.id, orgId: org.id }, at);
  const ids = results.map(({ id }) => id);
  const [people, teams] = await Promise.all([tx.figures.people(ids, everybody), tx.figures.teams(ids)]);
  return ids.map((id) => ({ id, people: people.get(id) ?? 0, teams: teams.get(id) ?? 0 }));
}, asIs);
