// Settings that decide nothing here, of organizations and of projects: one JSON text for each kind of them.
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import type { Tables } from "./tables.ts";

interface Columns {
  org_documents: "org_id";
  group_documents: "group_id";
}

/** Reads and writes the documents of one table; `column` names whose they are. */
export function documentsIn<Table extends keyof Columns>(table: Table, column: Columns[Table]) {
  type Kind = Tables[Table]["kind"];
  interface At {
    of: string;
    kind: Kind;
  }
  // The tables differ in names only, so the types of one serve for both.
  const [from, of] = [table as "org_documents", column as "org_id"];
  const kindIn = (at: At) => at.kind as Tables["org_documents"]["kind"];

  const documentOf = query((db, at: At) =>
    db.selectFrom(from).select("document").where(of, "=", at.of).where("kind", "=", kindIn(at)),
  );
  const remove = query((db, at: At) =>
    db.deleteFrom(from).where(of, "=", at.of).where("kind", "=", kindIn(at)),
  );
  const insert = insertion(from);

  const clear = async (unit: Unit, id: string, kind: Kind): Promise<void> => {
    unit.post(remove, { of: id, kind });
  };
  return {
    async find(unit: Unit, id: string, kind: Kind): Promise<object | undefined> {
      const row = await unit.first(documentOf, { of: id, kind });
      return row && JSON.parse(row.document);
    },
    async write(unit: Unit, id: string, kind: Kind, document: object): Promise<void> {
      await clear(unit, id, kind);
      const row = { [column]: id, kind, document: JSON.stringify(document) };
      unit.post(insert, row as unknown as Tables["org_documents"]);
    },
    clear,
  };
}
