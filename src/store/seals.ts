// Everything in the store that the master secret seals, for when that secret is replaced.
import { many, posts } from "./facet.ts";
import type { Tables } from "./tables.ts";

/** A sealed column that is missing below would be lost with the old secret. */
type Sealed = { [T in keyof Tables]: keyof Tables[T] & `sealed_${string}` }[keyof Tables];
const complete: [Exclude<Sealed, "sealedHa1">] extends [never] ? true : Sealed = true;
void complete;

export const reads = {
  /** Sealed texts by the id of their owner; beside them only `meta` has some. */
  all: many((db) => db.selectFrom("apiKeys").select(["id", "sealedHa1 as sealed"])),
};

export const writes = {
  replace: posts((db, id: string, sealedHa1: string) =>
    db.updateTable("apiKeys").set({ sealedHa1 }).where("id", "=", id),
  ),
};
