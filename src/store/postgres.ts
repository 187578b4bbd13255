// PostgreSQL, and what speaks its protocol: SERIALIZABLE units of work, run again when they collide.
import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import { fault } from "../contract/errors.ts";
import { codeOf } from "./code-of.ts";
import type { Connection } from "./connection.ts";
import type { Database, Work } from "./database.ts";
import { isAnswered, isSilence, outageOf, UnknownOutcome } from "./outages.ts";
import { openConnections, type PostgresLimits, postgresLimits } from "./postgres-pool.ts";
import type { Statement } from "./query.ts";

const reading = "begin isolation level repeatable read read only";

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

interface PostgresParts {
  /** A number from 0 to below 1. */
  readonly jitter: () => number;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  readonly limits?: PostgresLimits;
}

/** How often a unit whose connection broke before its commit is run again at once: another one may be whole. */
const mostBreaks = 2;
const longestBreak = 100;

/** Opens the database at `url`, such as postgres://anteroom@localhost/anteroom. */
export async function openPostgres(
  url: string,
  { jitter, elapsed, limits = postgresLimits }: PostgresParts,
): Promise<Database> {
  const connections = await openConnections(url, limits);

  async function attempt<T>(begin: string, work: Work<T>): Promise<T> {
    const client = await connections.take();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const value = await work(connect(client));
      await client.query("commit").catch((reason: unknown) => {
        throw isAnswered(reason) || begin === reading ? reason : new UnknownOutcome(reason);
      });
      return value;
    } catch (reason) {
      const told = reason instanceof UnknownOutcome ? reason.cause : reason;
      // Nothing more is asked on a connection that does not answer.
      if (isSilence(told)) broken = told as Error;
      else {
        await client.query("rollback").catch((error: Error) => {
          broken = error;
        });
      }
      if (outageOf(told)?.isOfConnection) broken ??= told as Error;
      throw reason;
    } finally {
      client.release(broken);
    }
  }

  async function persist<T>(begin: string, work: Work<T>): Promise<T> {
    const startedAt = elapsed();
    let breaks = 0;
    for (let attempts = 1; ; attempts++) {
      try {
        return await attempt(begin, work);
      } catch (reason) {
        if (outageOf(reason)?.isOfConnection && ++breaks <= mostBreaks) {
          await sleep(jitter() * longestBreak);
          continue;
        }
        const code = codeOf(reason);
        if (!collisions.has(code) && (code !== uniqueViolation || attempts > mostViolations)) throw reason;
        if (elapsed() - startedAt > patienceMs) {
          throw fault(
            "SERVICE_UNAVAILABLE",
            { reason: "The server is busy with changes that collide" },
            { cause: reason, headers: { "retry-after": "1" } },
          );
        }
        await sleep(jitter() * Math.min(longestBackoffMs, 2 ** attempts));
      }
    }
  }

  return {
    read: (work) => persist(reading, work),
    write: (work) => persist("begin isolation level serializable", work),
    writeRow: (work) => persist("begin isolation level read committed", work),
    close: connections.close,
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
