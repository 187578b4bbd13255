import { entryDelay } from "../../domain/network-entry.ts";
import { atlas } from "../atlas.ts";
import { findEntry } from "./common.ts";

export const getGroupAccessListStatus = atlas("getGroupAccessListStatus", {
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(
  async (context) => context.now >= (await findEntry(context)).createdAt + entryDelay,
  (isActive) => ({ STATUS: isActive ? ("ACTIVE" as const) : ("PENDING" as const) }),
);
