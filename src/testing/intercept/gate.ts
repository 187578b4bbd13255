// The one place that all connections of a process pass: fetch, undici of any version, node:http and node:https open theirs by
// `connect` of node:net and node:tls; fetch of Deno and Bun does not. Keepers decide where a connection may go.
import { syncBuiltinESMExports } from "node:module";
import net, { type Socket } from "node:net";
import tls, { type ConnectionOptions, type TLSSocket } from "node:tls";

/** Decides about connections. A connection leads to the server of one keeper, or else all must let it pass. */
export interface Keeper {
  /** Reports whether its own server answers requests for an address, such as https://cloud.mongodb.com. */
  answers(origin: string): boolean;
  /** Returns the port of 127.0.0.1 where they are answered. */
  portFor(origin: string): number;
  fetchFor(origin: string): typeof fetch;
  lets(host: string): boolean;
  /** Returns the message for a caller of a refused address. */
  refusal(origin: string): string;
}

const keepers = new Set<Keeper>();
/** The function that all writes pass, in Node alone, and what it knows of the target. */
type Write = (isList: boolean, data: unknown, encoding: string, done: (reason: Error) => void) => void;
type Named = { readonly servername?: string | false; readonly _host?: string };
const sockets = net.Socket.prototype as Socket & { _writeGeneric: Write };

/** Returns Node's functions, or those that others had put there. */
const found = () => ({
  connect: sockets.connect,
  write: sockets._writeGeneric,
  secure: tls.connect,
  fetch: globalThis.fetch,
});
let open = found();
/** The connections that were made through this gate, whether they were diverted or not. */
const begun = new WeakSet<Socket>();
let isInPlace = false;
const hasOwnFetch = "Deno" in globalThis || "Bun" in globalThis;
/** The connections that were diverted to a keeper's server. */
const led = new Map<Socket, Keeper>();

/** Returns the arguments of both, as Node takes them; `net.connect` passes on a list that it has already read. */
function optionsOf(args: readonly unknown[]): ConnectionOptions {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const rest = args.find((each) => typeof each === "object" && each !== null && !Array.isArray(each)) ?? {};
  if (typeof first === "object" && first !== null) return first;
  if (typeof first === "string" && !/^\d+$/.test(first)) return { ...rest, path: first };
  return { ...rest, port: Number(first), ...(typeof second === "string" && { host: second }) };
}

const callbackOf = (args: readonly unknown[]): (() => void) | undefined =>
  (Array.isArray(args[0]) ? args[0] : args).find((each) => typeof each === "function");

/** Reports whether a host is this machine; a connection to 0.0.0.0 stays on it, too. */
export const isHere = (host: string): boolean =>
  /^(([\w-]+\.)*localhost\.?|(::ffff:)?127(\.\d{1,3}){3}|0\.0\.0\.0|::1?)$/i.test(
    host.replace(/^\[|\]$/g, ""),
  );

/** Returns a test of hosts: `*.` before a name matches all below it; `*` matches every one. */
export function matching(name: string): (host: string) => boolean {
  const wanted = name.toLowerCase();
  if (wanted === "*") return () => true;
  if (wanted.startsWith("*.")) return (host) => host.toLowerCase().endsWith(wanted.slice(1));
  return (host) => host.toLowerCase() === wanted;
}

const originOf = (scheme: "http" | "https", host: string, port: unknown): string =>
  new URL(`${scheme}://${net.isIPv6(host) ? `[${host}]` : host}:${port}`).origin;

interface Led {
  readonly keeper: Keeper;
  readonly origin: string;
}

/** Decides where a connection goes: to the server of a keeper, to its target, or nowhere, and why. */
function wayOf(origin: string, host: string): Led | "on" | Error {
  const keeper = [...keepers].find((each) => each.answers(origin));
  if (keeper !== undefined) return { keeper, origin };
  if (isHere(host)) return "on";
  const against = [...keepers].find((keeper) => !keeper.lets(host));
  if (against === undefined) return "on";
  return Object.assign(new Error(against.refusal(origin)), { code: "ERR_FOREIGN_ORIGIN" });
}

function connect(this: Socket, ...args: unknown[]): Socket {
  begun.add(this);
  const options = optionsOf(args);
  const { port, path } = options;
  const host = options.host || "localhost";
  // Connections to a Unix socket are not intercepted. Agents of node:http pass null for the path of other connections.
  if (path || port === undefined) return Reflect.apply(open.connect, this, args);
  const isSecure = this instanceof tls.TLSSocket;
  const origin = originOf(isSecure ? "https" : "http", host, port);
  const way = wayOf(origin, host);
  if (way === "on") return Reflect.apply(open.connect, this, args);
  if (way instanceof Error) return refuse(this, way);
  if (isSecure) {
    return refuse(
      this,
      new Error(`${origin} is reached by a tls.connect copied before intercept was called`),
    );
  }
  return lead(this, options, way, callbackOf(args));
}

function refuse(socket: Socket, reason: Error): Socket {
  process.nextTick(() => socket.destroy(reason));
  return socket;
}

function lead(socket: Socket, options: object, { keeper, origin }: Led, callback?: () => void): Socket {
  const port = keeper.portFor(origin);
  begun.add(socket);
  led.set(socket, keeper);
  socket.once("close", () => led.delete(socket));
  const to = { ...options, host: "127.0.0.1", port, family: 4, lookup: undefined, localAddress: undefined };
  return Reflect.apply(open.connect, socket, callback === undefined ? [to] : [to, callback]);
}

function connectSecurely(...args: unknown[]): TLSSocket {
  const options = optionsOf(args);
  const { socket: tunnel, servername, path, port = 443 } = options;
  if (path && tunnel === undefined) return Reflect.apply(open.secure, tls, args);
  // Through a proxy only the name tells the target.
  const host = (tunnel === undefined ? options.host : servername || options.host) || "localhost";
  const way = wayOf(originOf("https", host, port), host);
  if (way === "on") return Reflect.apply(open.secure, tls, args);
  tunnel?.destroy();
  const socket = new net.Socket() as TLSSocket;
  if (way instanceof Error) return refuse(socket, way) as TLSSocket;
  return lead(disguise(socket, options, callbackOf(args)), options, way) as TLSSocket;
}

/** Gives an encrypted connection the members that clients read. */
function disguise(
  socket: TLSSocket,
  { servername, ALPNProtocols }: ConnectionOptions,
  callback?: () => void,
) {
  const offers = Array.isArray(ALPNProtocols) && ALPNProtocols.includes("http/1.1");
  socket.once("connect", () => socket.emit("secureConnect"));
  if (callback !== undefined) socket.once("secureConnect", callback);
  return Object.assign(socket, {
    encrypted: true,
    authorized: true,
    authorizationError: null,
    servername: servername ?? false,
    alpnProtocol: offers ? "http/1.1" : false,
    getPeerCertificate: () => ({}),
    getProtocol: () => "TLSv1.3",
    getCipher: () => ({ name: "none", standardName: "none", version: "TLSv1.3" }),
    getSession: () => undefined,
    isSessionReused: () => false,
    setServername: () => {},
  });
}

/**
 * Writes to a connection. Clients keep connections: an earlier one, which leads to the real server, is ended when it is written
 * to.
 */
function write(this: Socket, ...args: Parameters<Write>): void {
  const stray = begun.has(this) ? undefined : strayTo(this);
  if (stray === undefined) Reflect.apply(open.write, this, args);
  else args[3](new Error(`${stray} was asked on a connection older than intercept, now closed: ask again`));
}

function strayTo(socket: Socket & Named): string | undefined {
  const { servername, _host, remoteAddress, remotePort } = socket;
  if (remotePort === undefined) return undefined;
  const scheme = socket instanceof tls.TLSSocket ? "https" : "http";
  const origin = originOf(scheme, servername || _host || remoteAddress || "localhost", remotePort);
  return [...keepers].some((keeper) => keeper.answers(origin)) ? origin : undefined;
}

const fetchThrough: typeof fetch = async (input, init) => {
  const { origin, hostname } = new URL(input instanceof Request ? input.url : input);
  const way = wayOf(origin, hostname);
  if (way === "on") return open.fetch(input, init);
  if (way instanceof Error) throw new TypeError("fetch failed", { cause: way });
  return way.keeper.fetchFor(origin)(input, init);
};

const ours = {
  connect: connect as typeof sockets.connect,
  write: write as Write,
  secure: connectSecurely as typeof tls.connect,
  fetch: fetchThrough,
};

/** Posts the keeper, which is asked until the returned function is called. */
export function post(keeper: Keeper): () => void {
  if (!isInPlace) {
    open = found();
    put({
      ...ours,
      ...(!hasOwnFetch && { fetch: open.fetch }),
      ...(open.write === undefined && { write: open.write }),
    });
    isInPlace = true;
  }
  keepers.add(keeper);
  return () => {
    keepers.delete(keeper);
    // Clients would otherwise keep using them.
    for (const [socket, of] of led) if (of === keeper) socket.destroy();
    const { connect, write, secure } = found();
    const isOnTop =
      connect === ours.connect && secure === ours.secure && [ours.write, open.write].includes(write);
    // Functions that others have put over it still call it; without keepers everything passes.
    if (!isInPlace || keepers.size > 0 || !isOnTop) return;
    put(open);
    isInPlace = false;
  };
}

function put({ connect, write, secure, fetch }: typeof open): void {
  Object.assign(sockets, { connect, ...(write !== undefined && { _writeGeneric: write }) });
  Object.assign(tls, { connect: secure });
  globalThis.fetch = fetch;
  // Names that ES modules import are copies.
  syncBuiltinESMExports();
}
