import { membersOf } from "../../changes/membership.ts";
import { orgMembershipStatus, orgMembershipStatuses, usernameFilter } from "../../contract/schemas/users.ts";
import { chooseStatuses, inListOrder } from "../../domain/membership.ts";
import {
  door,
  ObjectId,
  ofAddress,
  operation,
  Page,
  pageOf,
  paging,
  schemas,
  showPageOf,
} from "../declare.ts";
import { olderList, peopleTag, showOlderList, showOrgUser } from "../users/common.ts";
import { orgPathById, orgSide, teamOf } from "./common.ts";

const { itemsPerPage, pageNum } = paging;

export const listOrgTeamUsers = operation(`GET ${orgPathById}/users`, {
  ...orgSide,
  tag: peopleTag,
  summary: "List the people in a team",
  description:
    "Answers active and pending users unless statuses are named; the older version knows of active ones only. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: {
    itemsPerPage,
    pageNum,
    username: usernameFilter,
    orgMembershipStatus,
    orgMembershipStatuses,
    userId: { ...ObjectId, description: "Only the user of this id." },
  },
  successor: "listOrgTeamUsers in version 2025-02-19",
  versions: {
    "2023-01-01": olderList,
    "2025-02-19": { reply: Page(schemas.OrgUserResponse, "PaginatedOrgUserView") },
  },
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
