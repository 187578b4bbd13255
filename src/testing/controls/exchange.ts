// Keeps a request and its answer for display: bodies up to a length, without their secrets.
import type { Claim } from "../../core/domain/claim.ts";
import type { Explanation, Refused } from "../../core/domain/explanation.ts";
import { type Instant, toIso } from "../../core/domain/instant.ts";
import type { KeptBody, LoggedRequest, SeenRequest } from "./seen.ts";
import { answersSecrets, type Described, strikeAnswered, strikeQuery, strikeSent } from "./strike.ts";

/** The longest body that is kept, in characters. */
export const longestBody = 4096;
/** The longest body that is read for the secrets in it. */
export const longestRead = 65_536;

const noBody: KeptBody = { text: "", isCut: false };
export const unkept: KeptBody = { text: null, isCut: true };

/** Cuts a text by copying, since a slice would keep the whole text in memory. */
const cut = (text: string): KeptBody =>
  text.length <= longestBody
    ? { text, isCut: false }
    : { text: Buffer.from(text.slice(0, longestBody)).toString(), isCut: true };

/** Masks secrets. Drops a text that is not JSON, since it may have any secret. */
function struck(text: string, strike: (value: unknown) => unknown): KeptBody {
  if (text.length > longestRead) return unkept;
  try {
    return cut(JSON.stringify(strike(JSON.parse(text))));
  } catch {
    return unkept;
  }
}

interface Answered {
  readonly operation: Described | undefined;
  readonly status: number;
}

/** Keeps an answer; unchanged if it is a refusal, or its operation answers no secret. */
export function keepAnswer(body: unknown, { operation, status }: Answered): KeptBody {
  if (body === "") return noBody;
  if (typeof body !== "string") return unkept;
  const isPlain = status >= 400 || (operation !== undefined && !answersSecrets(operation));
  return isPlain ? cut(body) : struck(body, (value) => strikeAnswered(value, operation));
}

const keepRequest = (body: string | null, operation: Described | undefined): KeptBody => {
  if (body === "") return noBody;
  return body === null ? unkept : struck(body, (value) => strikeSent(value, operation));
};

/** A request as it was received: its answer is kept by reference, and what pages show of both is made when they ask. */
export interface Entry {
  readonly number: number;
  readonly at: Instant;
  readonly endedAt: number;
  readonly milliseconds: number;
  /** The id of the operation or the path of the endpoint; "" if there is none. */
  readonly name: string;
  readonly method: string;
  /** The operation; undefined if there is none, so that the meaning of bodies is unknown. */
  readonly operation: Described | undefined;
  readonly path: string;
  readonly search: string;
  readonly accept: string;
  readonly userAgent: string;
  readonly address: string;
  /** The header of a digest, whose nonce tells which challenge it answers. */
  readonly digest: string | undefined;
  readonly run: number;
  readonly status: number;
  readonly who: string | undefined;
  readonly injected: string | undefined;
  readonly explanation: Explanation | undefined;
  readonly refusedBy: Refused | null;
  readonly claim: Claim | undefined;
  /** The header of an answer that challenges. */
  readonly challenge: string | undefined;
  /** The sent body; null if it is not kept. */
  sent: string | null;
  /** The body of the answer, or a masked one. */
  got: string | KeptBody;
}

/** Returns the entry for pages; `challenge` is the number of the challenge that the request answers. */
export function loggedOf(entry: Entry, challenge: number | undefined): LoggedRequest {
  const { number, run, search, accept, address, milliseconds, refusedBy, claim, sent, got } = entry;
  const { operation } = entry;
  return {
    ...seenOf(entry),
    number,
    run,
    search: strikeQuery(search, operation),
    accept,
    address,
    milliseconds,
    refusedBy,
    ...(claim !== undefined && { claim }),
    ...(challenge !== undefined && { challenge }),
    body: keepRequest(sent, operation),
    answer: typeof got === "string" ? keepAnswer(got, entry) : got,
  };
}

export function seenOf(entry: Entry): SeenRequest {
  const { at, name, method, path, status, who = null, userAgent, injected, explanation } = entry;
  return {
    at: toIso(at),
    operationId: name || null,
    method,
    path: pathShown(path),
    status,
    who,
    userAgent,
    ...(injected !== undefined && { injected }),
    ...(explanation !== undefined && { explanation }),
  };
}

/** Returns the path; outside of the API only its first part, since links in mail have their secret in the second. */
const pathShown = (path: string): string =>
  path.startsWith("/api/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");
