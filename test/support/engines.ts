// The engines a suite runs on: SQLite always, PostgreSQL where ANTEROOM_TEST_POSTGRES names a server to make databases on.
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import pg from "pg";

/** Such as postgres://postgres@127.0.0.1:5432/postgres. */
const server = process.env.ANTEROOM_TEST_POSTGRES;

export const engines = ["sqlite", "postgres"] as const;
export type EngineName = (typeof engines)[number];

/** The one engine that is wanted, where what runs on the other has just run; both if absent. */
const wanted = process.env.ANTEROOM_TEST_ENGINE;

/** For the `skip` option of a test: why an engine cannot be had, or false. */
export function skipReason(engine: EngineName): string | false {
  if (wanted !== undefined && engine !== wanted) return `ANTEROOM_TEST_ENGINE asks for ${wanted} alone`;
  return engine === "postgres" && server === undefined
    ? "SKIPPED: set ANTEROOM_TEST_POSTGRES to a PostgreSQL server to run this on PostgreSQL too"
    : false;
}

/** Of the server's own database, as its superuser. */
export function serverUrl(): string {
  if (server === undefined) throw new Error("ANTEROOM_TEST_POSTGRES is not set");
  return server;
}

/** Makes an empty database and drops it when the test ends; returns its URL. */
export async function createTestDatabase(t: TestContext): Promise<string> {
  const server = serverUrl();
  const name = `anteroom_${randomBytes(6).toString("hex")}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name}`);
  t.after(() => run(`drop database if exists ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
