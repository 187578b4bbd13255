// Tests that connections that come when almost no file descriptor is left are counted, and logged once a minute.
import { deepEqual, equal } from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { type TestContext, test } from "node:test";
import { watchDescriptors } from "./descriptors.ts";

/** Starts a server that believes that its process may have so many. */
async function start(t: TestContext, limit: number) {
  const logged: unknown[] = [];
  const time = { at: 0 };
  const server = createServer((socket) => socket.end());
  const logger = { error: (...line: unknown[]) => void logged.push(line[0]) };
  const short = watchDescriptors(server, { logger, elapsed: () => time.at, limit });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return {
    logged,
    time,
    short,
    async connect() {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").resume();
      await once(socket, "close");
    },
  };
}

test("a connection with one of the last descriptors is told of, and others are not", async (t) => {
  const few = await start(t, 17);
  await few.connect();
  await few.connect();
  deepEqual([few.short(), few.logged], [2, [{ limit: 17 }]]);
  few.time.at = 60_000;
  await few.connect();
  deepEqual([few.short(), few.logged.length], [3, 2]);
  const many = await start(t, 1_000_000);
  await many.connect();
  deepEqual([many.short(), many.logged], [0, []]);
});

test("without a limit of its own it asks the system", async (t) => {
  const server = createServer();
  equal(watchDescriptors(server, { logger: { error() {} }, elapsed: () => 0 })(), 0);
  equal(server.listenerCount("connection"), process.platform === "linux" ? 1 : 0);
  t.after(() => server.close());
});
