import { makeDatabaseUser, makeUserErrors } from "../../changes/database-access.ts";
import { atlas } from "../atlas.ts";
import { showUser } from "./common.ts";

export const createGroupDatabaseUser = atlas("createGroupDatabaseUser", {
  holds: "group",
  securityEvent: "credential-creation",
  errors: [...makeUserErrors],
}).handle(
  (context) => makeDatabaseUser({ ...context, seal: context.issue.seal }, context.group, context.body),
  showUser,
);
