import { databaseUsers } from "../../changes/resources.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { path, shared, showUser } from "./common.ts";

export const listGroupDatabaseUsers = operation(`GET ${path}`, {
  ...shared,
  summary: "List the users of the databases of a project",
  description: "Oldest first, without passwords. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.DatabaseUserPage } },
}).handle(({ group, query, ...reading }) => databaseUsers.page(reading, group, query), showPageOf(showUser));
