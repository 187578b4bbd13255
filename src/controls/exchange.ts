// What is kept of a request and of its answer, and what is shown of it: bodies up to a length, without their secrets.

import type { Claim } from "../domain/claim.ts";
import { struckOut } from "../domain/deprecated-call.ts";
import type { Explanation, Refused } from "../domain/explanation.ts";
import { type Instant, toIso } from "../domain/instant.ts";
import type { KeptBody, LoggedRequest, SeenRequest } from "./seen.ts";

/** Longest body that is kept, in characters. */
export const longestBody = 4096;
/** Longest body that is read for the secrets in it. */
export const longestRead = 65_536;

/** Names of members that hold a secret. */
const namesSecret =
  /password|secret|(?:private|service_?account)_?key|token|(?:device|user)_?code|assertion/i;

const noBody: KeptBody = { text: "", isCut: false };
export const unkept: KeptBody = { text: null, isCut: true };

/** A slice would keep the whole text in memory. */
const cut = (text: string): KeptBody =>
  text.length <= longestBody
    ? { text, isCut: false }
    : { text: Buffer.from(text.slice(0, longestBody)).toString(), isCut: true };

/** Objects of a list are looked at one by one. */
const holdsText = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some((each) => typeof each === "string")
    : typeof value === "string" || (typeof value === "object" && value !== null);

function struck(text: string): KeptBody {
  if (text.length > longestRead) return unkept;
  try {
    const strike = (name: string, value: unknown) =>
      namesSecret.test(name) && holdsText(value) ? struckOut : value;
    return cut(JSON.stringify(JSON.parse(text, strike)));
  } catch {
    return unkept;
  }
}

/** Of an answer; its text as it is where it names no secret. */
export const keepAnswer = (body: unknown): KeptBody =>
  typeof body !== "string" ? unkept : namesSecret.test(body.slice(0, longestBody)) ? struck(body) : cut(body);

/** Of a request: one that is not JSON may hold any secret. */
const keepRequest = (body: string | null): KeptBody =>
  body === "" ? noBody : body === null ? unkept : struck(body);

/** A request as it was seen: its answer is kept by reference, and what pages show of both is formed when they ask. */
export interface Entry {
  readonly number: number;
  readonly at: Instant;
  readonly endedAt: number;
  readonly milliseconds: number;
  /** Id of the operation or path of the endpoint; "" where there is none. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly accept: string;
  readonly userAgent: string;
  readonly address: string;
  /** Header of a digest, whose nonce tells which challenge it answers. */
  readonly digest: string | undefined;
  readonly run: number;
  readonly status: number;
  readonly who: string | undefined;
  readonly injected: string | undefined;
  readonly explanation: Explanation | undefined;
  readonly refusedBy: Refused | null;
  readonly claim: Claim | undefined;
  /** Header of an answer that challenges. */
  readonly challenge: string | undefined;
  /** Null where it is not kept. */
  sent: string | null;
  /** The body of the answer, or what is kept of one that may not be kept as it is. */
  got: string | KeptBody;
}

/** `challenge` is the number of the challenge that the request answers. */
export function loggedOf(entry: Entry, challenge: number | undefined): LoggedRequest {
  const { number, run, search, accept, address, milliseconds, refusedBy, claim, sent, got } = entry;
  return {
    ...seenOf(entry),
    number,
    run,
    search,
    accept,
    address,
    milliseconds,
    refusedBy,
    ...(claim !== undefined && { claim }),
    ...(challenge !== undefined && { challenge }),
    body: keepRequest(sent),
    answer: typeof got === "string" ? keepAnswer(got) : got,
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

/** Returns, outside of the API, the first part alone: links in mail have their secret in the second. */
const pathShown = (path: string): string =>
  path.startsWith("/api/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");
