// Limits of projects that were set. One that was not set has its default, which the domain knows, and is not kept.
import type { GroupLimitName } from "../domain/group-limit.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";

const ofGroup = query((db, at: { groupId: string }) =>
  db.selectFrom("group_limits").select(["name", "value"]).where("group_id", "=", at.groupId),
);

const remove = query((db, at: { groupId: string; name: string }) =>
  db.deleteFrom("group_limits").where("group_id", "=", at.groupId).where("name", "=", at.name),
);

const insert = insertion("group_limits");

export const groupLimitReads = {
  /** Values that were set, by name. */
  async set(unit: Unit, groupId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await unit.all(ofGroup, { groupId });
    return new Map(rows.map(({ name, value }) => [name, value]));
  },
};

export const groupLimitWrites = {
  ...groupLimitReads,

  async write(unit: Unit, groupId: string, name: GroupLimitName, value: number): Promise<void> {
    unit.post(remove, { groupId, name });
    unit.post(insert, { group_id: groupId, name, value });
  },

  /** Forgets what was set, and returns whether anything was. */
  async clear(unit: Unit, groupId: string, name: GroupLimitName): Promise<boolean> {
    return (await unit.change(remove, { groupId, name })) > 0;
  },
};
