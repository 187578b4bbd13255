// Connections to PostgreSQL: how long to wait for one and for its answers. A broken one never ends the process.
import { Socket } from "node:net";
import type Pg from "pg";
import type { ClientBase, ClientConfig, PoolClient } from "pg";
import { readDatabaseUrl } from "../domain/database-url.ts";
import { wideNetworkOf } from "../domain/network.ts";
import type { Places } from "../turns.ts";
import { isReadOnly, messageOf, outageOfServer, StoreOutage } from "./outages.ts";
import { type Asker, inBackground, nobody, openPlaces } from "./places.ts";
import type { PoolState } from "./vitals.ts";

export interface PostgresLimits {
  /** The milliseconds that a unit of work waits for a connection, to each of several servers. */
  readonly connectionMs: number;
  /** The milliseconds after which the server ends a statement, or its wait for a lock; 0 for never. */
  readonly statementMs: number;
  /** The milliseconds after which a silent server is given up: longer, because it may still answer; 0 for never. */
  readonly silenceMs: number;
  /** The most units of work that may wait for a connection; beyond that, those of the longest queue are refused at once. */
  readonly mostWaiting: number;
}

export const postgresLimits: PostgresLimits = {
  connectionMs: 5_000,
  statementMs: 8_000,
  silenceMs: 10_000,
  mostWaiting: 1_000,
};

/** The limits for work without a time limit, such as a migration: only the connection must be made in time. */
export const patientLimits: PostgresLimits = { ...postgresLimits, statementMs: 0, silenceMs: 0 };
/**
 * The connections of requests. The last two are for organizations without any, so that these are served while the units of
 * others last.
 */
const places = 10;
const kept = 2;
/**
 * The most connections that reads of one organization may use. They do not wait for a disk: more at once would only take
 * processors from others.
 */
const mostRead = 4;
/** The most connections for all strangers together: callers who are not yet authenticated, and those without a credential. */
const strangerPlaces = 4;

/** The longest that units under way may continue when the pool is closed. */
const closingMs = 1_000;

/**
 * Opens a pool of connections to `url`, such as postgres://anteroom@localhost/anteroom. Of several servers it uses the one that
 * accepts changes, which it looks for at the last place, then in the order of the URL.
 */
export async function openConnections(url: string, limits: PostgresLimits) {
  const pg = (await import("pg")).default;
  const sockets = new Set<Socket>();
  const servers = readDatabaseUrl(url) ?? [{ name: url, url }];
  /** The index of the server for new connections. */
  let current = 0;
  const pool = createPool(pg, {
    limits,
    sockets,
    isOneOfSeveral: servers.length > 1,
    urlOf: () => servers[current]?.url,
  });

  async function connect(): Promise<PoolClient> {
    const failures: Error[] = [];
    for (;;) {
      const tried = current;
      const connected = await pool.connect().catch((reason: Error) => reason);
      if (!(connected instanceof Error)) return connected;
      const outage = outageOfServer(connected);
      if (servers.length === 1 || outage === undefined) throw connected;
      const message = `${servers[tried]?.name}: ${messageOf(connected)}`;
      failures.push(new StoreOutage(outage, { message, cause: connected }));
      // Others may have moved on already.
      if (current === tried) current = (tried + 1) % servers.length;
      if (failures.length >= servers.length) throw new AggregateError(failures);
    }
  }

  const turns = inTurn(connect, limits);
  return {
    take: turns.take,

    state: (): PoolState => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: turns.waiting(),
      most: places + 1,
    }),

    /** Ends all connections, those in use after at most a second, so their units fail. */
    async close(): Promise<void> {
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, closingMs);
      await pool.end().finally(() => clearTimeout(late));
    },
  };
}

/** Gives units connections in fair turns. */
export function inTurn(
  connect: () => Promise<PoolClient>,
  { connectionMs: patienceMs, mostWaiting }: PostgresLimits,
) {
  const ofRequests = openPlaces({ places, mostHeld: places, kept, mostWaiting, patienceMs });
  const ofReads = openPlaces({
    places: Number.POSITIVE_INFINITY,
    mostHeld: mostRead,
    kept: 0,
    mostWaiting,
    patienceMs,
  });
  // The strangers of all networks are one share, like an organization, and have fair turns among themselves by network.
  const ofStrangers = openPlaces({
    places: strangerPlaces,
    mostHeld: strangerPlaces,
    kept: 0,
    mostWaiting,
    patienceMs,
  });
  const endless = { mostWaiting: Number.POSITIVE_INFINITY, patienceMs: 0 };
  const ofBackground = openPlaces({ places: 1, mostHeld: 1, kept: 0, ...endless });
  const waysOf = (asker: Asker, isRead: boolean): readonly Way[] => {
    if (asker === inBackground) return [[ofBackground, asker]];
    const network = wideNetworkOf(asker.share);
    if (network === asker.share) {
      const request: Way = [ofRequests, asker];
      return isRead ? [[ofReads, asker], request] : [request];
    }
    return [
      [ofStrangers, { ...asker, share: network }],
      [ofRequests, { ...asker, share: "strangers" }],
    ];
  };
  return {
    waiting: () =>
      [ofReads, ofRequests, ofStrangers, ofBackground].reduce((all, { waiting }) => all + waiting, 0),
    /** Takes a connection in a fair turn, which must be released; rejects with an outage. */
    async take(given: Asker = nobody, { isRead = false } = {}): Promise<PoolClient> {
      const leave = await enterAll(waysOf(given, isRead));
      try {
        const client = await connect();
        // The pool sets another one each time.
        const { release } = client;
        client.release = (reason) => {
          release(reason);
          leave();
        };
        return client;
      } catch (reason) {
        leave();
        throw reason;
      }
    },
  };
}

type Way = readonly [Places, Asker];

/** Enters one after the other; returns a function that leaves them all. */
async function enterAll(ways: readonly Way[]): Promise<() => void> {
  const entered: Way[] = [];
  const leave = () => {
    for (const [places, asker] of entered.reverse()) places.leave(asker);
  };
  for (const [places, asker] of ways) {
    await places.enter(asker).catch((reason) => {
      leave();
      throw reason;
    });
    entered.push([places, asker]);
  }
  return leave;
}

interface Leading {
  readonly limits: PostgresLimits;
  /** The open sockets. */
  readonly sockets: Set<Socket>;
  readonly isOneOfSeveral: boolean;
  /** Returns the address of the server that a new connection goes to. */
  readonly urlOf: () => string | undefined;
}

function createPool({ Client, Pool, types }: typeof Pg, { limits, sockets, isOneOfSeveral, urlOf }: Leading) {
  class LedClient extends Client {
    constructor(config?: ClientConfig) {
      super({ ...config, connectionString: urlOf() });
    }
  }
  const pool = new Pool({
    Client: LedClient,
    async onConnect(client) {
      if (isOneOfSeveral) await requirePrimary(client);
      await client.query(compileNothing);
    },
    max: places + 1,
    connectionTimeoutMillis: limits.connectionMs,
    statement_timeout: limits.statementMs,
    query_timeout: limits.silenceMs,
    // If a process hangs in the middle of a unit, others get the rows that it has locked.
    idle_in_transaction_session_timeout: limits.silenceMs,
    keepAlive: true,
    // A program that has forgotten to close its store may end.
    allowExitOnIdle: true,
    // A statement is sent without waiting for the answers to those before it.
    pipeline: true,
    stream() {
      const socket = new GatheringSocket();
      sockets.add(socket);
      return socket.once("close", () => sockets.delete(socket));
    },
    // Instants and counts are far below 2^53.
    types: {
      getTypeParser: (id, format) => (id === types.builtins.INT8 ? Number : types.getTypeParser(id, format)),
    },
  });
  // The listener for errors of connections. One that breaks while idle is replaced at the next use; while it is used, its
  // statement fails. Without a listener at all times, either would end the process.
  const survive = () => {};
  pool.on("error", survive);
  pool.on("connect", (client) => client.on("error", survive));
  return pool;
}

/**
 * The statement that turns off compilation: compiling a search of many people costs more than the search. Other databases with
 * the protocol may not have the setting.
 */
const compileNothing = "select set_config(name, 'off', false) from pg_settings where name = 'jit'";

/** Refuses a server that accepts no changes: a standby. */
async function requirePrimary(client: ClientBase): Promise<void> {
  const { rows } = await client.query("show transaction_read_only");
  if (rows[0]?.transaction_read_only !== "on") return;
  throw Object.assign(new Error("it takes no changes"), { code: isReadOnly });
}

/**
 * A socket that sends everything written in one turn of the event loop together: a packet costs both sides more than a small
 * statement.
 */
class GatheringSocket extends Socket {
  #isGathering = false;

  override write(...args: unknown[]): boolean {
    this.cork();
    return super.write(...(args as Parameters<Socket["write"]>));
  }

  override cork(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    super.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      super.uncork();
    });
  }

  /** The next write may still belong to it. */
  override uncork(): void {}
}
