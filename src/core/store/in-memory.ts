// Stores in memory. A closed one is emptied and kept: opening a database and preparing statements takes a third of a short
// life.
import type { Database } from "./database.ts";
import { emptyings } from "./dump.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";
import { type Store, storeOver } from "./store.ts";

/** An empty database. */
interface Spare {
  readonly database: Database;
  /** The number of stores that have used it. */
  readonly uses: number;
}

const spares: Spare[] = [];
/** The number of databases kept for their next use: enough for some worlds at a time. */
const mostSpares = 4;
/** The number of uses after which a database is dropped, because it keeps the statements of every store that used it. */
const mostUses = 100;
/** The most pages of 4 KiB of a kept database: an empty one has some 150, so one that had more than a test needs is dropped. */
const mostPages = 1000;
/** The newest schema, as it was created for the first store of this process. */
let newestSchema: Buffer | undefined;

async function openNew(): Promise<Spare> {
  const database = openSqlite(null, undefined, newestSchema);
  if (newestSchema === undefined) {
    await migrate(database);
    newestSchema = database.takeImage();
  }
  return { database, uses: 0 };
}

export async function openInMemory(): Promise<Store> {
  const spare = spares.pop() ?? (await openNew());
  return storeOver({ ...spare.database, close: () => giveBack(spare) });
}

async function giveBack({ database, uses }: Spare): Promise<void> {
  const keeps =
    uses + 1 < mostUses && spares.length < mostSpares && (await empty(database).catch(() => false));
  // Others may have been added while it was emptied.
  if (keeps && spares.length < mostSpares) spares.push({ database, uses: uses + 1 });
  else await database.close();
}

/** Empties a database; returns whether it is small. */
const empty = (database: Database): Promise<boolean> =>
  database.write(async (connection) => {
    const [pages] = await connection.rows({ sql: "pragma page_count", values: [] });
    if ((pages as { pageCount: number }).pageCount > mostPages) return false;
    for (const each of emptyings) await connection.change(each.bind("sqlite", []));
    return true;
  });
