// Lists the teams of a project.
import { paging } from "../../contract/schemas/common.ts";
import { Page } from "../../contract/schemas/page.ts";
import { TeamRole } from "../../contract/schemas/teams.ts";
import { door } from "../../domain/access.ts";
import { pageOf, showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { groupPath, groupSide } from "./common.ts";
import { showGroupTeam } from "./views.ts";

export const listGroupTeams = operation({
  id: "listGroupTeams",
  method: "GET",
  path: groupPath,
  ...groupSide,
  summary: "List the teams of a project",
  description:
    "Answers every team that has roles in the project, oldest team first. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(TeamRole, "PaginatedTeamRoleView") } },
}).handle(async ({ tx, group, query }) => ({ group, ...pageOf(await tx.teams.inGroup(group.id), query) }), {
  "2023-01-01": (page, showing) =>
    showPage(page, showing, (team) => showGroupTeam(team, page.group, showing)),
});
