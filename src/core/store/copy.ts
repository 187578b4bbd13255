// Copies a whole store into an empty database of either engine: from one snapshot, in one unit of work, and verified before it
// is kept.
import { createHash } from "node:crypto";
import type { Report } from "./backup.ts";
import type { Connection, Database } from "./database.ts";
import { endCopy, holdCopy, requireNewest } from "./migrate.ts";
import { StoreError } from "./outages.ts";
import { toCamel, type Value } from "./query.ts";
import { tables } from "./tables.ts";

/** The number of rows that one statement reads or adds. */
const batchSize = 500;

type TableName = keyof typeof tables;
type Row = readonly Value[];
export type Counts = Readonly<Record<string, number>>;

/** The tables, parents before children. */
const names = Object.keys(tables) as TableName[];
const columnsOf = (table: TableName): readonly string[] => Object.keys(tables[table].columns);

/**
 * Reports whether each engine makes a column itself: names in lower case, since SQLite only knows the case of Latin letters.
 */
const isMade = (column: string): boolean => column === "names";

/** Copies all rows. `report` gets the percentage of rows copied, and then of rows verified. Returns the number in each table. */
export const copyRows = (from: Database, to: Database, report: Report): Promise<Counts> =>
  // Both may run again, because nothing is kept of an earlier run.
  to.write(async (target) => {
    await holdCopy(target);
    return from.read(async (source) => {
      await requireNewest(source);
      const counts = await countRows(source);
      const copied = await walk(
        source,
        counts,
        (percent) => report("copied", percent),
        (table, rows) => add(target, table, rows),
      );
      await target.change({ sql: "update users set first_name = first_name", values: [] });
      const kept = await walk(target, counts, (percent) => report("checked", percent));
      for (const table of names) {
        if (copied[table] === kept[table]) continue;
        throw new StoreError(
          `the copy of the table ${table} differs from the rows that were read; nothing was kept`,
        );
      }
      await endCopy(target);
      return counts;
    });
  });

async function countRows(source: Connection): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const table of names) {
    const [row] = await source.rows({ sql: `select count(*) as n from ${table}`, values: [] });
    counts[table] = Number((row as { n: number }).n);
  }
  return counts;
}

/** Reads every row, and returns a digest for each table that does not depend on the order. */
async function walk(
  connection: Connection,
  counts: Counts,
  report: (percent: number) => void,
  take: (table: TableName, rows: readonly Row[]) => unknown = () => {},
): Promise<Partial<Record<TableName, string>>> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const digests: Partial<Record<TableName, string>> = {};
  let done = 0;
  for (const table of names) {
    const digest = createDigest(table);
    for await (const rows of readRows(connection, table)) {
      for (const row of rows) digest.add(row);
      await take(table, rows);
      done += rows.length;
      report(Math.floor((100 * done) / Math.max(total, 1)));
    }
    digests[table] = digest.end();
  }
  return digests;
}

async function* readRows(connection: Connection, table: TableName): AsyncGenerator<readonly Row[]> {
  const columns = columnsOf(table);
  const keys = columns.map(toCamel);
  const toRow = (row: unknown): Row => keys.map((key) => (row as Record<string, Value>)[key] ?? null);
  const ask = (sql: string, values: readonly Value[] = []) =>
    connection.rows({ sql, values, isPlannedAnew: true });
  if (connection.engine === "postgres") {
    await ask(`declare copied no scroll cursor for select ${columns.join(", ")} from ${table}`);
    for (;;) {
      const rows = await ask(`fetch ${batchSize} from copied`);
      if (rows.length === 0) break;
      yield rows.map(toRow);
    }
    await ask("close copied");
    return;
  }
  for (let last = 0; ; ) {
    const sql = `select rowid as copied_row, ${columns.join(", ")} from ${table} where rowid > ? order by rowid limit ${batchSize}`;
    const rows = (await ask(sql, [last])) as { copiedRow: number }[];
    if (rows.length === 0) return;
    yield rows.map(toRow);
    last = rows.at(-1)?.copiedRow ?? 0;
  }
}

async function add(target: Connection, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(table);
  let nth = 0;
  const parameter = () => (target.engine === "sqlite" ? "?" : `$${++nth}`);
  const values = rows.map(() => `(${columns.map(parameter).join(", ")})`).join(", ");
  await target.change({
    sql: `insert into ${table} (${columns.join(", ")}) values ${values}`,
    values: rows.flat(),
    isPlannedAnew: true,
  });
}

function createDigest(table: TableName) {
  const columns = columnsOf(table);
  let [sum, count] = [0n, 0];
  return {
    add(row: Row): void {
      const kept = row.filter((_, index) => !isMade(columns[index] as string));
      sum += BigInt(`0x${createHash("sha256").update(JSON.stringify(kept)).digest("hex")}`);
      count++;
    },
    end: (): string => `${count} ${sum.toString(16)}`,
  };
}
