// The addresses API keys and service accounts may be used from.
import type { AccessEntry } from "../domain/access-entry.ts";
import type { Unit } from "./connection.ts";
import { changes, one, paged } from "./facet.ts";
import { type Builder, insertion } from "./query.ts";

const entriesOf = (db: Builder, principalId: string) =>
  db
    .selectFrom("access_entries")
    .select(["cidr", "created_at as createdAt"])
    .where("principal_id", "=", principalId);

const insert = changes(insertion("access_entries", { ignore: true }));

export const accessListReads = {
  /** Entries of a credential, oldest first. */
  page: paged((db, principalId: string) => entriesOf(db, principalId).orderBy("created_at").orderBy("cidr")),

  find: one((db, principalId: string, cidr: string) => entriesOf(db, principalId).where("cidr", "=", cidr)),
};

export const accessListWrites = {
  ...accessListReads,

  /** Adds an entry and returns whether it is new. */
  add: (unit: Unit, principalId: string, { cidr, createdAt }: AccessEntry) =>
    insert(unit, { principal_id: principalId, cidr, created_at: createdAt }),

  /** Removes an entry and returns whether there was one. */
  remove: changes((db, principalId: string, cidr: string) =>
    db.deleteFrom("access_entries").where("principal_id", "=", principalId).where("cidr", "=", cidr),
  ),
};
