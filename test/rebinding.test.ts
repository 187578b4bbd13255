// Tests that web pages of others can do nothing to a rehearsal on a developer's machine, by whatever name they reach it.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../src/atlas/index.ts";
import { startProcess } from "./support/process.ts";
import { moduleOf, noConsole } from "./support/rooms.ts";
import { startStage } from "./support/stage.ts";
import { ids, type Sending, send } from "./support/world.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };
const fill = (path: string) => path.replace(/\{\w+\}|:\w+/g, ids.missing);

type Pages = { readonly pages: readonly { readonly path: string; readonly forms?: object }[] };
const { pages } = (await moduleOf<Pages>("src/console/pages/index.ts")) ?? { pages: [] };

/** Every route there is, by operation, page and hand. */
const routes: readonly Sending[] = [
  ...Object.values(operations).map(({ method, path }) => ({ method, path: fill(path) })),
  ...pages.flatMap(({ path, forms }) => [
    { path: fill(path) },
    ...(forms === undefined ? [] : [{ method: "POST", path: fill(path), headers: form, body: "do=x" }]),
  ]),
  // What the router never sees, or finds nothing for.
  ...[
    "//",
    "/api/atlas/v2/orgs/x:y",
    "/api/atlas/v2/orgs/x%3Ay",
    "/%zz",
    "/api/%zz",
    `/${"x".repeat(1500)}`,
  ].map((path) => ({ path })),
  { method: "QUERY", path: "/api/atlas/v2/orgs" },
  ...["/healthz", "/readyz", "/metrics", "/docs", "/api/openapi.json", "/nowhere", "/api/nowhere"].map(
    (path) => ({
      path,
    }),
  ),
  ...["clock", "mail", "requests", "deprecations", "missing"].map((name) => ({
    path: `/_anteroom/v1/${name}`,
  })),
  { method: "PUT", path: "/_anteroom/v1/clock", body: { advance: "1d" } },
  { method: "POST", path: "/_anteroom/v1/reset" },
  { method: "PUT", path: "/_anteroom/v1/snapshots/x" },
  { method: "POST", path: `/_anteroom/v1/invites/${ids.invite}:accept` },
  ...["token", "revoke"].map((name) => ({
    method: "POST",
    path: `/api/oauth/${name}`,
    headers: form,
    body: "a=b",
  })),
];

test("a rehearsal keeps web pages of others out", async (t) => {
  const stage = await startStage(t);
  const { port } = new URL(stage.url);
  const ask = (sending: Sending, headers: Readonly<Record<string, string>>) =>
    send(stage.url, { ...sending, headers: { ...sending.headers, ...headers } });

  await t.test("421 from every route under a name that is not this machine's", async () => {
    const hosts = [
      "evil.example",
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `192.0.2.1:${port}`,
    ];
    for (const sending of routes) {
      for (const host of hosts.slice(0, sending.path === "/healthz" ? hosts.length : 1)) {
        const { status, text } = await ask(sending, { host, origin: `http://${host}` });
        equal(status, 421, `${sending.method ?? "GET"} ${sending.path} as ${host}: ${text}`);
        ok(!text.includes("evil.example<"), "what is answered is no page");
      }
    }
    equal(stage.events().length, 0);
  });

  await t.test("421 for an absolute target of another host, whatever Host says", async () => {
    const absolute = (host: string) => ({ path: `http://${host}/_anteroom/v1/mail` });
    equal((await ask(absolute("evil.example"), {})).status, 421);
    equal((await ask(absolute(`localhost:${port}`), {})).status, 200);
  });

  await t.test("403 for each change that a page of another site asks for, whatever its form", async () => {
    const foreign = [
      { origin: "https://evil.example" },
      // Another program's page on the same machine.
      { origin: "http://localhost:1", "sec-fetch-site": "same-site" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "cross-site" },
    ];
    const changes = routes.filter(({ method = "GET" }) => method !== "GET");
    for (const sending of changes) {
      for (const headers of foreign) {
        const { status } = await ask(sending, { ...headers, "content-type": "text/plain" });
        equal(status, 403, `${sending.method} ${sending.path} with ${JSON.stringify(headers)}`);
      }
    }
    equal((await ask({ method: "POST", path: "/_anteroom/v1/reset" }, { origin: "null" })).status, 403);
    equal(stage.events().length, 0);
  });

  await t.test("what others ask for is not among the requests that were seen", async () => {
    await ask({ method: "POST", path: "/_anteroom/v1/reset" }, {});
    const seen = async () =>
      (await ask({ path: "/_anteroom/v1/requests" }, {})).json.map(({ path }: { path: string }) => path);
    await ask({ path: "/api/atlas/v2/groups" }, {});
    for (const [path, headers] of [
      ["/api/atlas/v2/orgs", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
      ["/api/atlas/v2/orgs", { "sec-fetch-site": "same-site" }],
      ["/api/atlas/v2/orgs", { origin: "https://evil.example" }],
      ["/nowhere", { "sec-fetch-site": "cross-site" }],
      ["/api/atlas/v2/orgs", { host: "evil.example" }],
      ["/%zz", { host: "evil.example" }],
    ] as const) {
      await ask({ path }, headers);
      await ask({ path, method: "POST" }, headers);
    }
    deepEqual(await seen(), ["/api/atlas/v2/groups"]);
  });

  await t.test(
    "its own names, its own pages, and clients that are no pages are let in",
    { skip: noConsole },
    async () => {
      for (const host of [
        `localhost:${port}`,
        `127.0.0.1:${port}`,
        `[::1]:${port}`,
        `acme.localhost:${port}`,
      ]) {
        equal((await ask({ path: "/healthz" }, { host })).status, 200, host);
      }
      const reset = { method: "POST", path: "/_anteroom/v1/reset" };
      equal((await ask(reset, {})).status, 204);
      equal((await ask(reset, { origin: stage.url })).status, 204);
      equal((await ask(reset, { origin: stage.url, "sec-fetch-site": "same-origin" })).status, 204);
      // A link in a mail of somebody leads here.
      equal((await ask({ path: "/sign-in" }, { "sec-fetch-site": "cross-site" })).status, 200);
    },
  );
});

test("dev may stand behind the name that its links begin with; serve answers under any", {
  skip: noConsole,
}, async (t) => {
  const dev = await startProcess(t, [
    "dev",
    "--memory",
    "--port",
    "0",
    "--base-url",
    "https://atlas.example.com",
  ]);
  const statusAs = async (url: string, host: string) =>
    (await send(url, { path: "/sign-in", headers: { host } })).status;
  equal(await statusAs(dev.url, "atlas.example.com"), 200);
  equal(await statusAs(dev.url, "evil.example"), 421);
  const serve = await startProcess(t, ["serve", "--memory", "--port", "0"], {
    ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
  });
  equal(await statusAs(serve.url, "atlas.example.com"), 200);
});
