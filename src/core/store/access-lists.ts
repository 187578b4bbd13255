// The addresses from which API keys and service accounts may be used.
import type { AccessEntry } from "../domain/access-entry.ts";
import { changes, one, paged, type Unit } from "./facet.ts";
import { insertion } from "./query.ts";
import { removal, selection } from "./statements.ts";

const entriesOf = selection("accessEntries", ["cidr", "createdAt"], "principalId");

const insert = changes(insertion("accessEntries", { ignore: true }));

export const reads = {
  page: paged((db, principalId: string) => entriesOf(db, principalId).orderBy("createdAt").orderBy("cidr")),
  find: one((db, principalId: string, cidr: string) => entriesOf(db, principalId).where("cidr", "=", cidr)),
};

export const writes = {
  add: (unit: Unit, principalId: string, { cidr, createdAt }: AccessEntry) =>
    insert(unit, { principalId, cidr, createdAt }),

  remove: changes(removal("accessEntries", "principalId", "cidr")),
};
