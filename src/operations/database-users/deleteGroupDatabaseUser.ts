import { databaseUsers } from "../../changes/resources.ts";
import { operation } from "../declare.ts";
import { findUser, mayWrite, pathOfOne, shared, userParams } from "./common.ts";

export const deleteGroupDatabaseUser = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  securityEvent: "credential-removal",
  summary: "Delete a user of the databases of a project",
  description: "Needs Project Database Access Admin or Project Stream Processing Owner.",
  door: mayWrite,
  holds: "group",
  params: userParams,
  versions: { "2023-01-01": {} },
  errors: ["USER_NOT_FOUND"],
}).handle(async (context) => {
  const user = await findUser(context);
  if (user === undefined) throw context.fault("USER_NOT_FOUND", { userId: context.params.username });
  await databaseUsers.remove(context, user);
});
