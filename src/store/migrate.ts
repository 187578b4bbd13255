// Brings a database to the newest schema, one numbered migration after the other, while servers of the version before use it.
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./code-of.ts";
import type { Connection } from "./connection.ts";
import type { Database } from "./database.ts";
import { StoreError } from "./errors.ts";
import { access } from "./migrations/0001-access.ts";
import { people } from "./migrations/0002-people.ts";
import { revokedTokens } from "./migrations/0003-revoked-tokens.ts";
import { commandLines } from "./migrations/0004-command-lines.ts";
import { unprovenAccounts } from "./migrations/0005-unproven-accounts.ts";
import { sessions } from "./migrations/0006-sessions.ts";
import { buckets } from "./migrations/0007-buckets.ts";
import { eventSeals } from "./migrations/0008-event-seals.ts";
import { inviteRoles } from "./migrations/0009-invite-roles.ts";
import { lists } from "./migrations/0010-lists.ts";
import { founders } from "./migrations/0011-founders.ts";
import { deprecatedCalls } from "./migrations/0012-deprecated-calls.ts";
import { directory } from "./migrations/0013-directory.ts";
import { orgLimits } from "./migrations/0014-org-limits.ts";
import { activity } from "./migrations/0015-activity.ts";
import { keyUses } from "./migrations/0016-key-uses.ts";
import { orgOwners } from "./migrations/0017-org-owners.ts";
import { endedInvites } from "./migrations/0018-ended-invites.ts";
import { newest } from "./migrations/newest.ts";

/** SQL that both engines take, or of each its own; of one alone where the other needs nothing. */
export type Step = string | { readonly [Name in Connection["engine"]]?: string };

export interface Migration {
  readonly name: string;
  readonly statements: readonly Step[];
  /** Fills what the statements made, some rows at a time, each time it runs; the migration ends once none is left to fill. */
  readonly fills?: readonly Step[];
}

const stepsIn = ({ statements, fills = [] }: Migration): readonly Step[] => [...statements, ...fills];

/** What an engine runs of a step; nothing where it needs nothing. */
export const sqlOf = (engine: Connection["engine"], step: Step): string | undefined =>
  typeof step === "string" ? step : step[engine];

/** All that an engine runs of a migration, where nobody is in the way. */
export const stepsOn = (engine: Connection["engine"], migration: Migration): string[] =>
  stepsIn(migration).flatMap((step) => sqlOf(engine, step) ?? []);

/** In the order in which they apply; a released one is never edited. */
export const migrations: readonly Migration[] = [
  access,
  people,
  revokedTokens,
  commandLines,
  unprovenAccounts,
  sessions,
  buckets,
  eventSeals,
  inviteRoles,
  lists,
  founders,
  deprecatedCalls,
  directory,
  orgLimits,
  activity,
  keyUses,
  orgOwners,
  endedInvites,
];

/** Whether there is a table of migrations; asking needs no right to make one. */
const hasBegun: Readonly<Record<Connection["engine"], string>> = {
  sqlite: "select 1 from sqlite_master where name = 'migrations'",
  postgres: "select 1 where to_regclass('migrations') is not null",
};

type Done = readonly { readonly name: string }[];

async function applied(connection: Connection): Promise<Done> {
  if ((await connection.rows({ sql: hasBegun[connection.engine], values: [] })).length === 0) return [];
  return (await connection.rows({ sql: "select name from migrations", values: [] })) as Done;
}

/** What a statement is remembered by while others of its migration are still missing: `0012-notes#1` for the first. */
const stepOf = (name: string, index: number) => `${name}#${index + 1}`;

/** Names of migrations that were applied, or begun, and that only a newer Anteroom knows. */
export const unknownMigrations = (done: Done, all: readonly Migration[] = migrations): string[] => [
  ...new Set(
    done
      .map(({ name }) => name.replace(/#\d+$/, ""))
      .filter((name) => !all.some((migration) => migration.name === name)),
  ),
];

/** Statements that are missing, each with its migration, in their order. */
interface Missing {
  readonly steps: readonly { readonly migration: Migration; readonly index: number }[];
  /** Whether there is nothing yet, and so nobody who uses it. */
  readonly isNew: boolean;
}

async function missingIn(connection: Connection, all: readonly Migration[]): Promise<Missing> {
  const done = await applied(connection);
  const unknown = unknownMigrations(done, all);
  if (unknown.length > 0) {
    throw new StoreError(
      `the database was written by a newer Anteroom (it knows the migration ${unknown.join(", ")}); update Anteroom`,
    );
  }
  const isDone = (name: string) => done.some((each) => each.name === name);
  const steps = all
    .filter(({ name }) => !isDone(name))
    .flatMap((migration) => stepsIn(migration).map((_, index) => ({ migration, index })))
    .filter(({ migration, index }) => !isDone(stepOf(migration.name, index)));
  return { steps, isNew: done.length === 0 };
}

/** Held until the schema is what it should be, or until one statement of it is. The number is of no other use. */
const oneAtATime = "select pg_advisory_xact_lock(20260810)";

/** The schema is not the newest, and whoever opened the database may not change it. */
export class NotMigrated extends StoreError {}

/** Of PostgreSQL: a right is missing; there is no schema in which one could be missing. */
const denials = new Set(["42501", "3F000"]);

/**
 * How long a statement waits for a lock. Whoever comes after it waits as well, so that servers of the version before wait no
 * longer than they have patience. Then it gives up, and comes back after a pause in which those who waited go on.
 */
const lockTimeout = "2s";
const pauseMs = 1_000;
const mostAttempts = 20;

/** A lock was not had in time; or again and again one that somebody else had, who wanted one of ours. */
const busy = new Set(["55P03", "SERVICE_UNAVAILABLE"]);

interface Options {
  /** Where changes are made: for PostgreSQL, with nothing that ends a statement after some seconds. */
  readonly patient?: Database;
  readonly all?: readonly Migration[];
}

/**
 * Applies what is missing and returns the names of what it applied. Two processes may start at once: one of them wins. Where
 * nothing is missing it needs no right but to read; where it may not apply it throws `NotMigrated`.
 *
 * A PostgreSQL that is in use gets each statement in a transaction of its own, which locks one table: with more at a time it and the
 * servers that are at work would wait for each other. What is done stays done, and whoever comes next goes on from there.
 */
export async function migrate(
  database: Database,
  { patient = database, all = migrations }: Options = {},
): Promise<string[]> {
  const names: string[] = [];
  let isMissing = (await database.read((connection) => missingIn(connection, all))).steps.length > 0;
  for (let attempts = 1; isMissing; attempts++) {
    try {
      const { ended, isLast } = await patient.write((connection) => advance(connection, all));
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

/** Takes the next step, or all at once where nobody is in the way. Returns the migrations that end with it. */
async function advance(
  connection: Connection,
  all: readonly Migration[],
): Promise<{ ended: string[]; isLast: boolean }> {
  const run = (sql: string) => connection.change({ sql, values: [] });
  if (connection.engine === "postgres") {
    await run("set local statement_timeout = 0");
    await run(oneAtATime);
    await run(`set local lock_timeout = '${lockTimeout}'`);
  }
  await run("create table if not exists migrations (name text primary key)");
  await run("create table if not exists meta (key text primary key, value text not null)");
  const { steps, isNew } = await missingIn(connection, all);
  if (isNew && connection.engine === "sqlite" && all === migrations) {
    const noted = all.map(({ name }) => `insert into migrations (name) values ('${name}')`);
    await connection.change({ sql: [...newest, ...noted].join(";\n"), values: [], isScript: true });
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
      // Some more are left; whoever is at work goes on before they are filled.
      if (!isAlone) return { ended, isLast: false };
      while (sql !== undefined && (await run(sql)) > 0);
    }
    if (index < parts.length - 1) {
      if (!isAlone) await run(`insert into migrations (name) values ('${stepOf(name, index)}')`);
      continue;
    }
    await run(`delete from migrations where name like '${name}#%'`);
    await run(`insert into migrations (name) values ('${name}')`);
    ended.push(name);
  }
  return { ended, isLast: now.length === steps.length };
}
