// A request as a value, whether it came over a socket or from the server's own process.
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Fault } from "../contract/errors.ts";
import { isTrusted, type Proxies, type RemoteAddress, readRemote } from "../domain/proxies.ts";

/**
 * A request as it is received. It belongs to one call of `respond`, and is completed on its way: a copy at each step would cost
 * as much as a stage.
 */
export interface ReceivedRequest {
  readonly method: string;
  /** The path and query of the request line. */
  readonly target: string;
  readonly path: string;
  readonly search: string;
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as it arrives, or as a whole if it is at hand. */
  readonly body: Readable | Buffer | undefined;
  /** The address of its connection, until the proxies' headers are read. */
  readonly remoteAddress: RemoteAddress;
  /** The scheme and authority of links in the answer. */
  readonly origin: string;
  /** The reason why its connection is not served: the server is ending, or has too many connections. */
  readonly unavailable?: "ending" | "crowded" | undefined;
  /** A flaw of its form: it is refused before anything else, and its connection ends. */
  readonly flaw?: Fault | undefined;
  /** The reason why a guard refuses it. */
  readonly refusal?: Fault | undefined;
  /** True for a request from a page of another site, which a rehearsal does not list. */
  readonly isForeign?: boolean;
  readonly connection: Connection;
  /** Notes that its caller has authenticated: their network may then hold more connections. */
  readonly prove?: (() => void) | undefined;
}

/** The connection of a request, for the faults of a rehearsal. */
export interface Connection {
  gone(): AbortSignal;
  /** Reports whether the client has closed it; then its work is not begun. */
  isGone?(): boolean;
  /** Cuts it; work under way goes on. */
  cut(): void;
  /** The note of a rehearsal about the request, kept until it is answered. */
  noted?: unknown;
}

export interface HttpRequest extends ReceivedRequest {
  /** The id, which no other request of any process has. */
  readonly id: string;
}

type Arrive = (received: ReceivedRequest) => ReceivedRequest;

/**
 * Reads a request through its proxies. Links start with `baseUrl` or, if null, with the origin in Host, never in
 * X-Forwarded-Host, which any client can send.
 */
export function readThroughProxies(proxies: Proxies, baseUrl: string | null): Arrive {
  return (received) => {
    const { headers } = received;
    const peer = received.remoteAddress.ip ?? "";
    const { "x-forwarded-for": addresses, "x-forwarded-proto": protocols } = headers;
    const isSaid = protocols !== undefined && protocols !== "" && isTrusted(proxies, peer, 0);
    // The nearest proxy has written the last value.
    const scheme = isSaid && String(protocols).split(",").at(-1)?.trim() === "https" ? "https" : "http";
    return Object.assign(received, {
      remoteAddress: readRemote(proxies, peer, addresses?.toString()),
      origin: baseUrl ?? (isSaid ? originOf(scheme, headers.host) : received.origin),
    });
  };
}

export const originOf = (scheme: string, host = ""): string => `${scheme}://${host}`;
