// Connections to PostgreSQL: how long is waited for one and for its answers, and that none that breaks ends the process.
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
  /** Milliseconds that a unit of work waits for a connection, to each of several servers. */
  readonly connectionMs: number;
  /** Milliseconds after which the server gives a statement, or its wait for a lock, up; 0 for never. */
  readonly statementMs: number;
  /** Milliseconds after which a server that says nothing is given up: longer, for it may have something to say; 0 for never. */
  readonly silenceMs: number;
  /** Units of work that may wait for a connection; beyond that, those of the longest queue are refused at once. */
  readonly mostWaiting: number;
}

export const postgresLimits: PostgresLimits = {
  connectionMs: 5_000,
  statementMs: 8_000,
  silenceMs: 10_000,
  mostWaiting: 1_000,
};

/** The limits for work that takes as long as it takes, such as a migration: only a connection must be had in time. */
export const patientLimits: PostgresLimits = { ...postgresLimits, statementMs: 0, silenceMs: 0 };
/** Connections of requests. The last two are for organizations that hold none, so that those are served while the units of others last. */
const places = 10;
const kept = 2;
/** Connections that reads of one organization may hold. They wait for no disk: more at once would only take processors from others. */
const mostRead = 4;
/** The most connections for all strangers together: callers not yet authenticated, and those without a credential. */
const strangerPlaces = 4;

/** The longest that units under way may go on when the pool is closed. */
const closingMs = 1_000;

/**
 * Opens a pool of connections to `url`, such as postgres://anteroom@localhost/anteroom. Of several servers they lead to the one
 * that takes changes: it is looked for where the last one was, then in the order of the URL.
 */
export async function openConnections(url: string, limits: PostgresLimits) {
  const pg = (await import("pg")).default;
  const sockets = new Set<Socket>();
  const servers = readDatabaseUrl(url) ?? [{ name: url, url }];
  /** The server that new connections go to. */
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
      // Others may have gone on already.
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

    /** Ends all connections; those in use after a second at most, so that their units fail. */
    async close(): Promise<void> {
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, closingMs);
      await pool.end().finally(() => clearTimeout(late));
    },
  };
}

/** Lets units have connections in fair turns. */
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
  // Strangers of thousands of networks are one share beside each organization, and fair among themselves by network.
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
    /** A connection in fair turns, to be released; rejects with an outage. */
    async take(given: Asker = nobody, { isRead = false } = {}): Promise<PoolClient> {
      const leave = await enterAll(waysOf(given, isRead));
      try {
        const client = await connect();
        // The pool gives it another one each time.
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

/** Enters one after the other; returns what leaves all of them again. */
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
  /** All that are open. */
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
  // A connection that breaks while idle is replaced at the next use; while it is used, the statement under way fails. Without
  // a listener, from its first moment to its last, either would end the process.
  const survive = () => {};
  pool.on("error", survive);
  pool.on("connect", (client) => client.on("error", survive));
  return pool;
}

/** Compiling a search of many people costs more than the search. What else speaks the protocol may know no such setting. */
const compileNothing = "select set_config(name, 'off', false) from pg_settings where name = 'jit'";

/** Refuses a server that takes no changes: a standby. */
async function requirePrimary(client: ClientBase): Promise<void> {
  const { rows } = await client.query("show transaction_read_only");
  if (rows[0]?.transaction_read_only !== "on") return;
  throw Object.assign(new Error("it takes no changes"), { code: isReadOnly });
}

/** Sends together what one turn of the event loop writes: each packet costs both sides more than a small statement does. */
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
