// Answers, in Atlas's error form, what Node refuses or drops before it becomes a request.
import { maxHeaderSize, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { type Fault, fault, wrongField } from "../contract/errors.ts";
import { write, writeToSocket } from "./node-write.ts";
import { methodNotAllowed, refuseAlone, withNoSniff } from "./reply.ts";
import { methodOrder } from "./routes.ts";

/** The options of Node's server, with times in milliseconds. */
export const serverOptions = {
  // Node would answer a request without Host with an empty 400.
  requireHostHeader: false,
  headersTimeout: 15_000,
  /** The time in which a whole request must have arrived. */
  requestTimeout: 30_000,
  /** The time of an idle connection: longer than load balancers keep one, so that none sends on one that is being closed. */
  keepAliveTimeout: 72_000,
  /** The interval at which Node looks for requests that take too long. */
  connectionsCheckingInterval: 5_000,
};

/** The further options of a TLS server. */
export const tlsOptions = {
  ...serverOptions,
  // A connection takes its place before it has sent anything; Node would wait for two minutes.
  handshakeTimeout: 15_000,
};

/**
 * The greatest number of headers: more than programs send. Go's proxies sort headers by name, so that X-Forwarded-For may stand
 * behind a thousand of a client's: Node would drop it without a word.
 */
export const mostHeaders = 200;

const tooLarge = () => fault("REQUEST_HEADERS_TOO_LARGE", { limit: maxHeaderSize });

function faultOf({ code, message }: Error & { code?: string }): Fault {
  if (code === "HPE_HEADER_OVERFLOW") return tooLarge();
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return fault("REQUEST_TIMEOUT", {});
  const description =
    code === plainHttp
      ? "This port speaks HTTPS: begin its address with https://"
      : `The request is not HTTP/1.1: ${message.replace(/^Parse Error: /, "")}.`;
  return fault("BAD_REQUEST", {}, wrongField("request", description));
}

/** Node's code for plain HTTP on a TLS port. */
const plainHttp = "ERR_SSL_HTTP_REQUEST";

export const tooMany = () => fault("TOO_MANY_HEADERS", { limit: mostHeaders });

export const headersTooLarge = async (count: number) =>
  refuseAlone(count > mostHeaders ? tooMany() : tooLarge());

/** The connections on which a request was answered before it had arrived: errors in the rest of it get no answer. */
export const answeredEarly = new WeakMap<Duplex, { readonly complete: boolean }>();

/** Refuses bytes that do not become a request: the refusal is written to the connection itself, which then ends. */
export function refuseUnreadable(
  error: Error & { code?: string },
  given: Duplex & { _parent?: Duplex },
): void {
  // A plain-HTTP client must be answered on the raw socket, which has no public name in Node.
  const socket = (error.code === plainHttp && given._parent) || given;
  const isAnswered = answeredEarly.get(given)?.complete === false;
  if (error.code !== "ECONNRESET" && !isAnswered && socket.writable) {
    writeToSocket(socket, refuseAlone(faultOf(error)));
  }
  // The error is not passed: nothing listens for it, and one error given to two sockets breaks programs that patch them.
  socket.destroy();
}

/** Refuses requests that Node emits as separate events: an expectation that cannot be met, and a tunnel. */
export function refuseEvents(server: Server): void {
  server.on("checkExpectation", ({ url = "", headers: { expect = "" } }, response) => {
    const refusal = refuseAlone(fault("EXPECTATION_FAILED", { expectation: expect }));
    write(response, withNoSniff(url, refusal));
  });
  server.on("connect", (_request, socket) => {
    const answer = methodNotAllowed(methodOrder);
    const headers = { ...answer.headers, "x-content-type-options": "nosniff" };
    writeToSocket(socket, { ...answer, headers });
    socket.end();
  });
}
