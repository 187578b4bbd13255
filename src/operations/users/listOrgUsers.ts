import { membersOf } from "../../changes/membership.ts";
import { chooseStatuses, inListOrder } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { ofAddress, pageOf, showPageOf } from "../declare.ts";
import { showOlderList, showOrgUser } from "./common.ts";

export const listOrgUsers = atlas("listOrgUsers", {
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
