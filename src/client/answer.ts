// Sends one request of the client, and reads its answer.
import { wallClock } from "../core/clock.ts";

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** True if a success is not JSON: its body comes as `bytes`. */
  readonly wantsBytes?: boolean;
  /** The state of its call; a request for a token belongs to many calls. */
  readonly course?: Course;
}

/** The state of a call. */
export interface Course {
  tries: number;
  /** True if the server may have made the requested change: it was sent, and no answer refused it. */
  mayHaveChanged: boolean;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes?: Uint8Array | undefined;
}

/**
 * Sends a request. Rejects with AtlasUnreachable if no complete answer came, and with the signal's reason if it was aborted.
 */
export type Send = (outgoing: Outgoing) => Promise<Received>;

/** An answer without its body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The id of the request in the log of the server, or of a proxy before it (`X-Request-Id`); undefined if there is none. */
  readonly requestId: string | undefined;
  /** The seconds to wait before the next try (`Retry-After`); undefined if the answer has none. */
  readonly retryAfterSeconds: number | undefined;
  /** The number of requests allowed, and of those left; undefined if they are not counted. */
  readonly rateLimit: { readonly limit: number; readonly remaining: number } | undefined;
}

export function answerOf({ status, headers }: Pick<Received, "status" | "headers">): Answer {
  const limit = numberIn(headers, "ratelimit-limit");
  const remaining = numberIn(headers, "ratelimit-remaining");
  return {
    status,
    headers,
    requestId: headers.get("x-request-id") ?? undefined,
    retryAfterSeconds: numberIn(headers, "retry-after") ?? secondsUntil(headers),
    rateLimit: limit === undefined || remaining === undefined ? undefined : { limit, remaining },
  };
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim() ?? "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Reads Retry-After. Proxies write a date instead of seconds, by the server's clock. */
function secondsUntil(headers: Headers): number | undefined {
  const at = Date.parse(headers.get("retry-after") ?? "");
  if (Number.isNaN(at)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  return Math.max(0, Math.ceil((at - (Number.isNaN(sent) ? wallClock() : sent)) / 1000));
}
