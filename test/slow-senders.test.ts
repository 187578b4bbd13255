// Senders of bodies that never end: they are answered before their bodies are kept, and cut off.
import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createBodies, largestBody } from "../src/http/bodies.ts";
import { invitesPath } from "./support/invites.ts";
import { startProcess } from "./support/process.ts";
import { send } from "./support/world.ts";

const senders = 300;
const bodyBytes = largestBody - 2;

/** What one sender was answered, and when it was cut off; undefined while it may go on. */
interface Sender {
  answer: string;
  endedAt: number | undefined;
}

function sendSlowly(url: string, path: string, type: string): Sender {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const sender: Sender = { answer: "", endedAt: undefined };
  socket.setEncoding("latin1").on("data", (text: string) => (sender.answer += text));
  socket.on("error", () => {});
  socket.on("close", () => (sender.endedAt = performance.now()));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${bodyBytes}\r\n\r\n`,
  );
  // All but the last bytes.
  socket.write("a".repeat(bodyBytes - 2));
  return sender;
}

const megabyte = 1024 * 1024;

async function residentBytes(url: string): Promise<number> {
  const { text } = await send(url, { path: "/metrics" });
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}

test("bodies of strangers that never end cost next to nothing and are cut off", {
  timeout: 120_000,
}, async (t) => {
  const { url } = await startProcess(t, ["serve", "--memory", "--port", "0"], {
    ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
  });
  for (const [path, type] of [
    [invitesPath, "application/json"],
    ["/sign-in", "application/x-www-form-urlencoded"],
    ["/api/oauth/token", "application/x-www-form-urlencoded"],
  ] as const) {
    await send(url, { path, method: "POST", body: "a=b", headers: { "content-type": type } });
  }
  const before = await residentBytes(url);
  const begun = performance.now();
  const slow = Array.from({ length: senders }, () => sendSlowly(url, invitesPath, "application/json"));
  const toOthers = ["/sign-in", "/api/oauth/token"].flatMap((path) =>
    Array.from({ length: 20 }, () => sendSlowly(url, path, "application/x-www-form-urlencoded")),
  );
  await wait(5_000);
  const grown = (await residentBytes(url)) - before;
  const open = [...slow, ...toOthers].filter(({ endedAt }) => endedAt === undefined).length;
  t.diagnostic(`memory grew by ${(grown / megabyte).toFixed(1)} MB with ${open} open`);
  assert.ok(grown < 60 * megabyte, `${grown / megabyte} MB`);
  for (const { answer } of slow) assert.match(answer, /^HTTP\/1\.1 401 /);
  for (const { answer } of toOthers) assert.match(answer, /^HTTP\/1\.1 413 |^$/);
  while ([...slow, ...toOthers].some(({ endedAt }) => endedAt === undefined)) {
    assert.ok(performance.now() - begun < 60_000, "cut off within a minute");
    await wait(250);
  }
  assert.equal((await send(url, { path: "/healthz" })).status, 200);
});

/** A request whose body comes as the test writes it. */
function incoming(length: number): PassThrough & IncomingMessage {
  const headers = { "content-length": String(length) };
  return Object.assign(new PassThrough({ highWaterMark: 2 * megabyte }), { headers }) as never;
}

test("bodies of callers who are known", async (t) => {
  const fill = Buffer.alloc(megabyte, "a");

  await t.test("are read whole, one that is too long is refused, one that breaks off as well", async () => {
    const readBody = createBodies();
    const whole = incoming(4);
    const read = readBody(whole);
    whole.write("ab");
    whole.end("cd");
    assert.equal(String(await read), "abcd");
    assert.equal(await readBody(incoming(0)), undefined);
    await assert.rejects(readBody(incoming(largestBody + 1)), { code: "REQUEST_TOO_LARGE" });
    const liar = incoming(1);
    const refused = assert.rejects(readBody(liar, 3), { code: "REQUEST_TOO_LARGE" });
    liar.write("abcd");
    await refused;
    const broken = incoming(4);
    const ended = assert.rejects(readBody(broken), { code: "BAD_REQUEST" });
    broken.write("ab");
    broken.destroy();
    await ended;
    await assert.rejects(readBody(broken), { code: "BAD_REQUEST" });
  });

  await t.test(
    "are refused while those under way are many megabytes, and taken when they have ended",
    async () => {
      const readBody = createBodies();
      const full = Array.from({ length: 32 }, () => incoming(megabyte));
      const reads = full.map((request) => readBody(request));
      for (const request of full) request.write(fill);
      await wait(0);
      const late = incoming(4);
      const refused = assert.rejects(readBody(late), {
        code: "SERVICE_UNAVAILABLE",
        headers: { "retry-after": "5" },
      });
      late.write("abcd");
      await refused;
      for (const request of full) request.end();
      assert.equal((await Promise.all(reads)).length, 32);
      const next = incoming(4);
      const read = readBody(next);
      next.end("abcd");
      assert.equal(String(await read), "abcd");
    },
  );
});
