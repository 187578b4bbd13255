// Watches connections: which have a place, which are beyond and are refused with a reason, and which do not read their answers.
import type { ServerResponse } from "node:http";
import type { Server, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { LRUCache } from "lru-cache";
import { wideNetworkOf } from "../domain/network.ts";
import { createPlaces, type Guest } from "./places.ts";

export const mostConnections = 5_000;
/**
 * The most connections without a place that may send a request at a time, in all and of one network; the one that has been
 * silent for longest is ended for a new one.
 */
const mostBeyond = 500;
const mostBeyondOfOne = 25;
/**
 * The longest that a client may read nothing of an answer. The system reports progress in large steps, so a slow client can
 * seem to read nothing for a while.
 */
const unreadMs = 60_000;
const lookEveryMs = 5_000;
/** The networks of this machine: programs, proxies that are not configured, and, without an address, this process itself. */
const ownNetworks = ["127.0.0.1", "::1", ""].map(wideNetworkOf);
/** The number of networks remembered: a flood keeps coming from a few addresses. */
const rememberedAddresses = 1_000;

interface CrowdOptions {
  readonly most?: number;
  readonly furthest?: number;
  readonly unreadMs?: number;
  readonly lookEveryMs?: number;
  /** Reports whether an address is that of a proxy, with many callers behind it. */
  readonly isProxy?: ((address: string) => boolean) | undefined;
}

interface Connection extends Guest {
  /** The socket on which requests arrive, known from the first one: with TLS, it is not the connection's own. */
  asks: Socket | undefined;
  /** True if a caller has authenticated on it. */
  isKnown: boolean;
  /** The bytes that the client had not yet read at the last look, and for how many milliseconds their number has not fallen. */
  left: number;
  unmoved: number;
}

/**
 * The parts of a socket for which Node has no public name: the bytes that are still to be sent, which TLS only knows of the
 * socket below.
 */
interface Handled {
  readonly _handle?: { readonly writeQueueSize?: number } | null;
}

type AskedOn = Socket & { _parent?: Socket | null };

/** Returns the socket under a TLS socket, which has no public name in Node. */
const below = (given: AskedOn): Socket => given._parent ?? given;

/** Watches the connections of a server, which count from accept(), before the first byte. */
export function watchCrowd(server: Server, options: CrowdOptions = {}) {
  const { most = mostConnections, furthest = mostBeyond } = options;
  const places = createPlaces(most, ownNetworks);
  const open = new Map<Socket, Connection>();
  /** The connections that have no place, the oldest first. */
  const beyond = new Map<Socket, Guest["network"]>();
  const watchReaders = createReaderWatch(open, options);
  const networkOf = createNetworkOf(options);
  server.on("connection", (socket: Socket) => {
    const connection = connectionOf(socket, networkOf(socket.remoteAddress ?? ""));
    open.set(socket, connection);
    watchReaders();
    socket.once("close", () => {
      open.delete(socket);
      places.leave(connection);
      beyond.delete(socket);
    });
    if (places.take(connection)) return;
    beyond.set(socket, connection.network);
    const near = [...beyond.keys()].filter((each) => beyond.get(each) === connection.network);
    const [oldest] = near.length > mostBeyondOfOne ? near : beyond.size > furthest ? beyond.keys() : [];
    if (oldest === undefined) return;
    beyond.delete(oldest);
    oldest.destroy();
  });
  return {
    /** Reports whether a request's connection has no place at this moment. */
    isBeyond(given: AskedOn): boolean {
      const socket = below(given);
      const connection = open.get(socket);
      if (connection === undefined) return false;
      connection.asks = given;
      // There may be room by now.
      if (beyond.has(socket) && places.take(connection)) beyond.delete(socket);
      return beyond.has(socket);
    },
    /** Notes that a caller has authenticated on a connection. */
    know(given: AskedOn): void {
      const connection = open.get(below(given));
      if (connection?.isKnown === false) places.know(connection);
      if (connection !== undefined) connection.isKnown = true;
    },
    /** Returns the number of open connections. */
    count: () => open.size,
    /** Ends connections that have never sent anything, such as those that browsers open in advance. */
    endSilent(): void {
      for (const socket of open.keys()) if (socket.bytesRead === 0) socket.destroy();
    },
  };
}

function createNetworkOf({ isProxy = () => false }: CrowdOptions): (address: string) => Guest["network"] {
  const known = new LRUCache<string, Pick<Guest, "network">>({
    maxSize: rememberedAddresses,
    sizeCalculation: () => 1,
  });
  return (address) => {
    let found = known.get(address);
    if (found === undefined) {
      found = { network: isProxy(address) ? null : wideNetworkOf(address) };
      known.set(address, found);
    }
    return found.network;
  };
}

function connectionOf(socket: Socket, network: Guest["network"]): Connection {
  const connection: Connection = {
    network,
    asks: undefined,
    isKnown: false,
    left: 0,
    unmoved: 0,
    // Node has no timeout for a connection with a request under way, only for an idle one.
    isIdle: () => connection.asks === undefined || (connection.asks.timeout ?? 0) > 0,
    end: () => void socket.destroy(),
  };
  return connection;
}

/**
 * Ends connections whose client does not read its answer. Runs only while connections are open, so that requests do not pay for
 * it.
 */
function createReaderWatch(
  open: ReadonlyMap<Socket & Handled, Connection>,
  { unreadMs: patience = unreadMs, lookEveryMs: every = lookEveryMs }: CrowdOptions,
): () => void {
  let looking: NodeJS.Timeout | undefined;
  function look(): void {
    if (open.size === 0) looking = void clearInterval(looking);
    for (const [socket, connection] of open) {
      const left = connection.asks?.writableLength ? (socket._handle?.writeQueueSize ?? 0) : 0;
      connection.unmoved = left > 0 && left === connection.left ? connection.unmoved + every : 0;
      connection.left = left;
      if (connection.unmoved >= patience) socket.destroy();
    }
  }
  return () => {
    looking ??= setInterval(look, every).unref();
  };
}

/**
 * Begins a request that was sent ahead only when those before it are answered and read; until then, no more is read from its
 * connection.
 */
export function createTurns(): (socket: Duplex, response: ServerResponse, begin: () => void) => void {
  const waiting = new WeakMap<Duplex, number>();
  const count = (socket: Duplex, by: 1 | -1) => {
    const number = (waiting.get(socket) ?? 0) + by;
    waiting.set(socket, number);
    return number;
  };
  return (socket, response, begin) => {
    // Node gives an answer its socket when its turn comes.
    if (response.socket !== null) return begin();
    count(socket, 1);
    socket.pause();
    response.once("socket", () => {
      if (count(socket, -1) === 0) socket.resume();
      begin();
    });
  };
}
