// Adds entries to the access list of a project, and updates existing entries.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import { limitIn } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { peers } from "../peering/kept.ts";
import { networkEntries } from "./kept.ts";
import { chooseNetworkEntries, networkEntryErrors, type SentEntry } from "./rules/network-entry.ts";

const limitName = "atlas.project.security.networkAccess.entries";

export const addNetworkErrors = [
  ...networkEntryErrors,
  "ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED",
  "CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION",
  "PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY",
] as const;

const isPeeredAtAws = async (looking: Reading, group: GroupRef): Promise<boolean> =>
  (await peers.all(looking, group)).some(({ document }) => document.providerName === "AWS");

export async function addNetworkEntries(
  changing: Changing<(typeof addNetworkErrors)[number]>,
  group: GroupRef,
  sent: readonly SentEntry[],
  { isOfSeed = false }: { readonly isOfSeed?: boolean } = {},
): Promise<void> {
  const { now, fault } = changing;
  for (const { name, document, endsAt } of chooseNetworkEntries(sent, now, fault)) {
    const there = await networkEntries.find(changing, group, name);
    // A seed is planted before the peering connections of the project.
    const isOfPeer = there === undefined && document.cidr === undefined && !isOfSeed;
    if (isOfPeer && !(await isPeeredAtAws(changing, group))) {
      throw fault("CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION", { groupId: group.id });
    }
    if (there === undefined) {
      await networkEntries.add(changing, group, name, { document, endsAt });
    } else if (there.endsAt === null && endsAt !== null) {
      throw fault("PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY", { name });
    } else if (there.endsAt !== endsAt || there.document.comment !== document.comment) {
      await networkEntries.replace(changing, there, { document, endsAt });
    }
  }
  const limit = await limitIn(changing, group, limitName);
  if ((await networkEntries.count(changing, group)) > limit) {
    throw fault("ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED", { groupId: group.id, limit });
  }
}
