import { membersOf } from "../../changes/membership.ts";
import { chooseStatuses, inListOrder } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { ofAddress, pageOf, showPageOf } from "../declare.ts";
import { showOlderList, showOrgUser } from "../users/common.ts";
import { teamOf } from "./common.ts";

export const listOrgTeamUsers = atlas("listOrgTeamUsers", {
  errors: ["INVALID_QUERY_PARAMETER", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", "TEAM_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, query, now, fault }) => {
    const team = await teamOf(tx, org, params.teamId, fault);
    const statuses = chooseStatuses(query, fault);
    const { username, userId } = query;
    const people = (await membersOf(tx, org, now, statuses)).filter(
      (member) =>
        member.teamIds.includes(team.id) &&
        statuses.includes(member.status) &&
        (username === undefined || ofAddress(username)(member)) &&
        (userId === undefined || member.id === userId),
    );
    return pageOf(inListOrder(people), { ...query, includeCount: true });
  },
  {
    "2023-01-01": showOlderList,
    "2025-02-19": showPageOf(showOrgUser),
  },
);
