// A fetch for a server in this process: it calls `respond`, and opens no socket.
import { maxHeaderSize, STATUS_CODES } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Instant } from "../domain/instant.ts";
import type { Answer } from "./answer.ts";
import type { Respond } from "./respond.ts";
import { headersTooLarge, mostHeaders } from "./unreadable.ts";
import { wait } from "./wait.ts";

/** The headers that fetch sends. */
const defaults = {
  connection: "keep-alive",
  accept: "*/*",
  "accept-language": "*",
  "sec-fetch-mode": "cors",
  "user-agent": "node",
  "accept-encoding": "gzip, deflate",
};

/** The encodings that are served and that fetch decodes. */
const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

const mostRedirects = 20;
/** The caller's address, which the server's access lists check. */
export const remoteAddress = { state: "own", ip: "127.0.0.1" } as const;

interface InMemoryDeps {
  readonly respond: Respond;
  readonly ownOrigin: string;
  /** The state of the server: the URL at which it listens, which fetch accepts as well. */
  readonly state: { readonly url: string | undefined; readonly isClosed: boolean };
  readonly dateOf: () => Instant;
  readonly ending: AbortSignal;
}

export function createInMemory(deps: InMemoryDeps) {
  const { ownOrigin, state } = deps;
  const underWay = new Set<Promise<unknown>>();

  async function fetchHere(asked: Request, body: Buffer | undefined): Promise<Response> {
    const answering = follow(deps, asked, body);
    underWay.add(answering);
    try {
      return await answering;
    } catch (cause) {
      throw asked.signal.aborted ? asked.signal.reason : new TypeError("fetch failed", { cause });
    } finally {
      underWay.delete(answering);
    }
  }

  return {
    /** Fetches as the global fetch does, but returns only when the whole answer is there, and asks no other origin. */
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const { url, isClosed } = state;
      const target = new URL(input instanceof Request ? input.url : input, url ?? ownOrigin);
      if (target.origin !== ownOrigin && target.origin !== url) throw refusalOf(target);
      if (isClosed) throw new TypeError("fetch failed", { cause: new Error("the Anteroom is closed") });
      if (url !== undefined) target.host = new URL(url).host;
      const body = typeof init?.body === "string" ? Buffer.from(init.body) : undefined;
      return fetchHere(new Request(target, input instanceof Request ? new Request(input, init) : init), body);
    },
    async drain(): Promise<void> {
      await Promise.allSettled(underWay);
    },
  };
}

/** Returns the error for another origin. A test whose client lacks a base URL would otherwise change the real Atlas. */
const refusalOf = ({ origin, pathname }: URL): TypeError =>
  Object.assign(
    new TypeError(
      `anteroom.fetch asks its own Anteroom alone, not ${origin}${pathname}. Give the client baseUrl: anteroom.url, or ask others with the global fetch.`,
    ),
    { code: "ERR_FOREIGN_ORIGIN" },
  );

/** Sends a request, and follows redirects. `given` is the body of the request, if its bytes are at hand. */
async function follow(deps: InMemoryDeps, asked: Request, given?: Buffer, redirects = 0): Promise<Response> {
  const body = given ?? (asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer()));
  const answer = await exchange(deps, asked, body);
  const location = answer.headers.get("location");
  if (answer.status < 301 || answer.status > 308 || location === null || asked.redirect === "manual") {
    return answer;
  }
  if (asked.redirect === "error" || redirects === mostRedirects) {
    throw new Error(redirects === 0 ? "unexpected redirect" : "redirect count exceeded");
  }
  const to = new URL(location, asked.url);
  if (to.origin !== new URL(asked.url).origin) throw refusalOf(to);
  const last = await follow(deps, redirected(asked, answer.status, to, body), undefined, redirects + 1);
  return Object.defineProperty(last, "redirected", { value: true });
}

async function exchange({ respond, ending, dateOf }: InMemoryDeps, asked: Request, body: Buffer | undefined) {
  asked.signal.throwIfAborted();
  const { protocol, host, pathname: path, search } = new URL(asked.url);
  const target = path + search;
  const length = body !== undefined && { "content-length": String(body.length) };
  const headers = { host, ...defaults, ...Object.fromEntries(asked.headers), ...length };
  const date = new Date(dateOf()).toUTCString();
  const connection = openConnection(asked.signal);
  const answered = isTooLarge(target, headers)
    ? headersTooLarge(Object.keys(headers).length)
    : respond({
        method: asked.method,
        target,
        path,
        search: search.slice(1),
        httpVersion: "1.1",
        headers,
        body,
        remoteAddress,
        origin: `${protocol}//${headers.host}`,
        connection,
      });
  try {
    const answer = await Promise.race([answered, connection.closed]);
    const bytes = await Promise.race([bytesOf(answer, [ending, asked.signal]), connection.closed]);
    return toResponse(asked, answer, bytes, date);
  } finally {
    connection.end();
  }
}

/** Reports whether a server would refuse the headers for their size. */
function isTooLarge(target: string, headers: Readonly<Record<string, string>>): boolean {
  let size = target.length;
  for (const name in headers) size += name.length + String(headers[name]).length;
  return size > maxHeaderSize || Object.keys(headers).length > mostHeaders;
}

const reset = (): Error => Object.assign(new Error("the connection was cut"), { code: "ECONNRESET" });

/** Opens a stand-in for a connection: a signal closes it, or the server cuts it. */
function openConnection(signal: AbortSignal) {
  let close: (reason: unknown) => void = () => {};
  const closed = new Promise<never>((_resolve, reject) => {
    close = reject;
  });
  closed.catch(() => {});
  const abort = () => close(signal.reason);
  signal.addEventListener("abort", abort);
  return {
    closed,
    gone: () => signal,
    cut: () => close(reset()),
    end: () => signal.removeEventListener("abort", abort),
  };
}

/** Returns the bytes of an answer after the time that they take; rejects if not all of them arrive. */
async function bytesOf({ body, delivery }: Answer, signals: readonly AbortSignal[]): Promise<Buffer> {
  if (delivery === "lost") throw reset();
  const bytes = !isWhole(body) ? await buffer(body) : typeof body === "string" ? Buffer.from(body) : body;
  if (delivery === undefined) return bytes;
  const { cutAfter, bytesPerSecond } = delivery;
  const size = Math.min(cutAfter ?? bytes.length, bytes.length);
  if (bytesPerSecond !== null) await wait((size / bytesPerSecond) * 1000, signals);
  if (cutAfter !== null && cutAfter < bytes.length) throw reset();
  return bytes;
}

const isWhole = (body: Answer["body"]): body is string | Buffer =>
  typeof body === "string" || Buffer.isBuffer(body);

/** Makes a Response, with the headers that Node's server would add. */
function toResponse({ method, url }: Request, answer: Answer, bytes: Buffer, date: string): Response {
  const { status } = answer;
  const headers = new Headers({ date });
  for (const [name, value] of Object.entries(answer.headers)) {
    if (typeof value === "string") headers.set(name, value);
    else for (const each of value) headers.append(name, each);
  }
  headers.set("connection", "keep-alive");
  headers.set("keep-alive", "timeout=72");
  const hasNone = status === 204 || status === 304;
  const isBare = method === "HEAD" || hasNone;
  if (isWhole(answer.body) && !hasNone) headers.set("content-length", String(bytes.length));
  if (!isWhole(answer.body) && !isBare) headers.set("transfer-encoding", "chunked");
  const init = { status, statusText: STATUS_CODES[status] ?? "", headers };
  const body = decoders[headers.get("content-encoding") ?? ""]?.(bytes) ?? bytes;
  const response = new Response(isBare ? null : new Uint8Array(body), init);
  Object.defineProperty(response, "url", { value: url });
  return isBare ? response : readableAtOnce(response, body);
}

/**
 * Makes the body readable without Node's reader, which uses the global `queueMicrotask` and would wait for ever if a test has
 * replaced it.
 */
function readableAtOnce(response: Response, body: Buffer): Response {
  const read = async () => {
    if (response.bodyUsed) throw new TypeError("Body is unusable: Body has already been read");
    await response.body?.cancel();
    return new Uint8Array(body);
  };
  const text = async () => new TextDecoder().decode(await read());
  return Object.assign(response, {
    text,
    json: async () => JSON.parse(await text()),
    arrayBuffer: async () => (await read()).buffer,
  });
}

/** Follows the redirect rules of the fetch standard: a POST becomes a GET. */
function redirected(asked: Request, status: number, to: URL, body: Buffer | undefined): Request {
  const isRead = asked.method === "GET" || asked.method === "HEAD";
  const becomesGet = status === 303 ? !isRead : status < 303 && asked.method === "POST";
  const headers = new Headers(asked.headers);
  const ofBody = becomesGet ? ["content-type", "content-length", "content-encoding"] : [];
  for (const name of ofBody) headers.delete(name);
  return new Request(to, {
    method: becomesGet ? "GET" : asked.method,
    headers,
    redirect: asked.redirect,
    signal: asked.signal,
    ...(!becomesGet && body !== undefined && { body: new Uint8Array(body) }),
  });
}
