import { door, operation, Page, pageOf, paging, schemas } from "../declare.ts";
import { groupPath, groupSide, showGroupTeams } from "./common.ts";

export const listGroupTeams = operation(`GET ${groupPath}`, {
  ...groupSide,
  summary: "List the teams of a project",
  description:
    "Answers every team that has roles in the project, oldest team first. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: Page(schemas.TeamRole, "PaginatedTeamRoleView") } },
}).handle(
  async ({ tx, group, query }) => ({ group, ...pageOf(await tx.teams.inGroup(group.id), query) }),
  showGroupTeams,
);
