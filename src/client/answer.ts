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
  /** The course of the call that it belongs to; a request for a token belongs to many. */
  readonly course?: Course;
}

/** The course of a call so far. */
export interface Course {
  tries: number;
  /** True if the server may have made the requested change: it was sent, and no answer says that it was refused. */
  mayHaveChanged: boolean;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes?: Uint8Array | undefined;
}

/** Rejects with AtlasUnreachable when no whole answer came, and with the signal's reason when it was aborted. */
export type Send = (outgoing: Outgoing) => Promise<Received>;

/** An answer without its body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The id that the server, or a proxy before it, gives the request in its log (`X-Request-Id`); undefined if neither does. */
  readonly requestId: string | undefined;
  /** Seconds to wait before the next try (`Retry-After`); undefined where the answer does not say. */
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

/** Proxies write a date in place of seconds; it is one of the server's clock. */
function secondsUntil(headers: Headers): number | undefined {
  const at = Date.parse(headers.get("retry-after") ?? "");
  if (Number.isNaN(at)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  return Math.max(0, Math.ceil((at - (Number.isNaN(sent) ? wallClock() : sent)) / 1000));
}
