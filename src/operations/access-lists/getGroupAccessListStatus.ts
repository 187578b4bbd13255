import { entryDelay } from "../../domain/network-entry.ts";
import { door, operation, schemas } from "../declare.ts";
import { entryValue, findEntry, pathOfOne, shared } from "./common.ts";

export const getGroupAccessListStatus = operation(`GET ${pathOfOne}/status`, {
  ...shared,
  summary: "Get whether an entry of the access list is in force",
  description: "An entry is PENDING for five seconds, then ACTIVE. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { entryValue },
  versions: { "2023-01-01": { reply: schemas.NetworkPermissionEntryStatus } },
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(
  async (context) => context.now >= (await findEntry(context)).createdAt + entryDelay,
  (isActive) => ({ STATUS: isActive ? ("ACTIVE" as const) : ("PENDING" as const) }),
);
