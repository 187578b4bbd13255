// Copies a store as plain rows: taken and put back by the test controls.
import { changes, many, posts, type Unit } from "./facet.ts";
import { insertion, type Query, query, queryNow, toCamel } from "./query.ts";
import { type Tables, tables } from "./tables.ts";

type TableName = keyof Tables & string;

/**
 * The tables that are never taken and never emptied: what was revoked, signed in, called or made in a deployment stays so,
 * whatever the world is put back to.
 */
const lasting: readonly TableName[] = [
  "revokedTokens",
  "deviceGrants",
  "authorizationCodes",
  "commandLines",
  "deprecatedCallers",
  "deprecatedDays",
  "keyUses",
  "provisions",
] as const;

/** The tables, parents before children, so that rows can be put back in this order and removed in reverse. */
const names = Object.keys(tables).map(toCamel) as TableName[];
const taken = names.filter((name) => !lasting.includes(name));
/** The rows by table. */
export type Dump = Readonly<Record<string, readonly object[]>>;
/** The number of rows that one statement puts back; engines limit the number of its parameters. */
const chunk = 500;
/** The number of rows of a table up to which each is put back by its own statement, which is compiled and prepared once. */
const few = 20;

const taking = taken.map((table) => [table, many((db) => db.selectFrom(table).selectAll())] as const);
const emptyingOf = (some: readonly TableName[]): readonly Query<readonly [], unknown>[] =>
  some.map((table) => query((db) => db.deleteFrom(table))).toReversed();
const emptiers = taken.toReversed().map((table) => [table, posts(...emptyingOf([table]))] as const);
/** The statements that empty a store completely, lasting tables included. */
export const emptyings = emptyingOf(names);
const insertions = new Map(taken.map((table) => [table, posts(insertion(table) as Inserting)]));
const insertMany = changes(
  queryNow((db, table: TableName, rows: readonly object[]) => db.insertInto(table).values(rows as never)),
);

type Inserting = Query<readonly [row: object], never>;

export const reads = {
  /** Returns all that `restore` puts back, or some tables of it. */
  async take(unit: Unit, only: readonly TableName[] = taken): Promise<Dump> {
    const dump: Record<string, object[]> = {};
    for (const [table, all] of taking) if (only.includes(table)) dump[table] = await all(unit);
    return dump;
  },
};

/** The tables that a table refers to: its rows go with theirs. */
const parents = new Map(
  Object.entries(tables).map(([table, { columns, constraints }]) => {
    const sql = [...Object.values(columns), ...constraints].join();
    return [toCamel(table), [...sql.matchAll(/references (\w+)/g)].map(([, parent = ""]) => toCamel(parent))];
  }),
);

type Row = Readonly<Record<string, unknown>>;

const isSameRow = (one: Row, other: Row): boolean =>
  Object.entries(one).every(([column, value]) => value === other[column]);

/** Lists the tables whose rows are not those of a dump, and all that refer to them. */
function tablesToReplace(now: Dump, dump: Dump): Set<TableName> {
  const replaced = new Set<TableName>();
  for (const table of taken) {
    const rows = (now[table] ?? []) as readonly Row[];
    const wanted = (dump[table] ?? []) as readonly Row[];
    const isSame =
      rows.length === wanted.length && rows.every((row, index) => isSameRow(row, wanted[index] ?? {}));
    if (!isSame || parents.get(table)?.some((each) => replaced.has(each as TableName))) replaced.add(table);
  }
  return replaced;
}

/** Puts a dump, or some tables of it, into empty tables. */
async function fill(unit: Unit, dump: Dump, some: ReadonlySet<TableName> = new Set(taken)): Promise<void> {
  for (const table of some) {
    const rows = dump[table] ?? [];
    if (rows.length <= few) {
      for (const row of rows) insertions.get(table)?.(unit, row);
      continue;
    }
    for (let start = 0; start < rows.length; start += chunk) {
      await insertMany(unit, table, rows.slice(start, start + chunk));
    }
  }
}

export const writes = {
  /** Replaces everything but lasting tables by a dump; an empty dump empties the store. */
  async restore(unit: Unit, dump: Dump): Promise<void> {
    const replaced = tablesToReplace(await reads.take(unit), dump);
    for (const [table, empty] of emptiers) if (replaced.has(table)) empty(unit);
    await fill(unit, dump, replaced);
  },

  fill,
};
