import { door, operation, schemas } from "../declare.ts";
import { findUser, pathOfOne, shared, showUser, userParams } from "./common.ts";

export const getGroupDatabaseUser = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get a user of the databases of a project",
  description: "Answers everything but the password. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: userParams,
  versions: { "2023-01-01": { reply: schemas.CloudDatabaseUser } },
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async (context) => {
  const user = await findUser(context);
  if (user === undefined) throw context.fault("USERNAME_NOT_FOUND", { username: context.params.username });
  return user;
}, showUser);
