import { readDirectory } from "../../changes/directory.ts";
import { ownsOrg } from "../../changes/scopes.ts";
import { door, operation } from "../declare.ts";
import { asIs, listing, onPages } from "./common.ts";

export const listOrgDirectory = operation("GET /console/orgs/{orgId}/directory", {
  ...onPages,
  summary: "List everybody of an organization",
  description:
    "Active people and those invited to the organization; invitations to its projects alone are listed there. Those that were revoked are shown to owners. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: listing,
}).handle(async ({ tx, org, caller, query, now }) => {
  const isOwner = await ownsOrg(tx, org.id, caller.id);
  const sees = {
    alone: false,
    states: ["INVITED", "EXPIRED", "DECLINED", ...(isOwner ? (["REVOKED"] as const) : [])] as const,
  };
  return readDirectory({ tx, scope: { orgId: org.id, groupId: null }, query, sees, now });
}, asIs);
