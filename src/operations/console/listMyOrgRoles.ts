import { visitOrg } from "../../changes/scopes.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listMyOrgRoles = operation("GET /console/orgs/{orgId}/myRoles", {
  ...onPages,
  summary: "List one's own roles in an organization",
  description: "Those in its projects are left out. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  errors: ["ORG_NOT_FOUND", "USER_CANNOT_ACCESS_ORG"],
}).handle(async ({ tx, org, caller, fault }) => {
  return (await visitOrg({ tx, fault }, org.id, caller)).roles;
}, asIs);
