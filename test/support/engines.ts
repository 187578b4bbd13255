// The engines a suite runs on: SQLite always, PostgreSQL where ANTEROOM_TEST_POSTGRES names a server to make databases on.
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import pg from "pg";

/** The server's address, such as postgres://postgres@127.0.0.1:5432/postgres. */
const server = process.env.ANTEROOM_TEST_POSTGRES;

export const engines = ["sqlite", "postgres"] as const;
export type EngineName = (typeof engines)[number];

/** The one engine that is wanted, where what runs on the other has just run; both if absent. */
const wanted = process.env.ANTEROOM_TEST_ENGINE;

/** Returns the reason to skip a test on an engine, for its `skip` option; false if the engine can be used. */
export function skipReason(engine: EngineName): string | false {
  if (wanted !== undefined && engine !== wanted) return `ANTEROOM_TEST_ENGINE asks for ${wanted} alone`;
  return engine === "postgres" && server === undefined
    ? "SKIPPED: set ANTEROOM_TEST_POSTGRES to a PostgreSQL server to run this on PostgreSQL too"
    : false;
}

/** Returns the URL of the server's own database, as its superuser. */
export function serverUrl(): string {
  if (server === undefined) throw new Error("ANTEROOM_TEST_POSTGRES is not set");
  return server;
}

async function run(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const drop = (name: string) => run(`drop database if exists ${name} with (force)`);

function urlOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

const newName = () => `anteroom_${randomBytes(6).toString("hex")}`;

/** The database with the newest schema, one for each process: a copy of it takes a fifth of the CPU of migrating. */
let model: Promise<string> | undefined;

async function createModel(): Promise<string> {
  const { openStore } = await import("../../src/server/open-store.ts");
  const name = newName();
  await run(`create database ${name}`);
  const store = await openStore({ kind: "postgres", url: urlOf(name) });
  await store.close();
  // A hook would be that of the test which comes first.
  process.once("beforeExit", () => drop(name));
  return name;
}

/** Makes a database and drops it when the test ends; returns its URL. It is empty, unless it is to have the newest schema. */
export async function createTestDatabase(t: TestContext, { hasSchema = false } = {}): Promise<string> {
  const name = newName();
  await run(`create database ${name}${hasSchema ? ` template ${await (model ??= createModel())}` : ""}`);
  t.after(() => drop(name));
  return urlOf(name);
}
