// Writes src/store/migrations/newest.ts: the statements that make the newest schema of SQLite at once, as all migrations together do. Run
// it after a change to the migrations: node --import tsx scripts/newest-schema.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate, migrations } from "../src/store/migrate.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { format, root } from "./format.ts";

const file = join(root, "src/store/migrations/newest.ts");

/** What makes each part of a schema, in the order in which the parts were made; of a database where `all` were applied. */
export async function schemaAfter(all: typeof migrations): Promise<string[]> {
  const database = openSqlite(null);
  await migrate(database, { all });
  const sql = "select sql from sqlite_master where sql is not null order by rowid";
  const parts = (await database.read((connection) => connection.rows({ sql, values: [] }))) as {
    sql: string;
  }[];
  await database.close();
  return parts.map((part) => part.sql.replace(/\s+/g, " "));
}

/** The text of the file. */
export async function renderNewestSchema(): Promise<string> {
  // A copy: step by step.
  const statements = (await schemaAfter([...migrations])).filter(
    (sql) => !/^create table (?:migrations|meta)\b/i.test(sql),
  );
  return format(
    file,
    `// Written by scripts/newest-schema.ts from the migrations; do not edit.

/** What a database of SQLite with nothing but the tables of migrations and \`meta\` lacks. */
export const newest: readonly string[] = ${JSON.stringify(statements)};
`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, await renderNewestSchema());
