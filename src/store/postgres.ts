// PostgreSQL, and what speaks its protocol: SERIALIZABLE units of work, run again when they collide.
import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import { fault } from "../contract/errors.ts";
import { codeOf } from "./code-of.ts";
import type { Connection } from "./connection.ts";
import type { Database, Work } from "./database.ts";
import type { Statement } from "./query.ts";

/** How long colliding units are run again before their callers are asked to come back later. */
const patienceMs = 8_000;
const longestBackoffMs = 250;

/** Serialization failures and deadlocks, ordinary under SERIALIZABLE. */
const collisions = new Set(["40001", "40P01"]);

/**
 * A unique violation is the same collision seen by the index first: the next attempt sees the winner's row, and the handler
 * refuses in its own words. One that comes again and again is no collision.
 */
const uniqueViolation = "23505";
const mostViolations = 3;

/** Opens a pool of connections to `url`, such as postgres://anteroom@localhost/anteroom. */
export async function openPostgres(
  url: string,
  { jitter, elapsed }: { jitter: () => number; elapsed: () => number },
): Promise<Database> {
  const { Pool, types } = (await import("pg")).default;
  const int8 = types.builtins.INT8;
  const pool = new Pool({
    connectionString: url,
    max: 10,
    // Instants and counts are far below 2^53.
    types: { getTypeParser: (id, format) => (id === int8 ? Number : types.getTypeParser(id, format)) },
  });
  // A connection that breaks while idle is replaced at the next use; while it is used, the statement under way fails. Without
  // a listener either would end the process.
  const survive = () => {};
  pool.on("error", survive);

  async function attempt<T>(begin: string, work: Work<T>): Promise<T> {
    const client = await pool.connect();
    client.on("error", survive);
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const value = await work(connect(client));
      await client.query("commit");
      return value;
    } catch (reason) {
      await client.query("rollback").catch((error: Error) => {
        broken = error;
      });
      throw reason;
    } finally {
      client.off("error", survive);
      client.release(broken);
    }
  }

  async function persist<T>(begin: string, work: Work<T>): Promise<T> {
    const startedAt = elapsed();
    for (let attempts = 1; ; attempts++) {
      try {
        return await attempt(begin, work);
      } catch (reason) {
        const code = codeOf(reason);
        if (!collisions.has(code) && (code !== uniqueViolation || attempts > mostViolations)) throw reason;
        if (elapsed() - startedAt > patienceMs) {
          throw fault(
            "SERVICE_UNAVAILABLE",
            { work: "changes that collide" },
            { cause: reason, headers: { "retry-after": "1" } },
          );
        }
        await sleep(jitter() * Math.min(longestBackoffMs, 2 ** attempts));
      }
    }
  }

  return {
    read: (work) => persist("begin isolation level repeatable read read only", work),
    write: (work) => persist("begin isolation level serializable", work),
    writeRow: (work) => persist("begin isolation level read committed", work),
    close: () => pool.end(),
  };
}

function connect(client: PoolClient): Connection {
  const run = ({ sql, values }: Statement) =>
    client.query({ name: nameOf(sql), text: sql, values: [...values] });
  return {
    engine: "postgres",
    rows: async (statement) => (await run(statement)).rows,
    change: async (statement) => (await run(statement)).rowCount ?? 0,
  };
}

const names = new Map<string, string>();

/** A name for each text lets the server keep its plan; PostgreSQL compares the first 63 characters of a name. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `q${names.size}`));
  return name;
}
