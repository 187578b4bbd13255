// Documents that rows keep as JSON texts; those of organizations and projects are settings that decide nothing here, one of each kind.
import { one, posts, type Unit } from "./facet.ts";
import { type Builder, derived, insertion } from "./query.ts";
import type { Tables } from "./tables.ts";

/** A row with its document read. */
export const withDocument = <Row extends { readonly document: string }>({ document, ...row }: Row) => ({
  ...row,
  document: JSON.parse(document) as unknown,
});

/** Adds rows to a table, each with its document. */
export function addsTo<Table extends "federationParts" | "groupResources" | "resourcePolicies">(
  table: Table,
) {
  const insert = posts(insertion(table)) as (unit: Unit, row: object) => void;
  return (
    unit: Unit,
    { document, ...row }: Omit<Tables[Table], "document"> & { readonly document: object },
  ): void => insert(unit, { ...row, document: JSON.stringify(document) });
}

interface Columns {
  orgDocuments: "orgId";
  groupDocuments: "groupId";
}

/** Reads and writes the documents of one table; `column` has the id of their organization or project. */
export function documentsIn<Table extends keyof Columns>(table: Table, column: Columns[Table]) {
  type Kind = Tables[Table]["kind"];
  // The tables differ in names only, so the types of one serve for both.
  const [from, of] = [table as "orgDocuments", column as "orgId"];
  const kindOf = (kind: Kind) => kind as Tables["orgDocuments"]["kind"];

  const clear = posts((db: Builder, id: string, kind: Kind) =>
    db.deleteFrom(from).where(of, "=", id).where("kind", "=", kindOf(kind)),
  );
  const insert = posts((db: Builder, id: string, kind: Kind, document: object) =>
    db.insertInto(from).values({
      [column as "orgId"]: id,
      kind: kindOf(kind),
      document: derived(document, JSON.stringify),
    }),
  );

  return {
    find: one(
      (db: Builder, id: string, kind: Kind) =>
        db.selectFrom(from).select("document").where(of, "=", id).where("kind", "=", kindOf(kind)),
      (row): object => JSON.parse(row.document),
    ),
    async write(unit: Unit, id: string, kind: Kind, document: object): Promise<void> {
      clear(unit, id, kind);
      insert(unit, id, kind, document);
    },
    clear,
  };
}
