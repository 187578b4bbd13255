import { readDirectory } from "../../changes/directory.ts";
import { holdsInGroup } from "../../changes/scopes.ts";
import { door, olderLifetime, operation } from "../declare.ts";
import { asIs, listing, onPages } from "./common.ts";

export const listGroupDirectory = operation("GET /console/groups/{groupId}/directory", {
  ...onPages,
  summary: "List everybody of a project",
  description:
    "Active people, by a role of their own or a team's, and those invited in either way. Invitations to the project alone, and those that were revoked, are shown to project owners; the former until the API no longer serves them. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: listing,
}).handle(async ({ tx, group, caller, query, now }) => {
  const isOwner = await holdsInGroup(tx, group.id, caller, "GROUP_OWNER");
  const sees = {
    alone: isOwner && now < Date.parse(olderLifetime.sunset),
    states: ["INVITED", "EXPIRED", "DECLINED", ...(isOwner ? (["REVOKED"] as const) : [])] as const,
  };
  return readDirectory({ tx, scope: { orgId: group.orgId, groupId: group.id }, query, sees, now });
}, asIs);
