// What the operations of projects have in common: their paths, and how limits and settings are read.
import type { EnteredGroup } from "../../domain/group.ts";
import { type GroupLimit, type GroupLimitName, groupLimitNames, limitOf } from "../../domain/group-limit.ts";
import { defaultGroupSettings, type GroupSettings } from "../../domain/group-settings.ts";
import { type FaultMaker, limitSets, type Reads, Type } from "../declare.ts";

const tag = "Projects";
/** Of one project. */
export const oneGroup = { tag, limit: limitSets.group } as const;
/** Of projects that are looked for or made. */
export const manyGroups = { tag, limit: limitSets.groups } as const;

export const limitsPath = "/api/atlas/v2/groups/{groupId}/limits";
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

/** What was set, over what holds unless it was. */
export async function readSettings(tx: Reads, group: EnteredGroup): Promise<GroupSettings> {
  return { ...defaultGroupSettings, ...(await tx.groups.document(group.id, "settings")) };
}
