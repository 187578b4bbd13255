// A request as a value, whether it came over a socket or from the server's own process.
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import proxyAddress from "@fastify/proxy-addr";
import type { Fault } from "../contract/errors.ts";
import { isTrusted, type Proxies, readAddress } from "../domain/proxies.ts";

/** Belongs to one call of `respond`, and is completed on its way: a copy at each step would cost as much as a stage. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as on the request line. */
  readonly target: string;
  readonly path: string;
  readonly search: string;
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
  /** What arrives of it, or the whole where that is at hand. */
  readonly body: Readable | Buffer | undefined;
  /** Of the client: of its connection, or as trusted proxies pass it on. */
  readonly remoteAddress: string;
  /** Scheme and authority that links in the answer start with. */
  readonly origin: string;
  /** Why nothing is served on its connection: the server is ending, or takes no more connections. */
  readonly unavailable?: "ending" | "crowded" | undefined;
  /** Why a guard refuses it, before all else. */
  readonly refusal?: Fault | undefined;
  /** Of a page of another site: a rehearsal does not list it. */
  readonly isForeign?: boolean;
  readonly connection: Connection;
}

/** The connection of a request, for what a rehearsal does to one. */
export interface Connection {
  gone(): AbortSignal;
  /** Cuts it; the work that is under way goes on. */
  cut(): void;
}

export interface HttpRequest extends ReceivedRequest {
  /** No other request has it, in whichever process. */
  readonly id: string;
}

type Arrive = (received: ReceivedRequest) => ReceivedRequest;

/** Links start with `baseUrl` or, where null, with the origin asked: of Host, never X-Forwarded-Host, which any client can send. */
export function readThroughProxies(proxies: Proxies, baseUrl: string | null): Arrive {
  const trusts = (address: string, hop: number) => isTrusted(proxies, address, hop);
  return (received) => {
    const { headers, remoteAddress } = received;
    const socket = { remoteAddress: remoteAddress || undefined };
    const found = proxyAddress({ headers, socket } as Parameters<typeof proxyAddress>[0], trusts);
    const forwarded = headers["x-forwarded-proto"];
    const isSaid = forwarded !== undefined && forwarded !== "" && trusts(remoteAddress, 0);
    // The nearest proxy has written the last one.
    const scheme = isSaid && String(forwarded).split(",").at(-1)?.trim() === "https" ? "https" : "http";
    return Object.assign(received, {
      remoteAddress: readAddress(found ?? "") ?? remoteAddress,
      origin: baseUrl ?? (isSaid ? originOf(scheme, headers.host) : received.origin),
    });
  };
}

export const originOf = (scheme: string, host = ""): string => `${scheme}://${host}`;
