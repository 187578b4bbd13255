// SQLite: one connection that writes, with group commit, and one that reads.
import { setTimeout as sleep } from "node:timers/promises";
import { Collision, type Connection, type Work } from "./database.ts";
import { openFile, type SqliteFile } from "./driver.ts";
import { everything, Memory, spoiledBy } from "./memory.ts";
import { codeOf, isLocked, isUnsure, outageOf, UnknownOutcome } from "./outages.ts";
import { type Statement, shape, toCamel, type Value } from "./query.ts";
import { type CheckFile, watchFile } from "./store-file.ts";
import { createVitals, stateOfFile, type Vitals } from "./vitals.ts";

/** The longest that a start may wait for another process's lock, which blocks the whole process. */
const openingMs = 2_000;

/**
 * Opens the file at `path`, or, for null, a database in memory that begins with `image`. `elapsed` returns milliseconds that
 * only grow.
 */
export function openSqlite(path: string | null, elapsed: () => number = () => 0, image?: Buffer) {
  const writer = openFile(path ?? ":memory:", { timeoutMs: openingMs, image });
  // FULL: the log is on the disk before a commit returns, so an acknowledged change survives a power cut.
  const onDisk = [
    "journal_mode = WAL",
    "synchronous = FULL",
    "wal_autocheckpoint = 8000",
    "cache_size = -16000",
  ];
  const pragmas = ["foreign_keys = ON", ...(path === null ? [] : onDisk)];
  try {
    for (const pragma of pragmas) writer.exec(`pragma ${pragma}`);
  } catch (reason) {
    writer.close();
    // A restore that was under way has replaced the file that was opened.
    if (codeOf(reason) === "SQLITE_READONLY_DBMOVED") return openSqlite(path, elapsed);
    throw reason;
  }
  // A database in memory belongs to one connection, whose two lanes then take turns.
  const reader = path === null ? writer : openFile(path, { timeoutMs: openingMs });
  if (reader !== writer) reader.exec("pragma query_only = ON");
  // From here on a lane tries again, so that nothing waits for a lock inside of SQLite.
  if (path !== null) for (const each of [writer, reader]) each.exec("pragma busy_timeout = 0");
  const version = prepare(writer, snapshot);
  const shared = {
    memory: new Memory(() => (version.rows([])[0] as { dataVersion: number }).dataVersion),
    check: path === null ? () => {} : watchFile(path, elapsed),
    elapsed,
    vitals: createVitals(path === null ? {} : { file: () => stateOfFile(path) }),
  };
  const write = new Lane(writer, "writes", shared);
  const read = path === null ? write : new Lane(reader, "reads", shared);
  return {
    look: <T>(work: Work<T>) => read.run(work),
    read: <T>(work: Work<T>) => read.run(work),
    write: <T>(work: Work<T>) => write.run(work),
    vitals: shared.vitals,
    /** Returns the content, for databases in memory that begin with it; undefined if the driver cannot. */
    takeImage: () => writer.serialize?.(),
    async close(): Promise<void> {
      await Promise.all([read.end(), write.end()]);
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}

interface Waiting {
  readonly since: number;
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The milliseconds that a unit waits while another process has the lock, including the turns before its own, and the pause
 * before the next try.
 */
const patienceMs = 5_000;
const pauseMs = 10;
/** The statement that takes a snapshot, and returns whether another connection has written since the last one. */
const snapshot = "pragma data_version";

interface Shared {
  readonly memory: Memory;
  /** Throws if a write would be lost. */
  readonly check: CheckFile;
  readonly elapsed: () => number;
  readonly vitals: Vitals;
}

/** Runs units one after the other. Units that wait when a turn begins share its transaction, and so its wait for the disk. */
class Lane implements Connection {
  readonly engine = "sqlite";
  readonly #database: SqliteFile;
  readonly #writes: boolean;
  readonly #shared: Shared;
  readonly #statements = new Map<string, Prepared>();
  #epoch = 0;
  #waiting: Waiting[] = [];
  /** True if the unit under way has written. */
  #changed = false;
  /** The remembered tables that the transaction under way has changed. */
  readonly #spoiled = new Set<string>();
  #turn: Promise<void> | null = null;
  #isEnding = false;

  constructor(database: SqliteFile, kind: "reads" | "writes", shared: Shared) {
    this.#database = database;
    this.#writes = kind === "writes";
    this.#shared = shared;
  }

  rows(statement: Statement): object[] {
    const prepared = this.#prepare(statement.sql);
    if (prepared.spoils !== undefined) this.#spoiled.add(prepared.spoils);
    const read = () => prepared.rows(statement.values);
    if (statement.isRemembered !== true) return read();
    return this.#shared.memory.recall(this.#epoch, this.#spoiled, statement, read);
  }

  change({ sql, values, isScript = false }: Statement): number {
    this.#changed = true;
    if (isScript) {
      this.#spoiled.add(everything);
      this.#database.exec(sql);
      return 0;
    }
    const prepared = this.#prepare(sql);
    if (prepared.spoils !== undefined) this.#spoiled.add(prepared.spoils);
    return prepared.change(values);
  }

  post(statement: Statement): void {
    this.change(statement);
  }

  amend(statement: Statement): void {
    if (this.change(statement) === 0) throw new Collision("a row that was seen is not there");
  }

  #prepare(sql: string): Prepared {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = prepare(this.#database, sql)));
    return statement;
  }

  run<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const since = this.#shared.elapsed();
      this.#waiting.push({ since, work, resolve: resolve as Waiting["resolve"], reject });
      this.#turn ??= this.#takeTurns();
    });
  }

  /** Returns when nothing is under way; units that wait for another process's lock are refused. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#turn;
  }

  async #takeTurns(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        // Units that arrive in this pass of the event loop join the turn.
        await new Promise(setImmediate);
        const batch = this.#waiting;
        this.#waiting = [];
        await this.#tryBatch(batch);
      }
    } finally {
      this.#turn = null;
    }
  }

  /** Runs a batch, repeatedly while another process has the lock: this process does other things meanwhile. */
  async #tryBatch(batch: readonly Waiting[]): Promise<void> {
    const { elapsed, vitals } = this.#shared;
    let left = batch;
    for (let lockedAt: number | undefined; left.length > 0; ) {
      try {
        await this.#runBatch(left);
        if (lockedAt !== undefined) vitals.lockWaits.observe(elapsed() - lockedAt);
        return;
      } catch (reason) {
        lockedAt ??= elapsed();
        const isTriedAgain = isLocked(reason) && !this.#isEnding;
        const patient = ({ since }: Waiting) => isTriedAgain && elapsed() - since <= patienceMs;
        for (const each of left) if (!patient(each)) each.reject(reason);
        left = left.filter(patient);
        if (left.length > 0) await sleep(pauseMs);
      }
    }
  }

  /**
   * Runs a batch. Nearly every unit either succeeds or refuses before it has written anything, so a refusal leaves nothing to
   * undo. Only if a unit fails half-way, the batch is begun again with each unit in its own savepoint. If the database itself
   * fails, it throws and settles nothing, because nothing of the turn was kept.
   */
  async #runBatch(batch: readonly Waiting[], isolated = false): Promise<void> {
    const outcomes: (() => void)[] = [];
    try {
      if (this.#writes) this.#shared.check("before");
      this.#begin();
      for (const { work, resolve, reject } of batch) {
        if (isolated) this.#exec("savepoint unit");
        this.#changed = false;
        try {
          const value = await work(this);
          outcomes.push(() => resolve(value));
        } catch (reason) {
          // On such a failure SQLite may have ended the transaction by itself.
          if (outageOf(reason) !== undefined || !this.#database.inTransaction) throw reason;
          if (isolated) this.#exec("rollback to unit");
          else if (this.#changed) {
            this.#end("rollback");
            return await this.#runBatch(batch, true);
          }
          outcomes.push(() => reject(reason));
        }
        if (isolated) this.#exec("release unit");
      }
      this.#commit();
    } catch (reason) {
      // The disk may be full.
      if (this.#database.inTransaction) this.#end("rollback");
      else this.#settleMemory();
      throw reason;
    }
    for (const outcome of outcomes) outcome();
  }

  #begin(): void {
    this.#exec(this.#writes ? "begin immediate" : "begin");
    // A transaction that reads has its snapshot from its first statement on.
    if (!this.#writes) this.#prepare(snapshot).rows([]);
    this.#epoch = this.#shared.memory.enter();
  }

  #end(how: "commit" | "rollback"): void {
    try {
      this.#exec(how);
    } finally {
      this.#settleMemory();
    }
  }

  #settleMemory(): void {
    if (this.#spoiled.size === 0) return;
    this.#shared.memory.forget(this.#spoiled);
    this.#spoiled.clear();
  }

  #commit(): void {
    try {
      this.#end("commit");
    } catch (reason) {
      throw this.#writes && isUnsure(reason) ? new UnknownOutcome(reason) : reason;
    }
    if (!this.#writes) return;
    try {
      this.#shared.check("after");
    } catch (reason) {
      throw new UnknownOutcome(reason);
    }
  }

  #exec(sql: string): void {
    this.#prepare(sql).change([]);
  }
}

interface Prepared {
  rows(values: readonly Value[]): object[];
  /** Changes rows; returns their number. */
  change(values: readonly Value[]): number;
  /** The table whose remembered rows it may alter. */
  readonly spoils: string | undefined;
}

function prepare(database: SqliteFile, sql: string): Prepared {
  const statement = database.prepare(sql);
  const columns = statement.reader ? statement.columns().map(({ name }) => toCamel(name)) : [];
  if (statement.reader) statement.raw();
  return {
    rows: (values) => shape(columns, statement.all(values) as unknown[][]),
    change: (values) => statement.run(values).changes,
    spoils: statement.readonly ? undefined : spoiledBy(sql),
  };
}
