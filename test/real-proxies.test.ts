// Behind real proxies with the lines of the guide, a hostile client neither chooses its address nor borrows the proxy's.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import { readDocuments } from "./support/documents.ts";
import { startNginx } from "./support/nginx.ts";
import {
  caddyMissing,
  goMissing,
  haproxyMissing,
  nginxMissing,
  startCaddy,
  startGoProxy,
  startHaproxy,
} from "./support/proxies.ts";
import { digest, ids, keys, nonceOf, type Reply, seed, send, startWorld, v2023 } from "./support/world.ts";

/** The address of the client; the proxy asks from 127.0.0.1. */
const own = "127.0.0.9";
const pinned = (name: string) => ({ publicKey: name, privateKey: `00000000-0000-4000-8000-${name}0000` });
const [near, mine] = [pinned("pinnedto"), pinned("pinnedme")];
const world = {
  ...seed,
  orgs: seed.orgs.map((org) => ({
    ...org,
    apiKeys: [
      ...(org.apiKeys ?? []),
      ...(org.id === ids.org
        ? [
            { ...near, roles: ["ORG_OWNER" as const], accessList: ["127.0.0.1"] },
            { ...mine, roles: ["ORG_OWNER" as const], accessList: [own] },
          ]
        : []),
    ],
  })),
};
const path = `/api/atlas/v2/orgs/${ids.org}`;

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers: readonly string[];
  readonly body?: string;
}

/** Writes a request as it is given, and reads the answer until the connection ends. */
function say(url: string, { method = "GET", path, headers, body = "" }: Asked): Promise<Reply> {
  const { hostname, port, host } = new URL(url);
  const isClosed = headers.some((each) => each.startsWith("Connection:"));
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Accept: ${v2023}`,
    ...(isClosed ? [] : ["Connection: close"]),
    ...(body === "" ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`]),
    ...headers,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), localAddress: own });
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
    socket.on("error", (reason) => answer === "" && reject(reason));
    socket.on("close", () => resolve(read(answer)));
    socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  });
}

function read(answer: string): Reply {
  const at = answer.indexOf("\r\n\r\n");
  const [line = "", ...lines] = answer.slice(0, at).split("\r\n");
  const headers = Object.fromEntries(
    lines.map((each) => [each.slice(0, each.indexOf(":")).toLowerCase(), each.slice(each.indexOf(":") + 2)]),
  );
  const text = answer.slice(at + 4);
  const isJson = headers["content-type"]?.includes("json") === true;
  return { status: Number(line.split(" ")[1]), headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** Asks as a key, with a client's headers in front of those of the request. */
async function ask(url: string, key: typeof near, asked: Asked): Promise<Reply> {
  const nonce = nonceOf(await say(url, { ...asked, headers: [] }));
  const authorization = digest(key, { method: asked.method ?? "GET", uri: asked.path, nonce });
  return say(url, { ...asked, headers: [...asked.headers, `Authorization: ${authorization}`] });
}

/** Go sorts headers by name: these stand before X-Forwarded-For. */
const before = (count: number) => Array.from({ length: count }, (_, nth) => `A${nth.toString(36)}: 1`);
const forged = "X-Forwarded-For: 127.0.0.1";
const hostile: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  "a forged address": [forged],
  "two of them": [forged, forged],
  "a list": ["X-Forwarded-For: 127.0.0.1, 127.0.0.1,"],
  garbage: ["X-Forwarded-For: garbage, ::, 999.1.1.1, 127.0.0.1 127.0.0.1"],
  "an empty one": ["X-Forwarded-For:", "X-Forwarded-For:  "],
  "odd case": ["x-fOrWaRdEd-FoR: 127.0.0.1"],
  underscores: ["X_Forwarded_For: 127.0.0.1", "X-Forwarded_For: 127.0.0.1"],
  "other names": ["Forwarded: for=127.0.0.1", "X-Real-IP: 127.0.0.1", "True-Client-IP: 127.0.0.1"],
  "one that Connection names": ["Connection: close, X-Forwarded-For", forged],
  "none that Connection names": ["Connection: close, X-Forwarded-For"],
  "90 headers": before(90),
  "199 headers": before(199),
  "995 headers": before(995),
  "1000 headers": before(1000),
  "1000 headers and a forged address": [forged, ...before(1000)],
  "1500 headers": before(1500),
};

const paths = ["/metrics", "/readyz", "/metrics/", "/readyz/", "/%6detrics", "//metrics", "/healthz"];

interface Behind {
  readonly start: (t: TestContext, upstream: string) => Promise<string>;
  readonly skip: string | false;
  readonly scheme: string;
  /** The number of headers that the proxy itself accepts. */
  readonly most: number;
  /** True if the proxy does not pass requests for monitoring. */
  readonly hides: boolean;
}

const guided = async (language: string, upstream: string): Promise<string> => {
  const guide = (await readDocuments()).find(({ path }) => path === "docs/guides/production.md");
  const lines = guide?.blocks.find((block) => block.language === language)?.text ?? "";
  match(lines, /127\.0\.0\.1:8080/);
  return lines.replace("127.0.0.1:8080", new URL(upstream).host);
};

const nginx = async (t: TestContext, upstream: string) =>
  (await startNginx(t, { http: "access_log off;", server: await guided("nginx", upstream) })).url;
const caddy = async (t: TestContext, upstream: string) =>
  (await startCaddy(t, await guided("caddy", upstream))).url;
const haproxy = (global?: string) => async (t: TestContext, upstream: string) =>
  (await startHaproxy(t, await guided("haproxy", upstream), global)).url;
const go = async (t: TestContext, upstream: string) => (await startGoProxy(t, upstream)).url;

const proxies: Readonly<Record<string, Behind>> = {
  nginx: { start: nginx, skip: nginxMissing, scheme: "http", most: 1000, hides: true },
  Caddy: { start: caddy, skip: caddyMissing, scheme: "http", most: 10_000, hides: true },
  HAProxy: { start: haproxy(), skip: haproxyMissing, scheme: "https", most: 100, hides: true },
  "HAProxy that takes many headers": {
    start: haproxy("tune.http.maxhdr 4000"),
    skip: haproxyMissing,
    scheme: "https",
    most: 1500,
    hides: true,
  },
  "a proxy of Go's standard library": {
    start: go,
    skip: goMissing,
    scheme: "http",
    most: 10_000,
    hides: false,
  },
};

for (const [name, { start, skip, scheme, most, hides }] of Object.entries(proxies)) {
  test(`behind ${name} nobody chooses an address`, { skip, timeout: 120_000 }, async (t) => {
    const behind = await startWorld(t, { trustProxy: 1, seed: world });
    const url = await start(t, behind.url);

    for (const [what, headers] of Object.entries(hostile)) {
      await t.test(what, async () => {
        const [stranger, listed] = [
          await ask(url, near, { path, headers }),
          await ask(url, mine, { path, headers }),
        ];
        if (headers.length >= 195) {
          const refusing = headers.length < most ? [431] : [400, 431];
          for (const { status } of [stranger, listed]) ok(refusing.includes(status), `${status}`);
          return;
        }
        equal(stranger.status, 403, stranger.text);
        deepEqual(stranger.json.parameters, [own]);
        equal(listed.status, 200, listed.text);
      });
    }

    await t.test("events and links", async () => {
      const made = await ask(url, mine, {
        method: "POST",
        path: `${path}/invites`,
        headers: [forged, ...before(80)],
        body: JSON.stringify({ username: "fresh@example.com", roles: ["ORG_MEMBER"] }),
      });
      equal(made.status, 200, made.text);
      const { json } = await ask(url, mine, { path, headers: ["X-Forwarded-Host: evil.example"] });
      equal(json.links[0].href, `${url.replace("http:", `${scheme}:`)}${path}`);
      const events = await behind.as(keys.owner, { path: `${path}/events?eventType=INVITED_TO_ORG` });
      equal(events.json.results[0].remoteAddress, own);
    });

    await t.test("monitoring", async () => {
      const statuses = paths.map(async (path) => (await send(url, { path })).status);
      const inside = hides ? 404 : 200;
      deepEqual(await Promise.all(statuses), [inside, inside, 404, 404, 404, 404, 200]);
    });
  });
}
