import { membersOf } from "../../changes/membership.ts";
import { orgMembershipStatus, orgMembershipStatuses, usernameFilter } from "../../contract/schemas/users.ts";
import { chooseStatuses, inListOrder } from "../../domain/membership.ts";
import { door, ofAddress, operation, Page, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { olderList, orgPath, orgSide, showOlderList, showOrgUser } from "./common.ts";

export const listOrgUsers = operation(`GET ${orgPath}`, {
  ...orgSide,
  summary: "List the people of an organization",
  description:
    "Active users and those whose invitation to the organization is pending; others when orgMembershipStatuses asks for them. Who was invited to a project by an invitation of the older kind is not listed. The version of 2023-01-01 lists active users only. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging, username: usernameFilter, orgMembershipStatus, orgMembershipStatuses },
  successor: "listOrgUsers in version 2025-02-19",
  versions: {
    "2023-01-01": olderList,
    "2025-02-19": { reply: Page(schemas.OrgUserResponse, "PaginatedOrgUserView") },
  },
  errors: ["INVALID_QUERY_PARAMETER", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS"],
}).handle(
  async ({ tx, org, query, now, fault }) => {
    const statuses = chooseStatuses(query, fault);
    const members = await membersOf(tx, org, now, statuses);
    const asked = inListOrder(members.filter(({ status }) => statuses.includes(status)));
    // An empty filter is what clients send that always name the parameter.
    return pageOf(query.username ? asked.filter(ofAddress(query.username)) : asked, query);
  },
  {
    "2023-01-01": showOlderList,
    "2025-02-19": showPageOf(showOrgUser),
  },
);
