// PostgreSQL, and databases with its protocol: units of work over pipelined connections, run again when they collide.
import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient, QueryArrayResult } from "pg";
import { Fault, fault } from "../contract/errors.ts";
import { Collision, type Connection, type Database, type Work } from "./database.ts";
import {
  codeOf,
  isAnswered,
  isSilence,
  isUnsent,
  outageOf,
  StoreOutage,
  silent,
  UnknownOutcome,
} from "./outages.ts";
import type { Asker } from "./places.ts";
import { openConnections, type PostgresLimits, postgresLimits } from "./postgres-pool.ts";
import { camelOf, finding, nameOf } from "./postgres-texts.ts";
import { type Statement, shape } from "./query.ts";
import { createVitals, type Vitals } from "./vitals.ts";

/** The statements that begin a unit. A single statement is a transaction anyway. */
const beginnings = {
  look: null,
  read: "begin isolation level repeatable read read only",
  write: "begin isolation level read committed",
} as const;

type Kind = keyof typeof beginnings;

/** The longest time in which colliding units are run again, before their callers are told to retry later. */
const patienceMs = 8_000;
const longestBackoffMs = 250;
/**
 * The codes of collisions: serialization failures, which only databases with nothing but SERIALIZABLE report, deadlocks, and a
 * division by zero, which only a change that must find a row causes, when it finds none.
 */
const collisions = new Set(["40001", "40P01", "22012"]);
/**
 * The code of a collision that an index noticed first: the next attempt sees the winner's row. One that keeps coming is not a
 * collision.
 */
const uniqueViolation = "23505";
const mostViolations = 3;
const inFailedTransaction = "25P02";
/** The codes of statements after a failed one: that it failed, or that a statement to prepare is missing. */
const consequences = new Set([inFailedTransaction, "26000"]);
/**
 * The most times that a unit whose connection broke before its commit runs again on another; after a long silence, others do
 * not answer either.
 */
const mostBreaks = 2;
const breakPatienceMs = 2_000;
const longestBreak = 100;

/** The counters in which lock waits are recorded. */
interface Watch {
  readonly vitals: Vitals;
  readonly elapsed: () => number;
}

interface Pace {
  /** Returns a number from 0 to below 1. */
  readonly jitter: () => number;
  /** Returns milliseconds that only grow. */
  readonly elapsed: () => number;
}

/** Opens the database at `url`, such as postgres://anteroom@localhost/anteroom. */
export async function openPostgres(
  url: string,
  { limits = postgresLimits, ...pace }: Pace & { readonly limits?: PostgresLimits },
): Promise<Database> {
  const connections = await openConnections(url, limits);
  const vitals = createVitals({ pool: connections.state });
  const watch = { vitals, elapsed: pace.elapsed };
  /** The connections that were cut for a silence: statements that are sent on them later fail too. */
  const silenced = new WeakSet<PoolClient>();
  const begin = async (kind: Kind, asker?: Asker) =>
    new Session(await connections.take(asker, { isRead: kind !== "write" }), watch);
  const run = <T>(kind: Kind, work: Work<T>, asker?: Asker) =>
    persist(pace, vitals, async () => attempt(await begin(kind, asker), silenced, kind, work));
  return {
    look: (work, asker) => run("look", work, asker),
    read: (work, asker) => run("read", work, asker),
    write: (work, asker) => run("write", work, asker),
    vitals,
    close: connections.close,
  };
}

/** Tries until an attempt succeeds, or fails in a way that another would not change. */
async function persist<T>({ jitter, elapsed }: Pace, vitals: Vitals, attempt: () => Promise<T>): Promise<T> {
  const startedAt = elapsed();
  let breaks = 0;
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (reason) {
      const isEarly = elapsed() - startedAt < breakPatienceMs;
      if (outageOf(reason)?.isOfConnection && isEarly && ++breaks <= mostBreaks) {
        vitals.breaks++;
        await sleep(jitter() * longestBreak);
        continue;
      }
      const code = codeOf(reason);
      if (!collisions.has(code) && (code !== uniqueViolation || attempts > mostViolations)) throw reason;
      vitals.collisions++;
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

/** Runs a unit of work once, on a connection that is released afterwards. */
async function attempt<T>(session: Session, silenced: WeakSet<PoolClient>, kind: Kind, work: Work<T>) {
  const { client } = session;
  try {
    const value = await transact(session, kind, work);
    // A read has all its rows; the next unit on the connection queues behind.
    if (kind === "read") {
      client.query("commit").catch((reason: unknown) => {
        if (isSilence(reason)) silenced.add(client);
      });
    }
    client.release();
    return value;
  } catch (thrown) {
    // A rule refused after reading answers, so no statement had failed: the refusal need not wait for the rollback. The
    // connection returns to the pool after that.
    if (kind !== "look" && thrown instanceof Fault) {
      client.query("rollback").then(
        () => client.release(),
        (reason: Error) => client.release(reason),
      );
      throw thrown;
    }
    const first = await session.firstFailure(thrown);
    // If a commit got no answer, the errors of earlier statements count only if PostgreSQL itself refused them.
    const failed = thrown instanceof UnknownOutcome && !isAnswered(first) ? thrown : first;
    const isCut = silenced.has(client) && outageOf(failed) !== undefined;
    const reason = isCut ? new StoreOutage(silent, { cause: failed }) : failed;
    client.release(await rollBack(client, kind, reason instanceof UnknownOutcome ? reason.cause : reason));
    throw reason;
  }
}

async function transact<T>(session: Session, kind: Kind, work: Work<T>): Promise<T> {
  const begin = beginnings[kind];
  if (begin !== null) session.send(begin);
  const value = await work(session);
  if (kind !== "look") await session.locked();
  if (kind === "write") await session.commit();
  return value;
}

/** Rolls back; returns the reason why the connection must not be used again, if there is one. */
async function rollBack(client: PoolClient, kind: Kind, reason: unknown): Promise<Error | undefined> {
  // Nothing more is sent on a connection that does not answer.
  if (isSilence(reason)) return reason as Error;
  const broken =
    kind === "look"
      ? undefined
      : await client.query("rollback").then(
          () => undefined,
          (error: Error) => error,
        );
  return broken ?? (outageOf(reason)?.isOfConnection ? (reason as Error) : undefined);
}

/**
 * A unit of work. Statements that are sent without waiting are answered in order; if one fails, PostgreSQL rolls back at the
 * commit.
 */
class Session implements Connection {
  readonly engine = "postgres";
  readonly client: PoolClient;
  readonly #watch: Watch;
  readonly #sent: Promise<unknown>[] = [];
  readonly #locks: Promise<boolean>[] = [];

  constructor(client: PoolClient, watch: Watch) {
    this.client = client;
    this.#watch = watch;
  }

  async rows(statement: Statement): Promise<unknown[]> {
    const { fields, rows } = await this.#run(statement);
    return shape(
      fields.map(({ name }) => camelOf(name)),
      rows,
    );
  }

  async change(statement: Statement): Promise<number> {
    return (await this.#run(statement)).rowCount ?? 0;
  }

  post(statement: Statement, { mustFind } = { mustFind: false }): void {
    const answer = this.#run(statement);
    this.#keep(answer);
    if (!mustFind) return;
    const { vitals, elapsed } = this.#watch;
    const askedAt = elapsed();
    const found = answer.then(({ rowCount }) => {
      vitals.lockWaits.observe(elapsed() - askedAt);
      return rowCount !== 0;
    });
    found.catch(() => {});
    this.#locks.push(found);
  }

  amend(statement: Statement): void {
    this.#keep(this.#run({ ...statement, sql: finding(statement.sql) }));
  }

  send(sql: string): void {
    this.#keep(this.client.query(sql));
  }

  /** Waits for the locks, and refuses if one found nothing. */
  async locked(): Promise<void> {
    const found = await Promise.all(this.#locks);
    if (found.includes(false)) throw new Collision("what was to be locked is there now, or elsewhere");
  }

  async commit(): Promise<void> {
    const { command } = await this.client.query("commit").catch((reason: unknown) => {
      throw isAnswered(reason) || isUnsent(reason) ? reason : new UnknownOutcome(reason);
    });
    if (command === "COMMIT") return;
    throw Object.assign(new Error("a statement of this unit has failed"), { code: inFailedTransaction });
  }

  /** Returns the first failure among statements sent without waiting and the thrown error. */
  async firstFailure(thrown: unknown): Promise<unknown> {
    const outcomes = await Promise.allSettled(this.#sent);
    const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    const isCause = (reason: unknown) => !consequences.has(codeOf(reason));
    return failures.find(isCause) ?? (isCause(thrown) ? thrown : (failures[0] ?? thrown));
  }

  /** Keeps an answer; a failure that comes before anything awaits it is not unhandled. */
  #keep(answer: Promise<unknown>): void {
    answer.catch(() => {});
    this.#sent.push(answer);
  }

  #run({ sql, values, isPlannedAnew }: Statement): Promise<QueryArrayResult<unknown[]>> {
    const name = isPlannedAnew ? undefined : nameOf(sql);
    return this.client.query({ name, text: sql, values: [...values], rowMode: "array" });
  }
}
