// Limits of projects that were set. Others have their defaults, which the domain knows, and are not stored.
import type { GroupLimitName } from "../domain/group-limit.ts";
import { changes, many, posts, type Unit } from "./facet.ts";
import { insertion } from "./query.ts";
import { removal, selection } from "./statements.ts";

const valuesOf = many(selection("groupLimits", ["name", "value"], "groupId"));

const remove = removal("groupLimits", "groupId", "name");
const clear = posts(remove);
const insert = posts(insertion("groupLimits"));

export const reads = {
  async set(unit: Unit, groupId: string): Promise<ReadonlyMap<string, number>> {
    return new Map((await valuesOf(unit, groupId)).map(({ name, value }) => [name, value]));
  },
};

export const writes = {
  async write(unit: Unit, groupId: string, name: GroupLimitName, value: number): Promise<void> {
    clear(unit, groupId, name);
    insert(unit, { groupId, name, value });
  },

  /** Removes a limit, and returns whether it was set. */
  clear: changes(remove),
};
