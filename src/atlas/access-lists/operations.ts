// Operations on the access list of a project.

import { atlas } from "../../core/operations/atlas.ts";
import { showPageOf } from "../../core/operations/declare.ts";
import { findEntry, showEntry } from "./common.ts";
import { networkEntries } from "./kept.ts";
import { addNetworkEntries, addNetworkErrors } from "./network-access.ts";
import { entryDelay } from "./rules/network-entry.ts";

export const listGroupAccessListEntries = atlas("listGroupAccessListEntries", {}).handle(
  ({ group, query, ...reading }) => networkEntries.page(reading, group, query),
  showPageOf(showEntry),
);

export const getGroupAccessListEntry = atlas("getGroupAccessListEntry", {
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(findEntry, showEntry);

export const getGroupAccessListStatus = atlas("getGroupAccessListStatus", {
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(
  async (context) => context.now >= (await findEntry(context)).createdAt + entryDelay,
  (isActive) => ({ STATUS: isActive ? ("ACTIVE" as const) : ("PENDING" as const) }),
);

export const createGroupAccessListEntry = atlas("createGroupAccessListEntry", {
  locks: "group",
  securityEvent: "network-access-change",
  errors: [...addNetworkErrors],
}).handle(async (context) => {
  await addNetworkEntries(context, context.group, context.body);
  return networkEntries.page(context, context.group, context.query);
}, showPageOf(showEntry));

export const deleteGroupAccessListEntry = atlas("deleteGroupAccessListEntry", {
  locks: "group",
  securityEvent: "network-access-change",
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(async (context) => networkEntries.remove(context, await findEntry(context)));
