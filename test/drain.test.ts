// Tests how a server ends: it answers what is under way, refuses what still comes in the API's form, and ends within ten
// seconds.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { insideOf, startProcess } from "./support/process.ts";
import { openStoreFile } from "./support/sqlite-file.ts";
import { createFolder } from "./support/storage.ts";
import { startProxy } from "./support/tcp-proxy.ts";
import { until } from "./support/until.ts";
import { invited, send, startWorld } from "./support/world.ts";

test("while a server ends, answers close their connections, and what still comes is refused in the API's form", async (t) => {
  const data = createFolder(t);
  const world = await startWorld(t, { data });
  const token = await world.token();
  const other = openStoreFile(data);
  other.exec("begin exclusive");
  const body = { username: invited, roles: ["GROUP_OWNER"] };
  const underWay = world.bearing(token, {
    method: "PATCH",
    path: invitesPath,
    body,
    headers: { connection: "keep-alive" },
  });
  const { hostname, port } = new URL(world.url);
  const late = connect(Number(port), hostname);
  let heard = "";
  late.setEncoding("utf8").on("data", (text: string) => {
    heard += text;
  });
  late.write(`GET ${invitesPath} HTTP/1.1\r\nHost: localhost\r\n`);
  await sleep(200);
  const closing = world.close();
  await sleep(100);
  late.write("\r\n");
  await until(() => heard.endsWith("}"));
  match(heard, /^HTTP\/1\.1 503 Service Unavailable\r\n/);
  match(heard, /\r\nconnection: close\r\n/i);
  match(heard, /\r\nretry-after: 1\r\n/i);
  deepEqual(JSON.parse(heard.split("\r\n\r\n")[1] ?? ""), {
    detail: "The server is ending; try again later.",
    error: 503,
    errorCode: "SERVICE_UNAVAILABLE",
    parameters: ["The server is ending"],
    reason: "Service Unavailable",
  });
  other.close();
  const { status, headers } = await underWay;
  deepEqual([status, headers.connection], [200, "close"]);
  await closing;
});

/** A connection that has been answered once, or a new one; `ask` sends a request and says what came of it. */
async function connected(url: string, isKept: boolean) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("utf8");
  let heard = "";
  let end = "";
  socket.on("data", (text: string) => (heard += text));
  socket.on("error", ({ code }: NodeJS.ErrnoException) => (end = code ?? "error"));
  const say = () => socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  if (isKept) {
    say();
    await until(() => heard.endsWith("}"));
    heard = "";
  }
  return {
    say,
    outcome: async () => {
      await until(() => heard.endsWith("}") || socket.closed);
      socket.destroy();
      return heard === "" ? end || "closed" : heard.slice(9, 12);
    },
  };
}

test("what was sent before SIGTERM is answered, on new connections too, though the process was busy", async (t) => {
  const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };
  const server = await startProcess(t, ["serve", "--memory", "--port", "0"], env);
  const sixteen = (isKept: boolean) =>
    Promise.all(Array.from({ length: 16 }, () => connected(server.url, isKept)));
  const kept = await sixteen(true);
  server.signal("SIGSTOP");
  const all = [...kept, ...(await sixteen(false))];
  for (const { say } of all) say();
  await sleep(700);
  const stopped = server.stop();
  server.signal("SIGCONT");
  const outcomes = await Promise.all(all.map(({ outcome }) => outcome()));
  deepEqual(
    outcomes,
    all.map(() => "200"),
  );
  equal(await stopped, 0);
});

test("SIGTERM ends a server within ten seconds though its database swallows all", {
  skip: skipReason("postgres"),
}, async (t) => {
  const proxy = await startProxy(t, await createTestDatabase(t));
  const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };
  const server = await startProcess(t, ["serve", "--database-url", proxy.url, "--port", "0"], env);
  equal((await send(server.url, { path: "/readyz" })).status, 200);
  proxy.swallow(true);
  const authorization = `Basic ${Buffer.from(`mdb_sa_id_${"0".repeat(24)}:secret`).toString("base64")}`;
  const asked = Array.from({ length: 4 }, () =>
    send(server.url, {
      method: "POST",
      path: "/api/oauth/token",
      headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
      body: "grant_type=client_credentials",
    }).then(
      ({ status }) => status,
      () => "cut",
    ),
  );
  await sleep(200);
  const startedAt = performance.now();
  await server.stop();
  const ms = performance.now() - startedAt;
  // Ten, and what a busy machine adds.
  ok(ms < 20_000, `it took ${ms} ms`);
  // The store was closed beneath them, or gave up: they were answered, not cut off.
  deepEqual(await Promise.all(asked), [503, 503, 503, 503]);
});

test("a drain delay fails readiness first, and goes on answering until it is over", async (t) => {
  const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };
  const args = ["serve", "--memory", "--port", "0", "--metrics-port", "0", "--drain-delay", "2"];
  const server = await startProcess(t, args, env);
  const inside = await insideOf(server);
  equal((await send(inside, { path: "/readyz" })).status, 200);
  const startedAt = performance.now();
  const stopped = server.stop();
  await until(async () => (await send(inside, { path: "/readyz" })).status === 503);
  const { json } = await send(inside, { path: "/readyz" });
  deepEqual([json.status, json.parts.server.status], ["The server is ending", "bad"]);
  const fresh = await connected(server.url, false);
  fresh.say();
  equal(await fresh.outcome(), "200");
  equal(await stopped, 0);
  ok(performance.now() - startedAt >= 2_000);
});
