// Lists the teams of an organization.
import { paging } from "../../contract/schemas/common.ts";
import { Page } from "../../contract/schemas/page.ts";
import { TeamResponse } from "../../contract/schemas/teams.ts";
import { door } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { orgPath, orgSide } from "./common.ts";
import { showTeam } from "./views.ts";

export const listOrgTeams = operation({
  id: "listOrgTeams",
  method: "GET",
  path: orgPath,
  ...orgSide,
  summary: "List the teams of an organization",
  description: "Answers every team, oldest first, without the people in it. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(TeamResponse, "PaginatedTeamView") } },
}).handle(async ({ tx, org, query }) => tx.teams.inOrg(org.id, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (team) => showTeam(team, showing)),
});
