// The adapter between Node's server and `respond`: it makes values of requests, and has answers written to their connections.
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

/** Grace period, in milliseconds, in which keep-alive connections get `Connection: close`, and new ones may say what they want. */
const restMs = 500;
/** Turns of the event loop without an arrival, after which all that was sent has been read. A busy server has none, hence the limit. */
const quietTurns = 3;
const readingMs = 1_000;

interface NodeServerDeps {
  readonly respond: Respond;
  readonly logger: Pick<Logger, "error">;
  /** The clock of the Date header; null for real time. */
  readonly dateOf: (() => Instant) | null;
  /** Aborted when the server begins to end: nothing is slow on purpose any more. */
  readonly ending: AbortController;
  readonly certificate: Certificate | null;
  /** Reports whether callers of many networks come from an address. */
  readonly isProxy?: ((address: string) => boolean) | undefined;
}

export interface NodeServer extends WebServer {
  /** Its connections, how many more it serves, and how many came when hardly a file descriptor was left. */
  crowd(): { readonly open: number; readonly left: number; readonly short: number };
}

/**
 * Its end first takes what clients have sent already, which a busy process may not have seen. Then it refuses what still comes on
 * connections that are open, until what is under way has ended.
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
      // A client that kept the connection would lose what it asks on it next; Node drops what was sent behind a request to upgrade.
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

/** Counts new connections and requests; `settle` waits until all that was sent already has arrived. */
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

/** RFC 3986, section 3.2.2, with a port; empty where the target has no authority. */
const authority = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/i;

const malformed = (field: string, description: string) =>
  fault("BAD_REQUEST", {}, wrongField(field, description));

/** Finds what Node accepts though RFC 9112 forbids it: a proxy in front may have read it in another way. */
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
  // Go sends the header with nothing in it where there is no body.
  if (headers["content-type"]?.trim() === "") delete headers["content-type"];
  const { path, search } = splitTarget(target);
  // The authority of an absolute target counts, not Host (RFC 9112, section 3.2.2).
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
    // A connection that has ended by now has none.
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
