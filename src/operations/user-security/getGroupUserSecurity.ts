import { userSecurities } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";
import { showUserSecurity } from "./common.ts";

export const getGroupUserSecurity = atlas("getGroupUserSecurity", {}).handle(
  ({ group, ...reading }) => userSecurities.read(reading, group),
  showUserSecurity,
);
