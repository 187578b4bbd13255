// Whose address a request has behind proxies: a real nginx with the lines of the guide, and forged headers.
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { readDocuments } from "./support/documents.ts";
import { nginxMissing, startNginx } from "./support/nginx.ts";
import {
  digest,
  ids,
  keys,
  nonceOf,
  type Reply,
  send,
  startWorld,
  v2023,
  type World,
} from "./support/world.ts";

const path = `/api/atlas/v2/groups/${ids.group}`;
/** On the access list of `keys.elsewhere`. */
const listed = "192.0.2.1";
const forged = { "x-forwarded-for": listed, "x-real-ip": listed, forwarded: `for=${listed}` };

async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  key = keys.elsewhere,
): Promise<Reply> {
  const sending = { path, headers: { accept: v2023, ...headers } };
  const nonce = nonceOf(await send(url, sending));
  const authorization = digest(key, { method: "GET", uri: path, nonce });
  return send(url, { ...sending, headers: { ...sending.headers, authorization } });
}

/** The address that the server saw, as the refusal of an access list names it, or "listed" where it let the caller in. */
async function seenBy({ url }: World, forwardedFor: string | undefined): Promise<string> {
  const { status, json, text } = await ask(
    url,
    forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor },
  );
  if (status === 200) return "listed";
  assert.equal(json.errorCode, "IP_ADDRESS_NOT_ON_ACCESS_LIST", text);
  return json.parameters[0];
}

test("forwarded addresses count as far as proxies are trusted", async (t) => {
  const cases = [
    { trustProxy: 0, sent: listed, seen: "127.0.0.1" },
    { trustProxy: 1, sent: listed, seen: "listed" },
    { trustProxy: 1, sent: undefined, seen: "127.0.0.1" },
    { trustProxy: 1, sent: `${listed}, 198.51.100.7`, seen: "198.51.100.7" },
    { trustProxy: 1, sent: `${listed}:40312`, seen: "listed" },
    { trustProxy: 1, sent: "[2001:db8::1]:443", seen: "listed" },
    { trustProxy: 1, sent: "garbage", seen: "127.0.0.1" },
    { trustProxy: 2, sent: `203.0.113.9, ${listed}, 198.51.100.7`, seen: "listed" },
    { trustProxy: 2, sent: `${listed}, garbage`, seen: "127.0.0.1" },
    { trustProxy: "127.0.0.0/8,10.0.0.0/8", sent: `203.0.113.9, ${listed}, 10.2.3.4`, seen: "listed" },
    { trustProxy: "127.0.0.0/8", sent: `${listed}, 10.2.3.4`, seen: "10.2.3.4" },
    { trustProxy: "10.0.0.0/8", sent: listed, seen: "127.0.0.1" },
  ];
  for (const { trustProxy, sent, seen } of cases) {
    await t.test(`${trustProxy} trusted, ${sent} sent: ${seen}`, async (t) => {
      assert.equal(await seenBy(await startWorld(t, { trustProxy }), sent), seen);
    });
  }
});

test("links take the scheme from a trusted proxy, and the host from nobody but Host", async (t) => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    host: "atlas.localhost",
  };
  const linkOf = async (trustProxy: number, more = {}) => {
    const { json } = await ask(
      (await startWorld(t, { trustProxy })).url,
      { ...headers, ...more },
      keys.owner,
    );
    return json.links[0].href;
  };
  assert.equal(await linkOf(1), `https://atlas.localhost${path}`);
  assert.equal(await linkOf(0), `http://atlas.localhost${path}`);
  assert.equal(await linkOf(1, { "x-forwarded-proto": "javascript" }), `http://atlas.localhost${path}`);
});

test("metrics and readiness are at their paths to the letter, as proxies that keep them inside compare", async (t) => {
  const { url } = await startWorld(t);
  const statusOf = async (path: string) => (await send(url, { path })).status;
  for (const [name, encoded] of [
    ["metrics", "%6detrics"],
    ["readyz", "r%65adyz"],
  ]) {
    assert.equal(await statusOf(`/${name}?x=y`), 200);
    for (const path of [`/${name}/`, `/${encoded}`, `//${name}`, `/${name}//`, `/${name};x`, `/./${name}`]) {
      assert.equal(await statusOf(path), 404, path);
    }
  }
});

test("behind nginx with the lines of the guide, nobody chooses an address", {
  skip: nginxMissing,
}, async (t) => {
  const world = await startWorld(t, { trustProxy: 1 });
  const url = await startGuided(t, world.url);

  const refused = await ask(url, forged);
  assert.deepEqual(
    { code: refused.json.errorCode, seen: refused.json.parameters },
    { code: "IP_ADDRESS_NOT_ON_ACCESS_LIST", seen: ["127.0.0.1"] },
  );
  const { json } = await ask(url, { ...forged, "x-forwarded-host": "evil.example" }, keys.owner);
  assert.equal(json.links[0].href, `${url}${path}`);
  assert.deepEqual(
    await Promise.all(
      ["/metrics", "/readyz", "/metrics/", "/readyz/", "/%6detrics", "//metrics", "/healthz"].map(
        async (path) => (await send(url, { path })).status,
      ),
    ),
    [404, 404, 404, 404, 404, 404, 200],
  );
  // A change, and who is said to have made it.
  const invites = { path: `${path}/invites`, method: "POST" };
  const nonce = nonceOf(await send(url, { ...invites, headers: { accept: v2023 } }));
  const authorization = digest(keys.owner, { method: "POST", uri: invites.path, nonce });
  const headers = { ...forged, accept: v2023, authorization, "content-type": "application/json" };
  const made = await send(url, {
    ...invites,
    headers,
    body: { username: "new@example.com", roles: ["GROUP_READ_ONLY"] },
  });
  assert.equal(made.status, 200, made.text);
  const events = await world.as(keys.owner, {
    path: `${path}/events?eventType=INVITED_TO_GROUP&includeRaw=false`,
  });
  assert.equal(events.json.results[0].remoteAddress, "127.0.0.1");
});

/** Starts nginx before a server, with the guide's lines; returns its URL. */
async function startGuided(t: TestContext, upstream: string): Promise<string> {
  const guide = (await readDocuments()).find(({ path }) => path === "docs/guides/production.md");
  const lines = guide?.blocks.find(({ language }) => language === "nginx")?.text ?? "";
  const server = lines.replace("http://127.0.0.1:8080", upstream);
  return (await startNginx(t, { http: "access_log off;", server })).url;
}

test("an operation is performed alike whether what proxies say of its request is read, or not", async (t) => {
  const [direct, behind] = await Promise.all(
    [0, 1].map((trustProxy) => startWorld(t, { trustProxy, deterministic: "alike" })),
  );
  const invites = `${path}/invites`;
  const asked: Readonly<Record<string, (world: World) => Promise<Reply>>> = {
    "a project": (world) => world.as(keys.owner, { path }),
    "in an envelope": (world) => world.as(keys.owner, { path: `${path}?envelope=true&pretty=true` }),
    "a slash at the end": (world) => world.as(keys.owner, { path: `${path}/` }),
    "what no router can decode": (world) => world.as(keys.owner, { path: `${path}/%zz` }),
    "slashes at the end": (world) => world.as(keys.owner, { path: `${path}//` }),
    "nothing that is there": (world) => world.as(keys.owner, { path: `${path}/nowhere` }),
    "another method": (world) => world.as(keys.owner, { path, method: "PUT" }),
    "what is offered": (world) => world.send({ path, method: "OPTIONS" }),
    "the head alone": (world) => world.send({ path, method: "HEAD" }),
    "a challenge": (world) => world.send({ path }),
    "another name of the server": (world) => world.send({ path, headers: { host: "example.com" } }),
    "no version": (world) => world.as(keys.owner, { path, headers: { accept: "application/json" } }),
    "an invitation": (world) =>
      world.as(keys.owner, {
        path: invites,
        method: "POST",
        body: { username: "new@example.com", roles: ["GROUP_OWNER"] },
      }),
    "a body that is no JSON": (world) => world.as(keys.owner, { path: invites, method: "POST", body: "{" }),
    "a type that is none": (world) =>
      world.as(keys.owner, { path: invites, method: "POST", headers: { "content-type": "/" }, body: "{}" }),
    "an empty type": (world) => world.as(keys.owner, { path, headers: { "content-type": "" } }),
  };
  for (const [what, ask] of Object.entries(asked)) {
    const answers = await Promise.all([direct, behind].map((world) => ask(world as World)));
    const [one, other] = answers.map(({ status, headers, text }) => {
      const { date: _, "www-authenticate": challenge, ...rest } = headers;
      const port = /127\.0\.0\.1:\d+/g;
      return {
        status,
        headers: { ...rest, challenge: String(challenge).replace(/nonce="[^"]*"/, "") },
        text: text.replace(port, ""),
      };
    });
    assert.deepEqual(one, other, what);
  }
});
