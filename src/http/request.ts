// A request as a value, whether it came over a socket or from the server's own process.
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import proxyAddress from "@fastify/proxy-addr";
import { splitTarget } from "../contract/target.ts";
import { addressOf, isTrusted, originOf, type Proxies } from "../domain/proxies.ts";

/** A request as an adapter receives it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as on the request line. */
  readonly target: string;
  readonly httpVersion: string;
  /** Names in small letters. */
  readonly headers: IncomingHttpHeaders;
  /** What arrives of it, or the whole where that is at hand. */
  readonly body: Readable | Buffer | undefined;
  readonly peer: { readonly address: string; readonly isEncrypted: boolean };
  /** Why nothing is served on its connection: the server is ending, or has as many connections as it takes. */
  readonly unavailable?: "ending" | "crowded" | undefined;
  readonly connection: Connection;
}

/** The connection of a request, for what a rehearsal does to one. */
export interface Connection {
  /** A signal that is aborted when the client has gone. */
  gone(): AbortSignal;
  /** Cuts it; the work that is under way goes on. */
  cut(): void;
}

export interface HttpRequest extends Omit<ReceivedRequest, "peer"> {
  /** No other request has it, in whichever process. */
  readonly id: string;
  /** Of the target. */
  readonly path: string;
  readonly search: string;
  /** Of the client, as trusted proxies pass it on. */
  readonly remoteAddress: string;
  /** Scheme and authority that links in the answer start with. */
  readonly origin: string;
}

/** `baseUrl` is the origin of all links; the request's own where it is null. */
export function createToRequest(
  proxies: Proxies,
  baseUrl: string | null,
): (received: ReceivedRequest) => HttpRequest {
  // Unique among processes and restarts, at the price of a counter.
  const process = randomUUID().slice(0, 8);
  let count = 0;
  const whence = createWhence(proxies);
  return (received) => {
    const { method, target, httpVersion, headers, body, unavailable, connection } = received;
    // Go sends the header with nothing in it where there is no body.
    if (headers["content-type"]?.trim() === "") delete headers["content-type"];
    const { path, search } = splitTarget(target);
    const { ip, protocol } = whence(received);
    const socket = { remoteAddress: received.peer.address };
    return {
      id: `${process}-${(++count).toString(36)}`,
      method,
      target,
      path,
      search,
      httpVersion,
      headers,
      body,
      unavailable,
      connection,
      remoteAddress: addressOf({ ip, protocol, headers, socket }),
      origin: originOf({ ip, protocol, headers, socket }, baseUrl),
    };
  };
}

type Whence = (received: Pick<ReceivedRequest, "headers" | "peer">) => { ip: string; protocol: string };

/** Reads where a request comes from: from its connection, or from what the proxies before the server say. */
export function createWhence(proxies: Proxies): Whence {
  const ofConnection: Whence = ({ peer }) => ({
    ip: peer.address,
    protocol: peer.isEncrypted ? "https" : "http",
  });
  if (proxies === 0) return ofConnection;
  const trusts = (address: string, hop: number) => isTrusted(proxies, address, hop);
  return ({ headers, peer }) => {
    const forwarded = headers["x-forwarded-proto"];
    const socket = { remoteAddress: peer.address || undefined };
    return {
      ip: proxyAddress({ headers, socket } as Parameters<typeof proxyAddress>[0], trusts) ?? peer.address,
      // The nearest proxy has written the last one.
      protocol:
        forwarded && trusts(peer.address, 0)
          ? lastOf(String(forwarded))
          : ofConnection({ headers, peer }).protocol,
    };
  };
}

const lastOf = (list: string): string => list.slice(list.lastIndexOf(",") + 1).trim();
