// Answers in Atlas's error form what Node refuses, or drops, before it is a request that can be routed.
import { type IncomingMessage, maxHeaderSize, type Server, ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type Fault, fault } from "../contract/errors.ts";
import { type Answer, methodNotAllowed, refuseAlone, write } from "./reply.ts";
import { methodOrder } from "./routes.ts";

const [noSniff, ofNoSniff] = ["x-content-type-options", "nosniff"];

/** Atlas's own answers have the headers that were recorded: where nosniff is among them, they bring it. */
const isRecorded = (target: string) => target.startsWith("/api/atlas/");

/** Says nosniff, whoever writes the answer: a page, a control, or what refuses before any of them. */
class PlainResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  constructor(...given: ConstructorParameters<typeof ServerResponse<Request>>) {
    super(...given);
    if (!isRecorded(given[0].url ?? "")) this.setHeader(noSniff, ofNoSniff);
  }
}

/** Options of Node's server, times in milliseconds. */
export const serverOptions = {
  ServerResponse: PlainResponse,
  // It would answer a request without Host with an empty 400 of its own.
  requireHostHeader: false,
  headersTimeout: 15_000,
  /** In which a request must have arrived, whole. */
  requestTimeout: 30_000,
  /** For longer than load balancers keep a connection that rests, so that none asks on one that is being closed. */
  keepAliveTimeout: 72_000,
  /** How often it looks for requests that take too long. */
  connectionsCheckingInterval: 5_000,
};

/** Further ones where it speaks TLS. */
export const tlsOptions = {
  ...serverOptions,
  // A connection takes its place before it has said a word; Node would wait for two minutes.
  handshakeTimeout: 15_000,
};

function faultOf({ code, message }: Error & { code?: string }): Fault {
  if (code === "HPE_HEADER_OVERFLOW") return fault("REQUEST_HEADERS_TOO_LARGE", { limit: maxHeaderSize });
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return fault("REQUEST_TIMEOUT", {});
  if (code === plainHttp) {
    const description = "This port speaks HTTPS: begin its address with https://";
    return fault("BAD_REQUEST", {}, { fields: [{ description, field: "request" }] });
  }
  const why = message.replace(/^Parse Error: /, "");
  const description = `The request is not HTTP/1.1: ${why}.`;
  return fault("BAD_REQUEST", {}, { fields: [{ description, field: "request" }] });
}

/** Of Node: plain HTTP where TLS is spoken. */
const plainHttp = "ERR_SSL_HTTP_REQUEST";

interface Asked {
  readonly httpVersion: string;
  readonly headers: { readonly host?: string | undefined };
}

/** RFC 9112, section 3.2: without Host a request of HTTP/1.1 must be refused with 400. */
export function refuseWithoutHost({ httpVersion, headers }: Asked): Fault | undefined {
  if (httpVersion !== "1.1" || headers.host !== undefined) return undefined;
  const description = "A request of HTTP/1.1 needs the header Host.";
  return fault("BAD_REQUEST", {}, { fields: [{ description, field: "Host" }] });
}

/** For what never becomes a request: the refusal is written to the connection itself, which ends. */
export function refuseUnreadable(
  error: Error & { code?: string },
  given: Duplex & { _parent?: Duplex },
): void {
  // Nothing can be said over TLS to whom does not speak it; what lies under its socket has no public name in Node.
  const socket = (error.code === plainHttp && given._parent) || given;
  if (error.code !== "ECONNRESET" && socket.writable) writeTo(socket, refuseAlone(faultOf(error)));
  // Without the error: nobody listens for it, and one error given to two sockets trips programs that patch them.
  socket.destroy();
}

/** For what Node has events of its own: an expectation that nobody can meet, and a tunnel. */
export function refuseEvents(server: Server): void {
  server.on("checkExpectation", ({ headers: { expect = "" } }, response) =>
    write(response, refuseAlone(fault("EXPECTATION_FAILED", { expectation: expect }))),
  );
  server.on("connect", (_request, socket) => {
    writeTo(socket, methodNotAllowed(methodOrder));
    socket.end();
  });
}

function writeTo(socket: Duplex, { status, headers, body }: Answer): void {
  const length = Buffer.byteLength(body);
  const whole = { ...headers, [noSniff]: ofNoSniff, "content-length": length, connection: "close" };
  const lines = Object.entries(whole).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}
