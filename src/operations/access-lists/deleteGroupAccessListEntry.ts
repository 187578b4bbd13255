import { networkEntries } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { findEntry } from "./common.ts";

export const deleteGroupAccessListEntry = atlas("deleteGroupAccessListEntry", {
  holds: "group",
  securityEvent: "network-access-change",
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(async (context) => networkEntries.remove(context, await findEntry(context)));
