// No answer may be taken by a browser for something else than it says: all say nosniff, but for those of Atlas that were
// recorded without.

import { deepEqual, equal, match } from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { pino } from "pino";
import { createMetrics } from "../src/core/http/metrics.ts";
import { createMonitoring } from "../src/core/http/monitoring.ts";
import { createOwnPort } from "../src/server/monitoring/own-port.ts";
import { noConsole } from "./support/rooms.ts";
import { ids, keys, type Sending, send, startWorld } from "./support/world.ts";

const project = `/api/atlas/v2/groups/${ids.group}`;
const json = { "content-type": "application/json" };

/** The requests, with the statuses of their answers. */
const asked: readonly (readonly [status: number, sending: Sending])[] = [
  [200, { path: "/healthz" }],
  [200, { path: "/readyz" }],
  [200, { path: "/metrics" }],
  [200, { path: "/api/openapi.json" }],
  [400, { path: "/api/openapi.json?version=newest" }],
  [200, { path: "/docs" }],
  [200, { path: "/sign-in" }],
  [200, { path: "/console/style.css" }],
  [303, { path: "/account" }],
  [404, { path: "/nowhere" }],
  [404, { path: "/nowhere/%ZZ" }],
  [405, { path: "/healthz", method: "DELETE" }],
  [200, { path: "/healthz", method: "OPTIONS" }],
  [400, { path: "/api/oauth/token", method: "POST" }],
  [400, { path: "/api/oauth/revoke", method: "POST" }],
  [405, { path: "/api/oauth/token" }],
  [400, { path: "/api/private/unauth/account/device/token", method: "POST" }],
  [401, { path: "/api/nowhere" }],
  [200, { path: "/_anteroom/v1/clock" }],
  [400, { path: "/_anteroom/v1/clock", method: "PUT", headers: json, body: "nonsense" }],
  [204, { path: "/_anteroom/v1/snapshots/one", method: "PUT" }],
  [404, { path: "/_anteroom/v1/nowhere" }],
  [421, { path: "/healthz", headers: { host: "example.com" } }],
  [417, { path: "/healthz", headers: { expect: "nonsense" } }],
];

const said = ({ headers }: Awaited<ReturnType<typeof send>>) => headers["x-content-type-options"];

test("every surface says nosniff, once", { skip: noConsole }, async (t) => {
  const world = await startWorld(t);
  for (const [status, sending] of asked) {
    const { method = "GET", path } = sending;
    const reply = await world.send(sending);
    deepEqual([reply.status, said(reply)], [status, "nosniff"], `${method} ${path}`);
  }
  const token = await world.token();
  for (const reply of [
    await world.as(keys.owner, { path: project }),
    await world.as(keys.owner, { path: `/api/atlas/v2/groups/${ids.missing}` }),
    await world.bearing(token, { path: project }),
  ]) {
    equal(said(reply), "nosniff");
  }
});

test("what Node could not read is refused with nosniff, and so is a tunnel", async (t) => {
  const { hostname, port } = new URL((await startWorld(t)).url);
  for (const sent of ["garbage\r\n\r\n", "CONNECT example.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"]) {
    const socket = connect({ host: hostname, port: Number(port) });
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
    socket.write(sent);
    await once(socket, "close");
    match(answer, /^HTTP\/1\.1 40[05] /);
    equal(answer.match(/^x-content-type-options: nosniff\r$/gim)?.length, 1, answer);
  }
});

test("the port of metrics says it, too", async (t) => {
  const answer = createMonitoring({
    metrics: () => createMetrics(),
    logger: pino({ level: "silent" }),
    readiness: async () => ({}),
  });
  const port = createOwnPort({ answer, report() {} });
  t.after(port.close);
  const inside = await port.listen({ host: "127.0.0.1", port: 0 });
  for (const path of ["/livez", "/metrics", "/readyz", "/nowhere", "/%ZZ"]) {
    equal(said(await send(inside, { path })), "nosniff", path);
  }
});

test("a server that speaks HTTPS says it, too", async (t) => {
  const world = await startWorld(t, { tls: true });
  equal((await world.fetch("/healthz")).headers.get("x-content-type-options"), "nosniff");
});

test("challenges and 405 of the API were recorded without", async (t) => {
  const world = await startWorld(t);
  const challenge = await world.send({ path: project });
  const refused = await world.bearing("nonsense", { path: project });
  const method = await world.send({ path: `${project}/invites`, method: "PUT" });
  deepEqual(
    [challenge, refused, method].map((reply) => [reply.status, said(reply)]),
    [
      [401, undefined],
      [401, undefined],
      [405, undefined],
    ],
  );
});
