// What a store remembers about itself, such as that its credentials are those of the demonstration.
import type { Unit } from "./connection.ts";
import { query } from "./query.ts";

type Key = "audit-key" | "demo" | "probed-at" | "seal";

const byKey = query((db, at: { key: string }) =>
  db.selectFrom("meta").select("value").where("key", "=", at.key),
);

const upsert = query((db, { key, value }: { key: string; value: string }) =>
  db
    .insertInto("meta")
    .values({ key, value })
    .onConflict((on) => on.column("key").doUpdateSet({ value })),
);

const keep = query((db, { key, value }: { key: string; value: string }) =>
  db
    .insertInto("meta")
    .values({ key, value })
    .onConflict((on) => on.doNothing()),
);

export const metaReads = {
  async get(unit: Unit, key: Key): Promise<string | undefined> {
    return (await unit.first(byKey, { key }))?.value;
  },
};

export const metaWrites = {
  ...metaReads,

  /** What is remembered under a key: what is there already, or else this from now on, whoever else comes with another. */
  async keep(unit: Unit, key: Key, value: string): Promise<string> {
    await unit.change(keep, { key, value });
    return (await metaReads.get(unit, key)) ?? value;
  },

  async set(unit: Unit, key: Key, value: string): Promise<void> {
    await unit.change(upsert, { key, value });
  },
};
