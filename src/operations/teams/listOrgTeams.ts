// Lists the teams of an organization.
import { limitSets } from "../../contract/limits.ts";
import { Page } from "../../contract/schemas/page.ts";
import { TeamResponse } from "../../contract/schemas/teams.ts";
import { org } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { envelope, orgId, orgPath, paging, pretty, showTeam } from "./lookups.ts";

export const listOrgTeams = operation({
  id: "listOrgTeams",
  method: "GET",
  path: orgPath,
  tag: "Teams",
  summary: "List the teams of an organization",
  description: "Answers every team, oldest first, without the people in it. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgTeams,
  status: 200,
  params: { orgId },
  query: { envelope, pretty, ...paging },
  versions: { "2023-01-01": { reply: Page(TeamResponse, "PaginatedTeamView") } },
  errors: [],
}).handle(async ({ tx, org, query }) => tx.teams.inOrg(org.id, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (team) => showTeam(team, showing)),
});
