import { networkEntries } from "../../changes/resources.ts";
import { door, operation } from "../declare.ts";
import { entryValue, findEntry, pathOfOne, shared } from "./common.ts";

export const deleteGroupAccessListEntry = operation(`DELETE ${pathOfOne}`, {
  ...shared,
  securityEvent: "network-access-change",
  summary: "Remove an address that the databases of a project may be reached from",
  description:
    "Removes the entry of exactly this address, network or security group. Needs Project Network Access Manager.",
  door: door.group("GROUP_NETWORK_ACCESS_MANAGER"),
  holds: "group",
  params: { entryValue },
  versions: { "2023-01-01": {} },
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(async (context) => networkEntries.remove(context, await findEntry(context)));
