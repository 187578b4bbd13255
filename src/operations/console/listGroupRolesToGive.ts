import { rolesToGive } from "../../changes/changing.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listGroupRolesToGive = operation("GET /console/groups/{groupId}/rolesToGive", {
  ...onPages,
  summary: "List the roles that one may give in a project",
  description:
    "Where the server is strict, those that are not above one's own; all where it is not. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
}).handle(async ({ held }) => rolesToGive({ held }), asIs);
