// Clients that do not read their answers lose their connection, and those that read slowly get all of them.
import { equal, ok } from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connect as connectTls } from "node:tls";
import { watchCrowd } from "../src/core/http/crowd.ts";
import { certificate, certificateKey } from "./support/certificate.ts";

const unreadMs = 1_500;
/** A system says only now and then that a client has taken some: after a megabyte or so. */
const bytesPerMs = 8_000;
/** A body that is larger than what a system buffers for a client. */
const body = Buffer.alloc(24_000_000, "x");

/** Asks on a connection of its own, and begins to read nothing yet. */
async function start(t: TestContext, isTls: boolean): Promise<() => Promise<Socket>> {
  const answer = ({ socket }: { socket: Socket }, response: { end(body: Buffer): void }) => {
    isBeyond(socket);
    response.end(body);
  };
  const server: Server = isTls
    ? createTlsServer({ cert: certificate, key: certificateKey }, answer)
    : createServer(answer);
  const { isBeyond } = watchCrowd(server, { unreadMs, lookEveryMs: 50 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return async () => {
    const socket = isTls
      ? connectTls({ host: "127.0.0.1", port, rejectUnauthorized: false })
      : connect(port, "127.0.0.1");
    t.after(() => socket.destroy());
    socket.on("error", () => {});
    await once(socket, isTls ? "secureConnect" : "connect");
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket;
  };
}

/** Bytes that come until the connection ends. */
async function readSlowly(socket: Socket): Promise<number> {
  let read = 0;
  socket.on("data", (part) => {
    read += part.length;
    socket.pause();
    setTimeout(() => socket.resume(), part.length / bytesPerMs);
  });
  if (!socket.closed) await once(socket, "close");
  return read;
}

for (const isTls of [false, true]) {
  test(`readers of ${isTls ? "HTTPS" : "HTTP"}`, { timeout: 60_000 }, async (t) => {
    const ask = await start(t, isTls);
    const [idle, slow] = [await ask(), await ask()];
    const startedAt = performance.now();
    const read = readSlowly(slow);
    await sleep(2 * unreadMs);
    const late = await readSlowly(idle);
    ok(late < body.length, `${late} bytes came, though nothing was read for long`);
    ok((await read) > body.length, "the slow one has all");
    const ms = performance.now() - startedAt;
    ok(ms > 1.5 * unreadMs, `read in ${ms} ms, which is not slow`);
    equal(slow.errored, null);
  });
}
