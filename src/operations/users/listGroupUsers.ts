import { membersOf } from "../../changes/membership.ts";
import { orgOf } from "../../changes/scopes.ts";
import { orgMembershipStatus, orgMembershipStatuses, usernameFilter } from "../../contract/schemas/users.ts";
import { chooseStatuses, inListOrder, rolesSeen } from "../../domain/membership.ts";
import { door, flag, ofAddress, operation, Page, pageOf, paging, schemas, showPageOf } from "../declare.ts";
import { groupPath, groupSide, olderList, showGroupUser, showOlderList } from "./common.ts";

const flattenTeams = flag(
  "Whether to list members of the project's teams as well, with the roles of the team.",
);
const includeOrgUsers = flag(
  "Whether to list Organization Owners and Organization Read Only users as well, with the project role theirs amounts to.",
);

export const listGroupUsers = operation(`GET ${groupPath}`, {
  ...groupSide,
  summary: "List the people of a project",
  description:
    "Active users with roles of their own in the project, and those whose pending invitation to the organization carries such; others when the parameters ask for them. Who was invited to the project by an invitation of the older kind is not listed. The version of 2023-01-01 lists active users only. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    flattenTeams,
    includeOrgUsers,
    orgMembershipStatus,
    orgMembershipStatuses,
    username: usernameFilter,
  },
  successor: "listGroupUsers in version 2025-02-19",
  versions: {
    "2023-01-01": olderList,
    "2025-02-19": { reply: Page(schemas.GroupUserResponse, "PaginatedGroupUserView") },
  },
  errors: ["INVALID_QUERY_PARAMETER", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS"],
}).handle(
  async ({ tx, group, query, now, fault }) => {
    const statuses = chooseStatuses(query, fault);
    const teams = query.flattenTeams ? await tx.teams.inGroup(group.id) : [];
    const seen = inListOrder(await membersOf(tx, await orgOf(tx, group), now, statuses))
      .filter(({ status }) => statuses.includes(status))
      .map((member) => ({
        member,
        roles: rolesSeen(member, group.id, { teams, throughOrg: query.includeOrgUsers }),
      }))
      .filter(({ roles }) => roles.length > 0);
    // An empty filter is what clients send that always name the parameter.
    const isAsked = query.username ? ofAddress(query.username) : () => true;
    return pageOf(
      seen.filter(({ member }) => isAsked(member)),
      query,
    );
  },
  {
    "2023-01-01": (page, showing) =>
      showOlderList({ ...page, results: page.results.map(({ member }) => member) }, showing),
    "2025-02-19": showPageOf(showGroupUser),
  },
);
