import { databaseUsers } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { findUser } from "./common.ts";

export const deleteGroupDatabaseUser = atlas("deleteGroupDatabaseUser", {
  holds: "group",
  securityEvent: "credential-removal",
  errors: ["USER_NOT_FOUND"],
}).handle(async (context) => {
  const user = await findUser(context);
  if (user === undefined) throw context.fault("USER_NOT_FOUND", { userId: context.params.username });
  await databaseUsers.remove(context, user);
});
