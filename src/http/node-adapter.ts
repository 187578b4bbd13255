// The adapter between Node's server and `respond`: it makes values of requests, and has answers written to their connections.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import type { Instant } from "../domain/instant.ts";
import { createTurns, watchCrowd } from "./crowd.ts";
import { write } from "./node-write.ts";
import { originOf, type ReceivedRequest } from "./request.ts";
import type { Respond } from "./respond.ts";
import { type Certificate, createWebServer, type WebServer } from "./web-server.ts";

/** Grace period, in milliseconds, in which keep-alive connections get `Connection: close`, and new ones may say what they want. */
const restMs = 500;
/** Turns of the event loop in which nothing comes: all that was sent before has been read then. On a crowded server it always comes. */
const quietTurns = 3;
const readingMs = 1_000;

interface NodeServerDeps {
  readonly respond: Respond;
  readonly logger: Pick<Logger, "error">;
  /** What the header Date goes by; null for real time. */
  readonly dateOf: (() => Instant) | null;
  /** Aborted when the server begins to end: nothing is slow on purpose any more. */
  readonly ending: AbortController;
  readonly certificate: Certificate | null;
  /** Whether the callers of many networks come from an address. */
  readonly isProxy?: ((address: string) => boolean) | undefined;
}

/**
 * Its end first takes what clients have sent already, which a busy process may not have seen. Then it refuses what still comes on
 * connections that are open, until what is under way has ended.
 */
export function createNodeServer(deps: NodeServerDeps): WebServer {
  const { respond, logger, dateOf, ending, certificate, isProxy } = deps;
  const inTurn = createTurns();
  const web = createWebServer(
    (raw, response) => inTurn(raw.socket, response, () => void answer(raw, response)),
    certificate,
  );
  const arrivals = countArrivals(web.server);
  const crowd = watchCrowd(web.server, { isProxy });

  async function rest(): Promise<void> {
    if (crowd.count() > 0) await sleep(restMs);
    crowd.endSilent();
  }

  async function answer(raw: IncomingMessage, response: ServerResponse): Promise<void> {
    arrivals.count++;
    const unavailable = ending.signal.aborted ? "ending" : crowd.isBeyond(raw.socket) ? "crowded" : undefined;
    const fail = (err: unknown) => {
      logger.error({ err, path: raw.url }, "an answer could not be written to its end");
    };
    const date = dateOf && { date: new Date(dateOf()).toUTCString() };
    try {
      const answered = await respond(received(raw, response, unavailable));
      // A client that kept the connection would lose what it asks on it next.
      if (unavailable !== undefined || ending.signal.aborted) response.shouldKeepAlive = false;
      // Node drops what was sent behind a request to upgrade, in the same packet.
      if (raw.headers.upgrade !== undefined) response.shouldKeepAlive = false;
      const dated = date && { ...answered, headers: { ...date, ...answered.headers } };
      write(response, dated ?? answered, ending.signal, fail);
    } catch (reason) {
      fail(reason);
      response.destroy();
    }
  }

  return {
    ...web,
    async close(drain = rest) {
      await arrivals.settle();
      ending.abort();
      await web.close(drain);
    },
  };
}

/** Counts connections, and what else is told to have come; `settle` waits until all that was sent before has come. */
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

function received(
  raw: IncomingMessage,
  response: ServerResponse,
  unavailable: ReceivedRequest["unavailable"],
): ReceivedRequest {
  const { method = "", url: target = "", headers, rawHeaders, httpVersion, socket } = raw;
  // Go sends the header with nothing in it where there is no body.
  if (headers["content-type"]?.trim() === "") delete headers["content-type"];
  // Node keeps the first of two; a proxy may have gone by the last.
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") hosts++;
  }
  if (hosts > 1) delete headers.host;
  return {
    method,
    target,
    ...splitTarget(target),
    httpVersion,
    headers,
    body: raw,
    unavailable,
    remoteAddress: socket.remoteAddress ?? "",
    origin: originOf("encrypted" in socket ? "https" : "http", headers.host),
    connection: {
      gone() {
        const gone = new AbortController();
        if (response.closed) gone.abort();
        else response.once("close", () => gone.abort());
        return gone.signal;
      },
      cut: () => void response.destroy(),
    },
  };
}
