// Limits of projects that were set. One that was not set has its default, which the domain knows, and is not kept.
import type { GroupLimitName } from "../domain/group-limit.ts";
import type { Unit } from "./connection.ts";
import { changes, many, posts } from "./facet.ts";
import { type Builder, insertion } from "./query.ts";

const valuesOf = many((db, groupId: string) =>
  db.selectFrom("group_limits").select(["name", "value"]).where("group_id", "=", groupId),
);

const remove = (db: Builder, groupId: string, name: GroupLimitName) =>
  db.deleteFrom("group_limits").where("group_id", "=", groupId).where("name", "=", name);
const clear = posts(remove);
const insert = posts(insertion("group_limits"));

export const groupLimitReads = {
  /** Values that were set, by name. */
  async set(unit: Unit, groupId: string): Promise<ReadonlyMap<string, number>> {
    return new Map((await valuesOf(unit, groupId)).map(({ name, value }) => [name, value]));
  },
};

export const groupLimitWrites = {
  ...groupLimitReads,

  async write(unit: Unit, groupId: string, name: GroupLimitName, value: number): Promise<void> {
    clear(unit, groupId, name);
    insert(unit, { group_id: groupId, name, value });
  },

  /** Forgets what was set, and returns whether anything was. */
  clear: changes(remove),
};
