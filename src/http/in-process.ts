// fetch for a server of this very process: over connections that are in memory alone, so that a request walks through all that one
// over the network does, and neither opens a socket nor leaves one behind.
import { type IncomingMessage, request, type Server } from "node:http";
import { duplexPair } from "node:stream";

/** As fetch has them. */
const defaults = {
  connection: "keep-alive",
  accept: "*/*",
  "accept-language": "*",
  "sec-fetch-mode": "cors",
  "user-agent": "node",
  "accept-encoding": "gzip, deflate",
};

const mostRedirects = 20;

/** Who asks, for the server's access lists. */
export const remoteAddress = "127.0.0.1";

export interface InProcess {
  /**
   * Like fetch, but that the whole answer is there before it returns. What leads to another origin is fetched from there. `body` is
   * that of the request, where its bytes are at hand.
   */
  fetch(asked: Request, body?: Buffer): Promise<Response>;
  /** Waits for the requests under way. */
  drain(): Promise<void>;
}

/** For a server that need not listen, but must be ready; `isSecure` where it speaks TLS, which is left out here. */
export function createInProcess(server: Server, { isSecure }: { readonly isSecure: boolean }): InProcess {
  const underWay = new Set<Promise<unknown>>();

  function exchange(asked: Request, body: Buffer | undefined): Promise<Response> {
    const { host, pathname, search } = new URL(asked.url);
    const [near, far] = duplexPair();
    const sent = request({
      createConnection: () => near,
      method: asked.method,
      path: `${pathname}${search}`,
      headers: { host, ...defaults, ...Object.fromEntries(asked.headers) },
      signal: asked.signal,
    });
    const answered = new Promise<Response>((resolve, reject) => {
      sent.on("error", reject);
      sent.on("response", (answer) => toResponse(asked, answer).then(resolve, reject));
    });
    sent.end(body);
    // Either side of a pair lives on when the other is destroyed, as a server does that cuts a connection.
    far.once("close", () => {
      if (!far.writableFinished) near.destroy();
    });
    server.emit(
      isSecure ? "secureConnection" : "connection",
      Object.assign(far, { remoteAddress, encrypted: isSecure }),
    );
    return answered.finally(() => {
      // The server has written all when this turn is over. A parser is kept, and a server with it, until its connection ends.
      setImmediate(() => {
        near.destroy();
        far.destroy();
      });
    });
  }

  async function follow(asked: Request, given?: Buffer, redirects = 0): Promise<Response> {
    const body = given ?? (asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer()));
    const answer = await exchange(asked, body);
    const location = answer.headers.get("location");
    if (answer.status < 301 || answer.status > 308 || location === null || asked.redirect === "manual") {
      return answer;
    }
    if (asked.redirect === "error" || redirects === mostRedirects) {
      throw new Error(redirects === 0 ? "unexpected redirect" : "redirect count exceeded");
    }
    const next = redirected(asked, answer.status, new URL(location, asked.url), body);
    const isOwn = new URL(next.url).origin === new URL(asked.url).origin;
    const last = await (isOwn ? follow(next, undefined, redirects + 1) : fetch(next));
    return Object.defineProperty(last, "redirected", { value: true });
  }

  return {
    async fetch(asked, body) {
      const answering = follow(asked, body);
      underWay.add(answering);
      try {
        return await answering;
      } catch (cause) {
        throw asked.signal.aborted ? asked.signal.reason : new TypeError("fetch failed", { cause });
      } finally {
        underWay.delete(answering);
      }
    },
    async drain() {
      await Promise.allSettled(underWay);
    },
  };
}

async function toResponse({ method, url }: Request, answer: IncomingMessage): Promise<Response> {
  const { statusCode: status = 0, statusMessage: statusText = "", rawHeaders } = answer;
  // What Node offers for this makes a Blob first.
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(String(rawHeaders[index]), String(rawHeaders[index + 1]));
  }
  const isBare = method === "HEAD" || status === 204 || status === 304;
  const response = new Response(isBare ? null : new Uint8Array(body), { status, statusText, headers });
  Object.defineProperty(response, "url", { value: url });
  return isBare ? response : readableAtOnce(response, body);
}

/**
 * Node reads a body by way of the global `queueMicrotask`, and waits for ever where a test has replaced it. This one is here already.
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

/** As the standard of fetch has it: what was posted is then asked for, and another origin is told nothing that is for this one. */
function redirected(asked: Request, status: number, to: URL, body: Buffer | undefined): Request {
  const isAsked =
    ([301, 302].includes(status) && asked.method === "POST") ||
    (status === 303 && asked.method !== "GET" && asked.method !== "HEAD");
  const headers = new Headers(asked.headers);
  if (isAsked)
    for (const name of ["content-type", "content-length", "content-encoding"]) headers.delete(name);
  if (to.origin !== new URL(asked.url).origin) {
    for (const name of ["authorization", "cookie", "host"]) headers.delete(name);
  }
  return new Request(to, {
    method: isAsked ? "GET" : asked.method,
    headers,
    redirect: asked.redirect,
    signal: asked.signal,
    ...(!isAsked && body !== undefined && { body: new Uint8Array(body) }),
  });
}
