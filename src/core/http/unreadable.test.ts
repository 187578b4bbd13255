// Tests of the answers to bytes that never become a request, written to the connection itself.
import { deepEqual, equal } from "node:assert/strict";
import { EventEmitter } from "node:events";
import { maxHeaderSize } from "node:http";
import { test } from "node:test";
import { refuseEvents, refuseUnreadable, serverOptions, tlsOptions } from "./unreadable.ts";

/** Returns a connection, with what was written to it until it ended. */
function connection(writable = true) {
  const state = { text: "", isDestroyed: false, isEnded: false };
  const socket = {
    writable,
    write: (text: string) => void (state.text += text),
    destroy: () => void (state.isDestroyed = true),
    end: () => void (state.isEnded = true),
  };
  return { socket, state };
}
const refused = (code: string, message = "Parse Error: No.") => {
  const { socket, state } = connection();
  refuseUnreadable(Object.assign(new Error(message), { code }), socket as never);
  const [head = "", body = ""] = state.text.split("\r\n\r\n");
  const [line, ...headers] = head.split("\r\n");
  return { line, headers, body: body === "" ? undefined : JSON.parse(body), isDestroyed: state.isDestroyed };
};

test("400 says what is not HTTP, on a connection that ends", () => {
  const { line, headers, body, isDestroyed } = refused("HPE_INVALID_METHOD");
  equal(line, "HTTP/1.1 400 Bad Request");
  deepEqual(body.badRequestDetail.fields, [
    { description: "The request is not HTTP/1.1: No..", field: "request" },
  ]);
  for (const header of [
    "connection: close",
    "x-content-type-options: nosniff",
    "x-error-code: BAD_REQUEST",
  ]) {
    equal(headers.includes(header), true, header);
  }
  equal(headers.includes(`content-length: ${Buffer.byteLength(JSON.stringify(body))}`), true);
  equal(isDestroyed, true);
  equal(refused("X", "odd").body.badRequestDetail.fields[0].description, "The request is not HTTP/1.1: odd.");
});

test("431 for large headers, 408 for slow ones, and words for plain HTTP where TLS is spoken", () => {
  const large = refused("HPE_HEADER_OVERFLOW");
  deepEqual([large.body.error, large.body.parameters], [431, [maxHeaderSize]]);
  equal(refused("ERR_HTTP_REQUEST_TIMEOUT").body.error, 408);
  const plain = connection();
  const secure = Object.assign(connection().socket, { _parent: plain.socket });
  const reason = Object.assign(new Error("x"), { code: "ERR_SSL_HTTP_REQUEST" });
  refuseUnreadable(reason, secure as never);
  deepEqual(JSON.parse(plain.state.text.split("\r\n\r\n")[1] ?? "").badRequestDetail.fields, [
    { description: "This port speaks HTTPS: begin its address with https://", field: "request" },
  ]);
  equal(plain.state.isDestroyed, true);
  const alone = connection();
  refuseUnreadable(reason, alone.socket as never);
  deepEqual([alone.state.text.includes("https://"), alone.state.isDestroyed], [true, true]);
});

test("nothing is said to who is gone, and the socket under one is left alone where it speaks HTTP", () => {
  deepEqual([refused("ECONNRESET").line, refused("ECONNRESET").isDestroyed], ["", true]);
  const { socket, state } = connection(false);
  refuseUnreadable(new Error("x"), socket as never);
  deepEqual(state, { text: "", isDestroyed: true, isEnded: false });
  const [below, above] = [connection(), connection()];
  refuseUnreadable(new Error("x"), Object.assign(above.socket, { _parent: below.socket }) as never);
  deepEqual([below.state.text, above.state.text !== ""], ["", true]);
});

test("417 for an expectation, 405 for a tunnel", () => {
  const server = new EventEmitter();
  refuseEvents(server as never);
  const written: unknown[] = [];
  const response = {
    writeHead: (status: number) => void written.push(status),
    end: (body: string) => void written.push(JSON.parse(body)),
  };
  server.emit("checkExpectation", { headers: { expect: "200-maybe" } }, response);
  const [status, body] = written as [number, { parameters: unknown }];
  deepEqual([status, body.parameters], [417, ["200-maybe"]]);
  const { socket, state } = connection();
  server.emit("connect", {}, socket);
  equal(
    state.text.startsWith("HTTP/1.1 405 Method Not Allowed\r\nallow: POST,GET,PATCH,PUT,DELETE,OPTIONS\r\n"),
    true,
  );
  equal(state.isEnded, true);
});

test("what waits has an end", () => {
  const { headersTimeout, connectionsCheckingInterval, requireHostHeader } = serverOptions;
  deepEqual([headersTimeout, connectionsCheckingInterval, requireHostHeader], [15_000, 5_000, false]);
  equal(tlsOptions.handshakeTimeout, 15_000);
});
