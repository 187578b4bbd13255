import { membersOf } from "../../changes/membership.ts";
import { orgOf } from "../../changes/scopes.ts";
import { chooseStatuses, inListOrder, rolesSeen } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { ofAddress, pageOf, showPageOf } from "../declare.ts";
import { showGroupUser, showOlderList } from "./common.ts";

export const listGroupUsers = atlas("listGroupUsers", {
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
