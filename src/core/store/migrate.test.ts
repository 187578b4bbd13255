// Tests which statements a migration may have, since servers of the previous version read and write while it runs.
import { deepEqual, equal, match } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { migrate, migrations, sqlOf } from "./migrate.ts";
import type { Migration } from "./migration.ts";
import { openSqlite } from "./sqlite.ts";

/** The name of the schema that 0.1.0 has, once that is released. */
const released: string | undefined = undefined;

const constant = String.raw`(?:'[^']*'|-?\d+)`;

/** The statements allowed on PostgreSQL: each holds a lock that blocks others only for a moment, or while an index is built. */
const harmless = [
  /^create table \w+ \(/,
  // An operator with a large table may have built it before, CONCURRENTLY and with this name.
  /^create (?:unique )?index if not exists \w+ on \w+/,
  // Only an index may be dropped that no statement of either version uses: the plans were read.
  /^drop index if exists \w+$/,
  // A trigger waits until changes of its table end, and blocks none once it exists.
  /^create (?:or replace function|trigger) \w+/,
  // No check, key or reference may be added: for these all rows are read while others are blocked.
  new RegExp(
    `^alter table \\w+ add column \\w+ (?:text|bigint|integer)(?: (?:not null )?default ${constant})?$`,
  ),
];

/**
 * Returns why a statement must not run beside servers of the previous version; undefined if it may. No server uses a table of
 * `newTables`.
 */
function flawOf(statement: string, newTables: readonly string[] = []): string | undefined {
  const text = statement.replace(/\s+/g, " ").trim();
  const [, table = ""] = /^(?:create (?:unique )?index \w+ on|alter table) (\w+)/.exec(text) ?? [];
  if (newTables.includes(table)) return undefined;
  if (harmless.some((form) => form.test(text))) return undefined;
  if (/^create (?:unique )?index \w/.test(text)) return "an index is made only if it does not exist";
  if (/^alter table \w+ add column/.test(text)) {
    return "a new column may be null, or has a constant default, and no condition";
  }
  if (/^(?:insert|update|delete) /.test(text)) return "rows are changed by a server, some at a time";
  if (/^(?:drop|alter table \w+ (?:drop|rename))/.test(text)) {
    return "what is used is taken away a release later, when nothing uses it any more";
  }
  return "this is no form that is known to be harmless";
}

/** Returns the flaws of migrations that follow the schema, which is created in an empty database. */
const flawsOf = ([schema, ...later]: readonly Migration[]): string[] =>
  later.flatMap((migration) => {
    const { name, since } = migration;
    // It waits until servers of the previous version have stopped using what it removes.
    if (name.endsWith("!")) {
      return [schema, ...later].some((each) => each?.name === since) ? [] : [`${name}: since when?`];
    }
    // Rows are filled in batches.
    const statements = migration.statements.flatMap((step) => sqlOf("postgres", step) ?? []);
    const newTables = statements.flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []);
    return statements.flatMap((statement) => {
      const flaw = flawOf(statement, newTables);
      return flaw === undefined ? [] : [`${name}: ${flaw}: ${statement}`];
    });
  });

test("migrations take nothing away that is used, and stop nobody for long", () => {
  deepEqual(flawsOf(migrations), []);
  const notes = {
    name: "0002-notes",
    statements: ["create table notes (id text)", "create index notes_of on notes (id)"],
  };
  const drops = { name: "0003-drops!", since: notes.name, statements: ["drop table notes"] };
  deepEqual(flawsOf([...migrations, notes, drops]), []);
  deepEqual(
    flawsOf([
      ...migrations,
      { ...notes, statements: ["drop table invites"] },
      { ...drops, since: "0009-never" },
    ]),
    [
      "0002-notes: what is used is taken away a release later, when nothing uses it any more: drop table invites",
      "0003-drops!: since when?",
    ],
  );
});

test("the schema is edited in place until it is released, and never again", () => {
  const changelog = readFileSync(new URL("../../../CHANGELOG.md", import.meta.url), "utf8");
  equal(/^## \[\d/m.test(changelog), released !== undefined, "name the schema of the release");
  if (released !== undefined) equal(migrations[0]?.name, released);
});

test("migrations are numbered without a gap", () => {
  deepEqual(
    migrations.map(({ name }) => Number(name.slice(0, 4))),
    migrations.map((_, index) => index + 1),
  );
});

test("statements that would stop the version before are recognized", () => {
  for (const statement of [
    "create table notes (id text primary key references orgs (id), text text not null)",
    "create index if not exists notes_of on notes (org_id) where text <> ''",
    "drop index if exists notes_of",
    "alter table invites add column note text",
    "alter table invites add column notes integer not null default 0",
    "alter table invites add column note text default 'none'",
  ]) {
    equal(flawOf(statement), undefined, statement);
  }
  equal(flawOf("create index notes_of on notes (org_id)", ["notes"]), undefined);
  for (const [statement, flaw] of [
    ["create index notes_of on notes (org_id)", /only if it does not exist/],
    ["alter table invites add column note text not null", /may be null/],
    ["alter table invites add column at bigint not null default extract(epoch from now())", /constant/],
    ["alter table invites add column flag integer not null default 0 check (flag in (0, 1))", /no condition/],
    ["alter table invites add column org text references orgs (id)", /no condition/],
    ["update invites set note = ''", /some at a time/],
    ["delete from invites where note is null", /some at a time/],
    ["drop table notes", /a release later/],
    ["drop index notes_of", /a release later/],
    ["alter table invites drop column note", /a release later/],
    ["alter table invites rename column note to notes", /a release later/],
    ["alter table invites alter column note set not null", /no form/],
    ["alter table invites alter column note type bigint", /no form/],
    ["vacuum full invites", /no form/],
  ] as const) {
    match(flawOf(statement) ?? "", flaw, statement);
  }
});

test("a new database is migrated once", async () => {
  const database = openSqlite(null);
  const names = migrations.map(({ name }) => name);
  deepEqual(await migrate(database), names);
  deepEqual(await migrate(database), []);
  const sql = "select name from migrations order by name";
  const rows = await database.read((connection) => connection.rows({ sql, values: [] }));
  deepEqual(
    rows,
    names.map((name) => ({ name })),
  );
  await database.close();
});
