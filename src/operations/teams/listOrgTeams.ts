import { door, operation, Page, paging, schemas, showPageOf } from "../declare.ts";
import { orgPath, orgSide, showTeam } from "./common.ts";

export const listOrgTeams = operation(`GET ${orgPath}`, {
  ...orgSide,
  summary: "List the teams of an organization",
  description: "Answers every team, oldest first, without the people in it. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(schemas.TeamResponse, "PaginatedTeamView") } },
}).handle(async ({ tx, org, query }) => tx.teams.inOrg(org.id, query), showPageOf(showTeam));
