// The shared parts of operations on a project's access list: their path, how an entry is found, and how it looks.

import type { Resource } from "../../core/changes/resources.ts";
import { singleAddress } from "../../core/domain/access-entry.ts";
import { type FaultMaker, type Reads, type Showing, toTimestamp } from "../../core/operations/declare.ts";
import { networkEntries } from "./kept.ts";
import { entryNamed, type NetworkEntry } from "./rules/network-entry.ts";

export async function findEntry({
  group,
  params: { entryValue: entry },
  fault,
  ...reading
}: {
  readonly tx: Reads;
  readonly now: number;
  readonly group: { readonly id: string };
  readonly params: { readonly entryValue: string };
  readonly fault: FaultMaker<"ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND">;
}) {
  const found = await networkEntries.find(reading, group, entryNamed(entry));
  if (found === undefined) {
    throw fault("ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND", { entry, groupId: group.id });
  }
  return found;
}

export function showEntry(entry: Resource<NetworkEntry>, { origin }: Showing) {
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
