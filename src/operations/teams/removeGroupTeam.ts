import { changeTeamRoles } from "../../changes/teams.ts";
import { door, operation } from "../declare.ts";
import { groupPathById, groupSide, teamIn } from "./common.ts";

export const removeGroupTeam = operation(`DELETE ${groupPathById}`, {
  ...groupSide,
  summary: "Remove a team from a project",
  description:
    "Takes the team's roles in the project away; the team stays in the organization. A team that does not exist is refused with 401, which Terraform takes for one that is gone. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  without: ["pretty"],
  versions: { "2023-01-01": {} },
  errors: ["ROLE_ABOVE_OWN", "TEAM_NOT_IN_GROUP", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, params, fault } = context;
  if ((await tx.teams.find(group.orgId, params.teamId)) === undefined) throw fault("USER_UNAUTHORIZED", {});
  await changeTeamRoles(context, group, await teamIn(tx, group, params.teamId, fault), []);
});
