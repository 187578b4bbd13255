import { visitGroup } from "../../changes/scopes.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listMyGroupRoles = operation("GET /console/groups/{groupId}/myRoles", {
  ...onPages,
  summary: "List one's own roles in a project",
  description: "Those in its organization included. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  errors: ["GROUP_NOT_FOUND", "USER_CANNOT_ACCESS_GROUP"],
}).handle(async ({ tx, group, caller, fault }) => {
  return (await visitGroup({ tx, fault }, group.id, caller)).roles;
}, asIs);
