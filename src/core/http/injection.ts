// Carries out the faults that a rehearsal injects: waits, refuses instead of the work, and cuts connections or answers short.
import { STATUS_CODES } from "node:http";
import { type Fault, fault } from "../contract/errors.ts";
import type { LimitSet } from "../contract/limits.ts";
import type { Delivery } from "./answer.ts";
import type { Unidentified } from "./authenticate.ts";
import { emptied } from "./limits.ts";
import type { ApiAnswer } from "./reply.ts";
import { wait } from "./wait.ts";

export interface Injection {
  /** The fault's name in the list of requests. */
  readonly name: string;
  /** The milliseconds to wait before anything is done. */
  readonly delay: number;
  /** The moment to cut the connection: before the work, while it is under way, or when it is done and its answer lost. */
  readonly drop: "before" | "amid" | "after" | null;
  readonly refusal: InjectedRefusal | null;
  /** True to treat a digest's nonce or a token as expired. */
  readonly isStale: boolean;
  readonly delivery: Delivery | null;
}

export interface InjectedRefusal {
  readonly status: 429 | 500 | 502 | 503;
  /** Atlas's error body, or that of a proxy before it. */
  readonly as: "atlas" | "text" | "html";
  /** The seconds of Retry-After; null leaves the header out, except with 429. */
  readonly retryAfter: number | null;
}

export interface InjectableRequest {
  /** The operation; null for an endpoint of tokens. */
  readonly operationId: string | null;
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  /** The public key, client id or address; undefined if the caller is unknown. */
  readonly caller: string | undefined;
  readonly userAgent: string;
  /** True if it has a nonce or a token that could expire. */
  readonly canBeStale: boolean;
}

export interface Injector {
  /** Chooses the fault for a request, which is then counted; undefined for none. Null while there are no rules. */
  readonly choose: ((request: InjectableRequest) => Injection | undefined) | null;
}

export interface Wire {
  readonly gone: AbortSignal;
  /** Aborted when the server ends, so that nothing waits any more. */
  readonly ending: AbortSignal;
  /** Cuts the connection when the body of the request has arrived; work under way goes on. */
  cut(): Promise<void>;
}

interface InjectionDeps {
  readonly path: string;
  readonly limit: LimitSet;
  /** Makes the challenge of an expired credential, if there is one. */
  readonly outdate?: () => Unidentified;
}

/** The answer of a lost request, which no client sees. */
const nothing: ApiAnswer = { status: 0, headers: {}, body: "", delivery: "lost" };

/** Performs the injections that come before the work; returns an answer, or throws a refusal, if one replaces the work. */
export async function injectBefore(
  injection: Injection,
  wire: Wire,
  about: InjectionDeps,
): Promise<ApiAnswer | undefined> {
  const { delay, drop, refusal, isStale } = injection;
  if (drop === "amid") await wire.cut();
  // The work of a request whose client has gone is skipped, unless the fault simulates a disconnect.
  if (delay > 0) await wait(delay, drop === "amid" ? [wire.ending] : [wire.ending, wire.gone]);
  if (drop === "before" || (drop !== "amid" && wire.gone.aborted)) return nothing;
  if (isStale && about.outdate !== undefined) throw about.outdate();
  if (refusal === null) return undefined;
  if (refusal.as !== "atlas") return ofProxy(refusal);
  throw ofAtlas(refusal, about);
}

export function injectAfter({ name, drop, delivery }: Injection, answer: ApiAnswer): ApiAnswer {
  const leaving = drop === null ? (delivery ?? answer.delivery) : "lost";
  return { ...answer, injected: name, ...(leaving !== undefined && { delivery: leaving }) };
}

const retryHeaders = ({ retryAfter }: InjectedRefusal): Record<string, string> =>
  retryAfter === null ? {} : { "retry-after": String(retryAfter) };

/** Makes Atlas's refusal. A 429 names the bucket of the operation, and the given wait, or else a whole period. */
function ofAtlas(refusal: InjectedRefusal, { path, limit }: InjectionDeps): Fault {
  const { status, retryAfter } = refusal;
  if (status === 429) return emptied(limit, path, (retryAfter ?? 60) * 1000);
  const options = { headers: retryHeaders(refusal) };
  if (status === 500) return fault("UNEXPECTED_ERROR", {}, options);
  if (status === 502) return fault("BAD_GATEWAY", {}, options);
  return fault("SERVICE_UNAVAILABLE", { reason: "The server is busy" }, options);
}

function ofProxy(refusal: InjectedRefusal): ApiAnswer {
  const { status, as } = refusal;
  const title = `${status} ${STATUS_CODES[status]}`;
  const headers = { "content-type": as === "html" ? "text/html" : "text/plain", ...retryHeaders(refusal) };
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<h1>${title}</h1>\r\n</body>\r\n</html>\r\n`;
  return { status, headers, body: as === "html" ? page : `${title}\n` };
}
