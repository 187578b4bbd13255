// Finds the compliance policy of a project, which constrains its schedules and snapshots.

import type { Reading } from "../../core/changes/changing.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { compliancePolicies, retainedBackups } from "./kept.ts";

/** The name of the one policy of a project. */
export const only = "";

export const findPolicy = (looking: Reading, group: GroupRef) =>
  compliancePolicies.find(looking, group, only);

/** The backups of deleted clusters that keep a project with a policy from being deleted. */
export const protectedBackups = {
  count: async (looking: Reading, group: GroupRef): Promise<number> =>
    (await findPolicy(looking, group)) === undefined ? 0 : retainedBackups.count(looking, group),
};
