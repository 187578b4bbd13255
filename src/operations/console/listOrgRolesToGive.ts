import { rolesToGive } from "../../changes/changing.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOrgRolesToGive = operation("GET /console/orgs/{orgId}/rolesToGive", {
  ...onPages,
  summary: "List the roles that one may give in an organization",
  description:
    "Where the server is strict, those that are not above one's own; all where it is not. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ held }) => rolesToGive({ held }), asIs);
