// Makes one call: builds its request, repeats it if needed, and reads the answer.
import { version as release } from "../core/contract/release.ts";
import { isVersionName, mediaType } from "../core/contract/versions.ts";
import { answerOf, type Course, type Outgoing, type Received, type Send } from "./answer.ts";
import { TokenRefused } from "./bearer.ts";
import type { Answered, CallOptions } from "./call.ts";
import { AtlasError, AtlasUnreachable } from "./errors.ts";
import { type Middleware, sendThrough } from "./middleware.ts";
import { repeating, usualRetries } from "./repeating.ts";
import { checkTimeout, inNameOf, refuseUnknown } from "./request.ts";

/** The request to send, without the options that all calls have. */
export interface Asked {
  /** The name for errors and middleware. */
  readonly id: string;
  readonly method: string;
  /** Returns the path and query. Throws a TypeError for invalid values. */
  readonly target: () => string;
  readonly version: string;
  readonly body?: unknown;
  readonly accept?: string | undefined;
  /** True if its success is text, whatever the content type says. */
  readonly text?: true;
  /** The kind of content of its success in place of JSON. */
  readonly content?: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The settings that all calls of a client share. */
export interface Way {
  readonly baseUrl: string;
  readonly send: Send;
  readonly middleware: readonly Middleware[];
  readonly timeoutMs?: number | undefined;
  readonly retries?: number | undefined;
}

/** Performs a call. Options that no call has are refused, with the known ones named. */
export async function perform(
  way: Way,
  asked: Asked,
  options: CallOptions,
  known: readonly string[],
): Promise<Answered<unknown>> {
  const { signal, timeoutMs = way.timeoutMs, retries = way.retries ?? usualRetries } = options;
  const made = inNameOf(asked.id, () => {
    refuseUnknown("option", options, known);
    checkTimeout(timeoutMs);
    return requestOf(asked, options.version ?? asked.version);
  });
  const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
  const course: Course = { tries: 0, mayHaveChanged: false };
  const outgoing: Outgoing = {
    ...made,
    url: `${way.baseUrl}${made.target}`,
    signal: signal && timeout ? AbortSignal.any([signal, timeout]) : (signal ?? timeout),
    course,
  };
  try {
    const received = await repeating(() => ask(way, asked.id, outgoing), {
      ...outgoing,
      retries,
      timeoutMs,
      course,
    });
    return { reply: readReply(asked, received), answer: answerOf(received) };
  } catch (reason) {
    const isLate = timeout?.aborted && reason === timeout.reason;
    const failure = isLate ? new AtlasUnreachable(way.baseUrl, reason) : reason;
    if (!(failure instanceof AtlasError || failure instanceof AtlasUnreachable)) throw failure;
    // Node prints the line at the top of the stack: a line of the bundle would fill the screen.
    Error.captureStackTrace?.(failure, perform);
    throw Object.assign(failure, course);
  }
}

function requestOf({ method, target, body, content, headers: given = {}, ...asked }: Asked, version: string) {
  if (!isVersionName(version)) throw new TypeError(`'${version}' is no version; write YYYY-MM-DD or preview`);
  const type = mediaType(version);
  const { accept = content === undefined ? undefined : type.replace(/json$/, content) } = asked;
  const headers = new Headers({
    accept: accept ?? type,
    "user-agent": `anteroom-client/${release}`,
    ...(body !== undefined && { "content-type": type }),
  });
  for (const [name, value] of Object.entries(given)) headers.set(name, value);
  return {
    method,
    target: target(),
    headers: Object.fromEntries(headers),
    body: body === undefined ? undefined : JSON.stringify(body),
    wantsBytes: accept !== undefined && !/\bjson\b/i.test(accept),
  };
}

function ask({ middleware, send }: Way, operationId: string, outgoing: Outgoing): Promise<Received> {
  const { method, url } = outgoing;
  const request = { operationId, method, url, headers: new Headers(outgoing.headers) };
  return sendThrough(middleware, request, () =>
    send({ ...outgoing, headers: Object.fromEntries(request.headers) }).catch((reason: unknown) => {
      throw reason instanceof TokenRefused ? refusalOfToken(operationId, reason.received) : reason;
    }),
  );
}

/** Reads the body of a success. */
function readReply({ id, method, text: isText }: Asked, received: Received): unknown {
  const { status, headers, text, bytes } = received;
  if (status < 200 || status > 299) throw new AtlasError(id, received);
  const type = headers.get("content-type") ?? "";
  if (bytes !== undefined) return /^text\/|\bcsv\b/i.test(type) ? new TextDecoder().decode(bytes) : bytes;
  if (isText) return text;
  if (text === "" && (method !== "GET" || status === 204)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AtlasError(id, received, whyNoJson(text, type));
  }
}

function whyNoJson(text: string, type: string): string {
  if (text === "") return "The answer is empty.";
  return /json/i.test(type)
    ? "The answer is no whole JSON."
    : `The answer is ${type || "of no type"}, not JSON; does baseUrl name an Atlas API?`;
}

/** Returns the error for a token request. A success without a token does not come from Atlas. */
function refusalOfToken(id: string, received: Received): AtlasError {
  const isSuccess = received.status >= 200 && received.status <= 299;
  return new AtlasError(
    id,
    received,
    isSuccess ? "No access token was granted: the answer has none." : undefined,
  );
}
