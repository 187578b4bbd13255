// Operations on the access list of a project.

import type { Resource } from "../../core/changes/resources.ts";
import { singleAddress } from "../../core/domain/access-entry.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { type Showing, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { keeping } from "../../core/operations/keeping.ts";
import { networkEntries } from "./kept.ts";
import { addNetworkEntries, addNetworkErrors } from "./network-access.ts";
import { entryDelay, entryNamed, type NetworkEntry } from "./rules/network-entry.ts";

function showEntry(entry: Resource<NetworkEntry>, { origin }: Showing) {
  const { groupId, name, document, endsAt } = entry;
  const { cidr, comment } = document;
  const ipAddress = singleAddress(name);
  const href = `${origin}/api/atlas/v2/groups/${groupId}/accessList/${name.replace("/", "%2F")}`;
  return {
    ...(cidr === undefined ? { awsSecurityGroup: name } : { cidrBlock: cidr }),
    ...(comment !== undefined && { comment }),
    ...(endsAt !== null && { deleteAfterDate: toTimestamp(endsAt) }),
    groupId,
    ...(cidr !== undefined && ipAddress !== undefined && { ipAddress }),
    links: [{ href, rel: "self" }],
  };
}

const entries = keeping(networkEntries, {
  by: "entryValue",
  absent: "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND",
  nameOf: entryNamed,
  show: showEntry,
});

export const listGroupAccessListEntries = entries.page("listGroupAccessListEntries");

export const getGroupAccessListEntry = entries.get("getGroupAccessListEntry");

export const getGroupAccessListStatus = atlas("getGroupAccessListStatus", {
  errors: ["ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND"],
}).handle(
  async (context) => context.now >= (await entries.find(context)).createdAt + entryDelay,
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

export const deleteGroupAccessListEntry = entries.remove("deleteGroupAccessListEntry", {
  securityEvent: "network-access-change",
});
