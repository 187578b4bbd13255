// What the operations on a project's limits have in common: how a limit is named, found and shown.
import Type from "typebox";
import type { FaultMaker } from "../../contract/errors.ts";
import { ObjectId } from "../../contract/schemas/common.ts";
import type { EnteredGroup } from "../../domain/group.ts";
import { type GroupLimit, type GroupLimitName, groupLimitNames, limitOf } from "../../domain/group-limit.ts";
import type { Reads } from "../../store/store.ts";

export const limitsPath = "/api/atlas/v2/groups/{groupId}/limits";
export const groupId = { ...ObjectId, description: "Id of the project." };
export const limitName = Type.Enum(groupLimitNames, { type: "string", description: "Name of the limit." });

/** Every limit that holds in the project: what was set, and what holds unless it is. */
export async function readLimits(tx: Reads, group: EnteredGroup): Promise<GroupLimit[]> {
  const set = await tx.groupLimits.set(group.id);
  return groupLimitNames.flatMap((name) => limitOf(name, set.get(name)) ?? []);
}

/** One limit; one that has no default and was not set is not there. */
export async function findLimit(
  tx: Reads,
  { group, name }: { group: EnteredGroup; name: GroupLimitName },
  fault: FaultMaker<"RESOURCE_NOT_FOUND">,
): Promise<GroupLimit> {
  const limit = (await readLimits(tx, group)).find((each) => each.name === name);
  if (limit === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: name });
  return limit;
}

export const showLimit = ({ currentUsage, defaultLimit, maximumLimit, name, value }: GroupLimit) => ({
  currentUsage,
  ...(defaultLimit !== undefined && { defaultLimit }),
  ...(maximumLimit !== undefined && { maximumLimit }),
  name,
  value,
});
