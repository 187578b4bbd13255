import { atlas } from "../atlas.ts";
import { findEntry, showEntry } from "./common.ts";

export const getGroupAccessListEntry = atlas("getGroupAccessListEntry", {
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(findEntry, showEntry);
