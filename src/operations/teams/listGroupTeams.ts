// Lists the teams of a project.
import { limitSets } from "../../contract/limits.ts";
import { Page } from "../../contract/schemas/page.ts";
import { TeamRole } from "../../contract/schemas/teams.ts";
import { group } from "../../domain/access.ts";
import { pageOf, showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { envelope, groupId, groupPath, paging, pretty, showGroupTeam } from "./lookups.ts";

export const listGroupTeams = operation({
  id: "listGroupTeams",
  method: "GET",
  path: groupPath,
  tag: "Teams",
  summary: "List the teams of a project",
  description:
    "Answers every team that has roles in the project, oldest team first. Needs Project Read Only.",
  door: group("GROUP_READ_ONLY"),
  limit: limitSets.groupTeams,
  status: 200,
  params: { groupId },
  query: { envelope, pretty, ...paging },
  versions: { "2023-01-01": { reply: Page(TeamRole, "PaginatedTeamRoleView") } },
  errors: [],
}).handle(async ({ tx, group, query }) => ({ group, ...pageOf(await tx.teams.inGroup(group.id), query) }), {
  "2023-01-01": (page, showing) =>
    showPage(page, showing, (team) => showGroupTeam(team, page.group, showing)),
});
