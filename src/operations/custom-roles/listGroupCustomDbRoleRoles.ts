import { customRoles } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { showRole } from "./common.ts";

export const listGroupCustomDbRoleRoles = atlas("listGroupCustomDbRoleRoles", {}).handle(
  ({ group, ...reading }) => customRoles.all(reading, group),
  (roles) => roles.map(showRole),
);
