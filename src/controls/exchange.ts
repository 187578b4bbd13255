// What is kept of a request and of its answer, and what is shown of it: bodies up to a length, without their secrets.
import { struckOut } from "../domain/deprecated-call.ts";
import { type Instant, toIso } from "../domain/instant.ts";
import type { KeptBody, LoggedRequest, SeenRequest } from "./seen.ts";

/** Longest body that is kept, in characters. */
export const longestBody = 4096;
/** Longest body that is read for the secrets in it. */
const longestRead = 65_536;

/** Names of members that hold a secret. */
const namesSecret = /password|secret|private_?key|token|(?:device|user)_?code|assertion/i;

const noBody: KeptBody = { text: "", isCut: false };
const unkept: KeptBody = { text: null, isCut: true };

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

/** A request as it was seen: what pages show of it is made when they ask. */
export interface Entry extends Omit<LoggedRequest, "at" | "body" | "answer"> {
  readonly at: Instant;
  sent: string | null;
  /** Null where it is not kept. */
  got: string | null;
  isCut: boolean;
  readonly endedAt: number;
}

export function loggedOf({ at, sent, got, isCut, endedAt: _, ...logged }: Entry): LoggedRequest {
  const answer = got === null || isCut ? { text: got, isCut: true } : keepAnswer(got);
  return { at: toIso(at), ...logged, body: keepRequest(sent), answer };
}

export const seenOf = ({
  at,
  operationId,
  method,
  path,
  status,
  who,
  userAgent,
  injected,
  explanation,
}: Entry): SeenRequest => ({
  at: toIso(at),
  ...{ operationId, method, path, status, who, userAgent },
  ...(injected !== undefined && { injected }),
  ...(explanation !== undefined && { explanation }),
});
