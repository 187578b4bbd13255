// Finds all values in the store that the master secret seals, for when that secret is replaced.
import { many, posts, type Unit } from "./facet.ts";
import { setting } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** A sealed column that is missing below would be lost with the old secret. */
type Sealed = { [T in keyof Tables]: keyof Tables[T] & `sealed_${string}` }[keyof Tables];
const complete: [Exclude<Sealed, "sealedHa1" | "sealedSecret">] extends [never] ? true : Sealed = true;
void complete;

const ofKeys = many((db) => db.selectFrom("apiKeys").select(["id", "sealedHa1 as sealed"]));
const sealedIn = (table: "documents" | "provisions") =>
  many((db) =>
    db
      .selectFrom(table)
      .select(["id", "sealedSecret as sealed"])
      .where("sealedSecret", "is not", null)
      .$narrowType<{ sealed: string }>(),
  );
const [ofDocuments, ofProvisions] = [sealedIn("documents"), sealedIn("provisions")];

export const reads = {
  /** Lists sealed texts by the id of their owner; the only others are in `meta`. */
  all: async (unit: Unit) => [
    ...(await ofKeys(unit)),
    ...(await ofDocuments(unit)),
    ...(await ofProvisions(unit)),
  ],
};

export const writes = {
  /** An id has one owner, in whichever table. */
  replace: posts(
    setting("apiKeys", "sealedHa1"),
    setting("documents", "sealedSecret"),
    setting("provisions", "sealedSecret"),
  ),
};
