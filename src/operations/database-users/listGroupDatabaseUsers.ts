import { databaseUsers } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showUser } from "./common.ts";

export const listGroupDatabaseUsers = atlas("listGroupDatabaseUsers", {}).handle(
  ({ group, query, ...reading }) => databaseUsers.page(reading, group, query),
  showPageOf(showUser),
);
