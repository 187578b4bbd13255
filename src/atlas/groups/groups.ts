// Creates, moves and deletes projects of an organization within its limits, records the events, and completes deletions.

import type { Changing, Visiting } from "../../core/changes/changing.ts";
import { endIn } from "../../core/changes/resources.ts";
import { ownsOrg } from "../../core/changes/scopes.ts";
import type { Caller } from "../../core/domain/access.ts";
import { changesOf } from "../../core/domain/access-history.ts";
import { foldAddress } from "../../core/domain/address.ts";
import type { AccessChange } from "../../core/domain/event.ts";
import {
  checkGroupName,
  checkTags,
  deletionTime,
  type EnteredGroup,
  type Group,
  mostGroupsPerOrg,
} from "../../core/domain/group.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { checkRoomInOrg } from "../../core/domain/membership.ts";
import type { Org } from "../../core/domain/org.ts";
import type { HeldInPlace } from "../../core/store/access.ts";
import type { Reads } from "../../core/store/store.ts";
import { protectedBackups } from "../backups/policy.ts";
import { clusters } from "../clusters/kept.ts";
import { federatedDatabases, networkEndpoints } from "../data-federation/kept.ts";
import { join } from "../invites/accepting.ts";
import { configsIn, removeConfigs } from "../mcp-configs/configs.ts";
import { peers } from "../peering/kept.ts";
import { endpointServices } from "../private-endpoints/kept.ts";
import { streamPrivateLinks, streamWorkspaces } from "../streams/kept.ts";

export async function refuseTakenGroupName(
  { tx, fault }: Visiting<"GROUP_ALREADY_EXISTS">,
  orgId: string,
  name: string,
): Promise<void> {
  if ((await tx.groups.named(orgId, name)) !== undefined) throw fault("GROUP_ALREADY_EXISTS", { name });
}

async function checkRoomForGroup(
  { tx, fault }: Visiting<"MAX_GROUPS_PER_ORG_EXCEEDED">,
  orgId: string,
): Promise<void> {
  if ((await tx.groups.countInOrg(orgId)) < mostGroupsPerOrg) return;
  throw fault("MAX_GROUPS_PER_ORG_EXCEEDED", { limit: String(mostGroupsPerOrg), orgId });
}

type WantedGroup = Omit<Group, "id" | "createdAt"> & {
  readonly id?: string | undefined;
  readonly owners?: readonly string[];
};

export async function makeGroup(
  changing: Changing<
    "BAD_REQUEST" | "GROUP_ALREADY_EXISTS" | "INVALID_GROUP_NAME" | "MAX_GROUPS_PER_ORG_EXCEEDED"
  >,
  { owners = [], ...wanted }: WantedGroup,
): Promise<Group> {
  const { tx, now, newId, fault, record } = changing;
  const { orgId } = wanted;
  const name = checkGroupName(wanted.name, fault);
  const tags = checkTags(wanted.tags, fault);
  await refuseTakenGroupName(changing, orgId, name);
  await checkRoomForGroup(changing, orgId);
  const group = { ...wanted, id: wanted.id ?? newId(), name, tags, createdAt: now };
  await tx.groups.add(group);
  for (const owner of owners) await tx.grants.give(owner, { orgId, groupId: group.id }, "GROUP_OWNER", now);
  const kept = {
    name: { before: "", after: name },
    access: changed(await tx.access.inPlace(group.id), "given"),
  };
  await record("GROUP_CREATED", { orgId, groupId: group.id, kept });
  return group;
}

type MovingCode = "GROUP_ALREADY_EXISTS" | "MAX_GROUPS_PER_ORG_EXCEEDED" | "MAX_USERS_PER_ORG_EXCEEDED";

export async function moveGroup(changing: Changing<MovingCode>, group: EnteredGroup, destination: Org) {
  const { tx, record } = changing;
  const orgId = destination.id;
  const [, , newcomers, configs] = await Promise.all([
    refuseTakenGroupName(changing, orgId, group.name),
    checkRoomForGroup(changing, orgId),
    findNewcomers(changing, group, destination),
    configsIn(changing, { orgId: group.orgId, groupId: group.id }),
  ]);
  await Promise.all([endIn(changing, group.id), removeConfigs(changing, configs)]);
  const held = await tx.access.inPlace(group.id);
  await tx.groupMoves.move(group.id, orgId);
  const left = {
    group: { id: group.id },
    name: { before: group.name, after: "" },
    access: changed(held, "taken"),
  };
  const [given] = await Promise.all([
    tx.access.inPlace(group.id),
    record("GROUP_MOVED_FROM_ORG", { orgId: group.orgId, kept: left }),
  ]);
  const come = { name: { before: "", after: group.name }, access: changed(given, "given") };
  await record("GROUP_MOVED", { orgId, groupId: group.id, kept: come });
  for (const user of newcomers) {
    await join(changing, user, orgId, { roles: ["ORG_MEMBER"], groupRoles: [], teamIds: [] });
  }
}

/** The kinds whose things a project must not have when it is deleted, with the refusal. */
const inTheWay = [
  [clusters, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS"],
  [protectedBackups, "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY"],
  [peers, "CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS"],
  [federatedDatabases, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_LAKES"],
  [networkEndpoints, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_FEDERATION_PRIVATE_ENDPOINTS"],
  [endpointServices, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES"],
  [streamWorkspaces, "CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE"],
  [streamPrivateLinks, "CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE"],
] as const;

type RemoveCode = (typeof inTheWay)[number][1];
export const removeErrors: readonly RemoveCode[] = inTheWay.map(([, code]) => code);

/** Deletes a project with all roles in it, unless something is in the way. */
export async function removeGroup(
  changing: Changing<RemoveCode>,
  { id, orgId, name }: EnteredGroup,
): Promise<void> {
  const { tx, record, fault } = changing;
  await endIn(changing, id);
  const counts = await Promise.all(inTheWay.map(([kind]) => kind.count(changing, { id })));
  const [, code] = inTheWay[counts.findIndex((count) => count > 0)] ?? [];
  if (code !== undefined) throw fault(code, {});
  await removeConfigs(changing, await configsIn(changing, { orgId, groupId: id }));
  const access = changed(await tx.access.inPlace(id), "taken");
  await tx.groups.remove(id);
  await record("GROUP_DELETED", { orgId, groupId: id, kept: { name: { before: name, after: "" }, access } });
}

const changed = (held: readonly HeldInPlace[], how: "given" | "taken"): AccessChange[] =>
  held.flatMap(({ who, roles }) => changesOf(who, roles, how));

/** Finds the people of the project who are neither members of the destination nor invited to it. */
async function findNewcomers(
  { tx, now, fault }: Changing<"MAX_USERS_PER_ORG_EXCEEDED">,
  group: EnteredGroup,
  destination: Org,
): Promise<{ id: string; username: string }[]> {
  const [members, people] = await Promise.all([
    tx.members.current(destination, now),
    tx.groupMoves.people(group.id),
  ]);
  const known = new Map(members.map(({ username, status }) => [foldAddress(username), status]));
  const newcomers = people.filter(({ username }) => known.get(foldAddress(username)) !== "ACTIVE");
  const more = newcomers.filter(({ username }) => !known.has(foldAddress(username))).length;
  checkRoomInOrg(destination, members, fault, more);
  return newcomers;
}

/** Reports whether a project was deleted within the last minute, by this caller or in an organization that the caller owns. */
export async function isBeingDeleted(tx: Reads, groupId: string, caller: Pick<Caller, "id">, now: Instant) {
  const filter = { types: ["GROUP_DELETED"] as const, from: now - deletionTime };
  const newest = { includeCount: false, itemsPerPage: 1, pageNum: 1 };
  const [deletion] = (await tx.events.list({ groupId }, filter, newest)).results;
  if (deletion?.orgId === undefined) return false;
  return deletion.actor?.id === caller.id || ownsOrg(tx, deletion.orgId, caller.id);
}
