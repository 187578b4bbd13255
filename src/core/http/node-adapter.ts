// Adapts Node's server to `respond`: turns requests into values, and has answers written to their connections.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { type Fault, fault, wrongField } from "../contract/errors.ts";
import { authorityOf, splitTarget } from "../contract/http-syntax.ts";
import { type Instant, second } from "../domain/instant.ts";
import { createTurns, mostConnections, watchCrowd } from "./crowd.ts";
import { watchDescriptors } from "./descriptors.ts";
import { write } from "./node-write.ts";
import { originOf, type ReceivedRequest } from "./request.ts";
import type { Respond } from "./respond.ts";
import { takeConnectionsFirst } from "./taking.ts";
import { answeredEarly, mostHeaders, tooMany } from "./unreadable.ts";
import { type Certificate, createWebServer, type WebServer } from "./web-server.ts";

/**
 * The grace period in milliseconds, in which keep-alive connections get `Connection: close`, and new ones may send a request.
 */
const restMs = 500;
/**
 * The turns of the event loop without an arrival after which everything sent has been read. On a busy server there are none,
 * hence the limit.
 */
const quietTurns = 3;
const readingMs = 1_000;

interface NodeServerDeps {
  readonly respond: Respond;
  readonly logger: Pick<Logger, "error">;
  /** The clock of the Date header; null for real time. */
  readonly dateOf: (() => Instant) | null;
  /** Aborted when the server begins to end, so that no answer is delayed on purpose any more. */
  readonly ending: AbortController;
  readonly certificate: Certificate | null;
  /** Reports whether an address is that of a proxy, with callers of many networks. */
  readonly isProxy?: ((address: string) => boolean) | undefined;
}

export interface NodeServer extends WebServer {
  /**
   * Returns the number of its connections, how many more it serves, and how many came when hardly any file descriptors were
   * left.
   */
  crowd(): { readonly open: number; readonly left: number; readonly short: number };
}

/**
 * Creates a server. Its end first accepts what clients have already sent, which a busy process may not have read. Then it
 * refuses new requests on open connections until those under way have ended.
 */
export function createNodeServer(deps: NodeServerDeps): NodeServer {
  const { respond, logger, dateOf, ending, certificate, isProxy } = deps;
  const inTurn = createTurns();
  const web = createWebServer(
    (raw, response) => inTurn(raw.socket, response, () => begin(() => void answer(raw, response))),
    certificate,
  );
  const begin = takeConnectionsFirst(web.server);
  const arrivals = countArrivals(web.server);
  const short = watchDescriptors(web.server, { logger, elapsed });
  const crowd = watchCrowd(web.server, { isProxy });

  async function answer(raw: IncomingMessage, response: ServerResponse): Promise<void> {
    arrivals.count++;
    const unavailable = ending.signal.aborted ? "ending" : crowd.isBeyond(raw.socket) ? "crowded" : undefined;
    const fail = (err: unknown) => {
      logger.error({ err, path: raw.url }, "an answer could not be written to its end");
    };
    const date = dateOf === null ? undefined : headerDate(dateOf());
    try {
      const flaw = flawOf(raw);
      const prove = () => crowd.know(raw.socket);
      const answered = await respond(received(raw, response, { unavailable, flaw, prove }));
      // The connection is ended: a client that kept it would lose its next request, since Node drops what was sent after a
      // request to upgrade.
      const reason = unavailable ?? flaw ?? raw.headers.upgrade;
      if (reason !== undefined || ending.signal.aborted) response.shouldKeepAlive = false;
      if (!raw.complete) answeredEarly.set(raw.socket, raw);
      write(response, answered, { ending: ending.signal, fail, date });
    } catch (reason) {
      fail(reason);
      response.destroy();
    }
  }

  return {
    ...web,
    crowd: () => ({
      open: crowd.count(),
      left: Math.max(0, mostConnections - crowd.count()),
      short: short(),
    }),
    async close(drain = () => rest(crowd)) {
      await arrivals.settle();
      ending.abort();
      await web.close(drain);
    },
  };
}

let [dateSecond, dateText] = [Number.NaN, ""];

/** Returns the text of a Date header, which is written once a second. */
function headerDate(at: Instant): string {
  const now = Math.floor(at / second);
  if (now !== dateSecond) [dateSecond, dateText] = [now, new Date(at).toUTCString()];
  return dateText;
}

/** Counts new connections and requests; `settle` waits until everything that was sent has arrived. */
function countArrivals(server: Server) {
  const arrivals = {
    count: 0,
    async settle(): Promise<void> {
      const startedAt = elapsed();
      let seen = arrivals.count;
      for (let quiet = 0; quiet < quietTurns && elapsed() - startedAt < readingMs; quiet++) {
        await nextTurn();
        if (arrivals.count > seen) quiet = -1;
        seen = arrivals.count;
      }
    },
  };
  server.on("connection", () => void arrivals.count++);
  return arrivals;
}

async function rest({ count, endSilent }: ReturnType<typeof watchCrowd>): Promise<void> {
  if (count() > 0) await sleep(restMs);
  endSilent();
}

/** Matches an authority (RFC 3986, section 3.2.2) with a port; empty if the target has none. */
const authority = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/i;

const malformed = (field: string, description: string) =>
  fault("BAD_REQUEST", {}, wrongField(field, description));

/** Finds syntax that Node accepts although RFC 9112 forbids it: a proxy in front may have read it in another way. */
function flawOf({ headers, rawHeaders, httpVersion }: IncomingMessage): Fault | undefined {
  if (rawHeaders.length > 2 * mostHeaders) return tooMany();
  if (httpVersion !== "1.1" && httpVersion !== "1.0") {
    return malformed("request", "The request is not HTTP/1.1: Invalid HTTP version.");
  }
  const { host, "transfer-encoding": coding } = headers;
  if (coding !== undefined && httpVersion === "1.0") {
    return malformed("Transfer-Encoding", "HTTP/1.0 has no Transfer-Encoding.");
  }
  if (coding !== undefined && coding.toLowerCase() !== "chunked") {
    return fault("UNSUPPORTED_TRANSFER_ENCODING", { coding });
  }
  if (host === undefined) {
    if (httpVersion === "1.0") return undefined;
    return malformed("Host", "A request of HTTP/1.1 needs the header Host, once.");
  }
  if (!authority.test(host)) return malformed("Host", "The header Host is a name or address, with a port.");
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") hosts++;
  }
  return hosts > 1 ? malformed("Host", "A request of HTTP/1.1 needs the header Host, once.") : undefined;
}

function received(
  raw: IncomingMessage,
  response: ServerResponse,
  { unavailable, flaw, prove }: Pick<ReceivedRequest, "unavailable" | "flaw" | "prove">,
): ReceivedRequest {
  const { method = "", url: target = "", headers, httpVersion, socket } = raw;
  const { remoteAddress: ip } = socket;
  // Go sends an empty header for a request without a body.
  if (headers["content-type"]?.trim() === "") delete headers["content-type"];
  const { path, search } = splitTarget(target);
  // The authority of an absolute target is used, not Host (RFC 9112, section 3.2.2).
  const authority = authorityOf(target);
  if (authority !== undefined) headers.host = authority;
  let isCut = false;
  return {
    method,
    target,
    path,
    search,
    httpVersion,
    headers,
    body: raw,
    unavailable,
    flaw,
    prove,
    // A connection that has already ended has no address.
    remoteAddress: ip === undefined ? { state: "unknown", peer: "" } : { state: "own", ip },
    origin: originOf("encrypted" in socket ? "https" : "http", headers.host),
    connection: {
      gone() {
        const gone = new AbortController();
        if (response.closed) gone.abort();
        else response.once("close", () => gone.abort());
        return gone.signal;
      },
      isGone: () => socket.destroyed && !isCut,
      cut() {
        isCut = true;
        response.destroy();
      },
      noted: undefined,
    },
  };
}
