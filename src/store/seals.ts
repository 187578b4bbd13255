// Everything in the store that the master secret seals, for when that secret is replaced.
import type { Unit } from "./connection.ts";
import { query } from "./query.ts";
import type { Tables } from "./tables.ts";

/** A sealed column that is missing below would be lost with the old secret. */
type Sealed = { [T in keyof Tables]: keyof Tables[T] & `sealed_${string}` }[keyof Tables];
const complete: [Exclude<Sealed, "sealed_ha1">] extends [never] ? true : Sealed = true;
void complete;

const all = query((db) => db.selectFrom("api_keys").select(["id", "sealed_ha1 as sealed"]));

const replace = query((db, { id, sealed }: { id: string; sealed: string }) =>
  db.updateTable("api_keys").set({ sealed_ha1: sealed }).where("id", "=", id),
);

export const sealReads = {
  /** Sealed texts by the id of whom they belong to; beside them only `meta` has some. */
  all: async (unit: Unit): Promise<{ id: string; sealed: string }[]> => unit.all(all, {}),
};

export const sealWrites = {
  ...sealReads,

  async replace(unit: Unit, id: string, sealed: string): Promise<void> {
    await unit.change(replace, { id, sealed });
  },
};
