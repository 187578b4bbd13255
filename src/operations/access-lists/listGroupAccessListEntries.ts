import { networkEntries } from "../../changes/resources.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { path, shared, showEntry } from "./common.ts";

export const listGroupAccessListEntries = operation(`GET ${path}`, {
  ...shared,
  summary: "List the addresses that the databases of a project may be reached from",
  description: "Oldest first; entries that have ended are not there. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.NetworkAccessPage } },
}).handle(
  ({ group, query, ...reading }) => networkEntries.page(reading, group, query),
  showPageOf(showEntry),
);
