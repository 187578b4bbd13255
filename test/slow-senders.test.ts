// Senders of bodies that never end: they are answered before their bodies are kept, and cut off.
import { equal, match, ok, rejects } from "node:assert/strict";
import { connect } from "node:net";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createBodies, largestBody } from "../src/core/http/bodies.ts";
import { invitesPath } from "./support/invites.ts";
import { startProcess } from "./support/process.ts";
import { noConsole } from "./support/rooms.ts";
import { until } from "./support/until.ts";
import { keys, send, startWorld } from "./support/world.ts";

const senders = 300;
const bodyBytes = largestBody - 2;

/** The answer that one sender got, and when it was cut off; undefined while it may go on. */
interface Sender {
  answer: string;
  endedAt: number | undefined;
  cut(): void;
}

function sendSlowly(url: string, path: string, type: string, length = bodyBytes): Sender {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const sender: Sender = { answer: "", endedAt: undefined, cut: () => socket.destroy() };
  socket.setEncoding("latin1").on("data", (text: string) => (sender.answer += text));
  socket.on("error", () => {});
  socket.on("close", () => (sender.endedAt = performance.now()));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`,
  );
  // All but the last bytes.
  socket.write("a".repeat(length - 2));
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
  const { url } = await startProcess(t, ["serve", "--memory", "--port", "0", "--metrics-port", "public"], {
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
  ok(grown < 60 * megabyte, `${grown / megabyte} MB`);
  for (const { answer } of slow) match(answer, /^HTTP\/1\.1 401 /);
  for (const { answer } of toOthers) match(answer, /^HTTP\/1\.1 413 |^$/);
  while ([...slow, ...toOthers].some(({ endedAt }) => endedAt === undefined)) {
    ok(performance.now() - begun < 60_000, "cut off within a minute");
    await wait(250);
  }
  equal((await send(url, { path: "/healthz" })).status, 200);
});

test("forms of strangers that never end keep nobody out, and the newest of them may go on", {
  skip: noConsole,
}, async (t) => {
  const world = await startWorld(t);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const longest = 99_000;
  // A tenth more than may be under way.
  const count = Math.ceil((1.1 * 32 * megabyte) / longest);
  const slow = Array.from({ length: count }, () =>
    sendSlowly(world.url, "/sign-in", form["content-type"], longest),
  );
  await until(() => slow.some(({ answer }) => answer !== ""));
  const change = await world.as(keys.owner, {
    path: invitesPath,
    method: "POST",
    body: { username: "new@example.com", roles: ["GROUP_READ_ONLY"] },
  });
  equal(change.status, 200, change.text);
  const token = await world.send({ path: "/api/oauth/token", method: "POST", headers: form, body: "a=b" });
  equal(token.status, 401, token.text);
  const page = await world.send({ path: "/sign-in", method: "POST", headers: form, body: "a=b" });
  equal(page.status, 403);
  const refused = slow.filter(({ answer }) => answer !== "");
  for (const { answer } of refused) match(answer, /^HTTP\/1\.1 503 /);
  ok(refused.length < count / 4, `${refused.length} of ${count} made room`);
  for (const { cut } of slow) cut();
});

/** A request whose body comes as the test writes it. */
function incoming(length: number) {
  const body = new PassThrough({ highWaterMark: 2 * megabyte });
  return { headers: { "content-length": String(length) }, body };
}

test("bodies of callers who are known", async (t) => {
  await t.test("are read whole, one that is too long is refused, one that breaks off as well", async () => {
    const readBody = createBodies();
    const whole = incoming(4);
    const read = readBody(whole);
    whole.body.write("ab");
    whole.body.end("cd");
    equal(String(await read), "abcd");
    equal(await readBody(incoming(0)), undefined);
    await rejects(readBody(incoming(largestBody + 1)), { code: "REQUEST_TOO_LARGE" });
    const liar = incoming(1);
    const refused = rejects(readBody(liar, 3), { code: "REQUEST_TOO_LARGE" });
    liar.body.write("abcd");
    await refused;
    const broken = incoming(4);
    const ended = rejects(readBody(broken), { code: "BAD_REQUEST" });
    broken.body.write("ab");
    broken.body.destroy();
    await ended;
    await rejects(readBody(broken), { code: "BAD_REQUEST" });
  });
});
