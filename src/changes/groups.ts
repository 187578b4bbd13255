// Projects of an organization: made within its limits with the event of it, and deletions that go on.
import type { Caller } from "../domain/access.ts";
import { checkGroupName, checkTags, deletionTime, type Group, mostGroupsPerOrg } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Reads } from "../store/store.ts";
import type { Changing, Looking } from "./changing.ts";
import { ownsOrg } from "./scopes.ts";

/** Refuses a name that another project of the organization has, and one project more than it may have. */
export async function checkRoomForGroup(
  { tx, fault }: Pick<Looking<"GROUP_ALREADY_EXISTS" | "MAX_GROUPS_PER_ORG_EXCEEDED">, "tx" | "fault">,
  orgId: string,
  name: string,
): Promise<void> {
  if ((await tx.groups.named(orgId, name)) !== undefined) throw fault("GROUP_ALREADY_EXISTS", { name });
  if ((await tx.groups.countInOrg(orgId)) >= mostGroupsPerOrg) {
    throw fault("MAX_GROUPS_PER_ORG_EXCEEDED", { limit: String(mostGroupsPerOrg), orgId });
  }
}

type Wanted = Omit<Group, "id" | "createdAt"> & { readonly id?: string | undefined };

/** Makes a project in which nobody holds a role yet. */
export async function makeGroup(
  changing: Changing<
    "BAD_REQUEST" | "GROUP_ALREADY_EXISTS" | "INVALID_GROUP_NAME" | "MAX_GROUPS_PER_ORG_EXCEEDED"
  >,
  wanted: Wanted,
): Promise<Group> {
  const { tx, now, newId, fault, record } = changing;
  const { orgId } = wanted;
  const name = checkGroupName(wanted.name, fault);
  const tags = checkTags(wanted.tags, fault);
  await checkRoomForGroup(changing, orgId, name);
  const group = { ...wanted, id: wanted.id ?? newId(), name, tags, createdAt: now };
  await tx.groups.add(group);
  await record("GROUP_CREATED", { orgId, groupId: group.id });
  return group;
}

/** Whether a project was deleted a moment ago, by this caller or in an organization that the caller owns. */
export async function isBeingDeleted(
  tx: Reads,
  groupId: string,
  caller: Pick<Caller, "id">,
  now: Instant,
): Promise<boolean> {
  const filter = { types: ["GROUP_DELETED"] as const, from: now - deletionTime };
  const newest = { includeCount: false, itemsPerPage: 1, pageNum: 1 };
  const [deletion] = (await tx.events.list({ groupId }, filter, newest)).results;
  if (deletion?.orgId === undefined) return false;
  return deletion.actor?.id === caller.id || ownsOrg(tx, deletion.orgId, caller.id);
}
