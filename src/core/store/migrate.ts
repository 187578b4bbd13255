// Migrates a database to the newest schema, one numbered migration after the other, while servers of the version before use it.
import { setTimeout as sleep } from "node:timers/promises";
import { version } from "../contract/release.ts";
import type { Connection, Database } from "./database.ts";
import type { Migration, Step } from "./migration.ts";
import { codeOf, StoreError } from "./outages.ts";
import { schema } from "./schema/schema.ts";

const stepsIn = ({ statements, fills = [] }: Migration): readonly Step[] => [...statements, ...fills];

export const sqlOf = (engine: Connection["engine"], step: Step): string | undefined =>
  typeof step === "string" ? step : step[engine];

const stepsOn = (engine: Connection["engine"], migration: Migration): string[] =>
  stepsIn(migration).flatMap((step) => sqlOf(engine, step) ?? []);

/** The migrations in their order; a released one is never edited. */
export const migrations: readonly Migration[] = [schema];

/** The queries for the table of migrations, which need no right to create one. */
const hasBegun: Readonly<Record<Connection["engine"], string>> = {
  sqlite: "select 1 from sqlite_master where name = 'migrations'",
  postgres: "select 1 where to_regclass('migrations') is not null",
};

type Done = readonly { readonly name: string }[];

async function applied(connection: Connection): Promise<Done> {
  if ((await connection.rows({ sql: hasBegun[connection.engine], values: [] })).length === 0) return [];
  return (await connection.rows({ sql: "select name from migrations", values: [] })) as Done;
}

/** Returns the name under which one statement of an unfinished migration is noted: `0012-notes#1` for the first. */
const stepOf = (name: string, index: number) => `${name}#${index + 1}`;

/**
 * The name among the migrations of a database in which a copy is being made, so that no server uses it before it is complete.
 */
const copying = "copying";
const isCopying = ({ name }: Done[number]): boolean => name === copying;

const breaks = (name: string): boolean => name.endsWith("!");

/** Refuses to remove, from a database with servers, what the version that migrated it last may still use. */
function refuseToSkip(missing: readonly Migration[]): void {
  const skipping = missing.find(({ since }) => missing.some(({ name }) => name === since));
  if (skipping === undefined) return;
  throw new StoreError(
    `the database skips a version: servers that know its schema use what ${skipping.name} removes. Migrate with the version whose schema is ${skipping.since}, replace all servers by that version, and come back`,
  );
}

/** Returns the names of migrations that are applied or begun. */
const namesOf = (done: Done) => new Set(done.map(({ name }) => name.replace(/#\d+$/, "")));

const isForeign = (done: Done): boolean =>
  done.length > 0 && !done.some(isCopying) && !namesOf(done).has(schema.name);

/** Reports whether a version from before 0.1.0 made the store, whose schema no migration starts from. */
export const hasForeignSchema = async (connection: Connection): Promise<boolean> =>
  isForeign(await applied(connection));

/** Explains why a store with these migrations cannot be used by this version; undefined if it can. */
export function flawOf(done: Done, all: readonly Migration[] = migrations): string | undefined {
  if (isForeign(done)) {
    return "has the schema of another version from before 0.1.0, which cannot be upgraded: use it with the version that made it, or begin a new store, in another folder or an empty database";
  }
  if (done.some(isCopying)) return "holds a copy that is not finished: run `anteroom copy` again";
  const unknown = [...namesOf(done)].filter((name) => !all.some((migration) => migration.name === name));
  // A migration that only adds does no harm.
  if (!unknown.some(breaks)) return undefined;
  return `was written by a newer Anteroom (its schema is ${unknown.sort().at(-1)}, that of version ${version} is ${all.at(-1)?.name}); update Anteroom`;
}

/** Returns the names of migrations that are not applied, or not completely. */
export const pendingIn = async (connection: Connection): Promise<string[]> => {
  const { steps } = await missingIn(connection, { all: migrations, isCopy: false });
  return [...new Set(steps.map(({ migration }) => migration.name))];
};

export const schemaFlawIn = async (connection: Connection) => flawOf(await applied(connection));

/** The statements that are missing, each with its migration, in order. */
interface Missing {
  readonly steps: readonly { readonly migration: Migration; readonly index: number }[];
  /** True if the database is empty, and so not in use. */
  readonly isNew: boolean;
}

async function missingIn(connection: Connection, { all, isCopy }: Goal): Promise<Missing> {
  const done = (await applied(connection)).filter((each) => !(isCopy && isCopying(each)));
  const flaw = flawOf(done, all);
  if (flaw !== undefined) throw new StoreError(`the database ${flaw}`);
  const isDone = (name: string) => done.some((each) => each.name === name);
  const missing = all.filter(({ name }) => !isDone(name));
  // An SQLite file has no server while it is migrated.
  if (done.length > 0 && connection.engine === "postgres") refuseToSkip(missing);
  const steps = missing
    .flatMap((migration) => stepsIn(migration).map((_, index) => ({ migration, index })))
    .filter(({ migration, index }) => !isDone(stepOf(migration.name, index)));
  return { steps, isNew: done.length === 0 };
}

/** The statement that takes a lock with a number that nothing else uses: one process migrates at a time. */
const oneAtATime = "select pg_advisory_xact_lock(20260810)";

/** Signals that the schema is not the newest, and that this role may not change it. */
export class NotMigrated extends StoreError {}

/** The codes of PostgreSQL for a missing privilege, and a missing schema. */
const denials = new Set(["42501", "3F000"]);
/** The longest that a statement waits for a lock, since working servers queue behind it; it is tried again after a pause. */
const lockTimeout = "2s";
const pauseMs = 1_000;
const mostAttempts = 20;
/** The codes of a lock that was not free in time, or of repeated deadlocks. */
const busy = new Set(["55P03", "SERVICE_UNAVAILABLE"]);

interface Goal {
  readonly all: readonly Migration[];
  /** True if a copy is made in the database. */
  readonly isCopy: boolean;
}

interface Options extends Partial<Goal> {
  /** The database for changes: on PostgreSQL, connections without a statement timeout. */
  readonly patient?: Database;
}

/**
 * Applies missing migrations and returns their names. Two processes may start at once: one of them wins. If nothing is missing
 * it only reads; if it may not change the schema it throws `NotMigrated`. On a PostgreSQL that is in use, each statement gets
 * its own transaction, which locks one table: several locks at a time could deadlock with working servers. Finished statements
 * stay, and the next start continues from there.
 */
export async function migrate(
  database: Database,
  { patient = database, all = migrations, isCopy = false }: Options = {},
): Promise<string[]> {
  const goal = { all, isCopy };
  const names: string[] = [];
  const first = await database.read((connection) => missingIn(connection, goal));
  let isMissing = first.steps.length > 0;
  for (let attempts = 1; isMissing; attempts++) {
    try {
      const { ended, isLast } = await patient.write((connection) => advance(connection, goal));
      names.push(...ended);
      isMissing = !isLast;
      attempts = 0;
    } catch (reason) {
      if (denials.has(codeOf(reason))) throw new NotMigrated((reason as Error).message, { cause: reason });
      if (!busy.has(codeOf(reason)) || attempts === mostAttempts) throw reason;
      await sleep(pauseMs);
    }
  }
  return names;
}

const noting = (name: string): string => `insert into migrations (name) values ('${name}')`;

/** Takes the next step, or all steps if no other server uses the database. Returns the migrations that end with it. */
async function advance(connection: Connection, goal: Goal) {
  const { all } = goal;
  const run = (sql: string) => connection.change({ sql, values: [] });
  if (connection.engine === "postgres") {
    await run("set local statement_timeout = 0");
    await run(oneAtATime);
    await run(`set local lock_timeout = '${lockTimeout}'`);
  }
  await run("create table if not exists migrations (name text primary key)");
  await run("create table if not exists meta (key text primary key, value text not null)");
  const { steps, isNew } = await missingIn(connection, goal);
  if (isNew && connection.engine === "sqlite") {
    const script = all.flatMap((migration) => [...stepsOn("sqlite", migration), noting(migration.name)]);
    await connection.change({ sql: script.join(";\n"), values: [], isScript: true });
    return { ended: all.map(({ name }) => name), isLast: true };
  }
  const isAlone = isNew || connection.engine === "sqlite";
  const now = isAlone ? steps : steps.slice(0, 1);
  const ended: string[] = [];
  for (const { migration, index } of now) {
    const { name, statements } = migration;
    const parts = stepsIn(migration);
    const sql = sqlOf(connection.engine, parts[index] as Step);
    const changed = sql === undefined ? 0 : await run(sql);
    if (index >= statements.length && changed > 0) {
      // More rows are left to fill; other servers get their turn before that.
      if (!isAlone) return { ended, isLast: false };
      while (sql !== undefined && (await run(sql)) > 0);
    }
    if (index < parts.length - 1) {
      if (!isAlone) await run(noting(stepOf(name, index)));
      continue;
    }
    await run(`delete from migrations where name like '${name}#%'`);
    await run(noting(name));
    ended.push(name);
  }
  return { ended, isLast: now.length === steps.length };
}

/** Takes an empty database, or one in which a copy was begun, for a copy. */
export async function beginCopy(to: Database): Promise<void> {
  await to.write(async (connection) => {
    if (connection.engine === "postgres") await connection.change({ sql: oneAtATime, values: [] });
    const done = await applied(connection);
    if (done.length > 0 && !done.some(isCopying)) {
      throw new StoreError(
        "--to names a store that is there already: name an empty database, or a new folder",
      );
    }
    await connection.change({
      sql: "create table if not exists migrations (name text primary key)",
      values: [],
    });
    await connection.change({ sql: `${noting(copying)} on conflict do nothing`, values: [] });
  });
}

/** Refuses if another copy has filled the database meanwhile; PostgreSQL first waits for the end of one that is under way. */
export async function holdCopy(connection: Connection): Promise<void> {
  const lock = connection.engine === "postgres" ? " for update" : "";
  const sql = `select name from migrations where name = '${copying}'${lock}`;
  if ((await connection.rows({ sql, values: [] })).length > 0) return;
  throw new StoreError(
    "another `anteroom copy` has filled --to meanwhile, and nothing of this one was kept: use that copy, or name another empty database or new folder",
  );
}

export const endCopy = async (connection: Connection) =>
  connection.change({ sql: `delete from migrations where name = '${copying}'`, values: [] });

/** Refuses to copy a store that this version would first have to migrate. */
export async function requireNewest(connection: Connection): Promise<void> {
  const { steps, isNew } = await missingIn(connection, { all: migrations, isCopy: false });
  const newer = (await applied(connection)).filter(
    ({ name }) => !migrations.some((each) => each.name === name),
  );
  if (newer.length > 0) {
    throw new StoreError("the store of --from has a newer schema: copy it with the version that made it");
  }
  if (isNew) throw new StoreError("--from names a database without a store");
  if (steps.length > 0) {
    throw new StoreError("the store of --from has an older schema: run `anteroom migrate` on it first");
  }
}
