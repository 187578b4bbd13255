import { door, operation, schemas } from "../declare.ts";
import { entryValue, findEntry, pathOfOne, shared, showEntry } from "./common.ts";

export const getGroupAccessListEntry = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get an address that the databases of a project may be reached from",
  description: "Finds exactly this address or network, not what covers it. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { entryValue },
  versions: { "2023-01-01": { reply: schemas.NetworkPermissionEntry } },
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(findEntry, showEntry);
