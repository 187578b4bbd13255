import { atlas } from "../atlas.ts";
import { findUser, showUser } from "./common.ts";

export const getGroupDatabaseUser = atlas("getGroupDatabaseUser", {
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async (context) => {
  const user = await findUser(context);
  if (user === undefined) throw context.fault("USERNAME_NOT_FOUND", { username: context.params.username });
  return user;
}, showUser);
