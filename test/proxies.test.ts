// Tests which address a request has: with forged headers, without any, and behind real proxies with the lines of the guide.
import { deepEqual, equal, match } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import {
  digest,
  ids,
  keys,
  nonceOf,
  type Reply,
  seed,
  send,
  sendAs,
  startWorld,
  v2023,
  type World,
} from "./support/world.ts";

const path = `/api/atlas/v2/groups/${ids.group}`;
const invitation = {
  path: `${path}/invites`,
  method: "POST",
  body: { username: "new@example.com", roles: ["GROUP_READ_ONLY"] },
};
const near = { publicKey: "nearprox", privateKey: "00000000-0000-4000-8000-nearprox000" };
const nearby = {
  name: "Nearby",
  apiKeys: [{ ...near, roles: ["ORG_OWNER" as const], accessList: ["127.0.0.0/8", "::1"] }],
};
/** The address on the access list of `keys.elsewhere`. */
const listed = "192.0.2.1";
const ask = (url: string, headers: Readonly<Record<string, string>>, key = keys.elsewhere): Promise<Reply> =>
  sendAs(url, key, { path, headers });

/** The address that the server saw, as the refusal of an access list names it; "unknown", or "listed" where it let the caller in. */
async function seenBy({ url }: World, forwardedFor: string | undefined): Promise<string> {
  const { status, json, text } = await ask(
    url,
    forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor },
  );
  if (status === 200) return "listed";
  equal(json.errorCode, "IP_ADDRESS_NOT_ON_ACCESS_LIST", text);
  return /IP address is unknown/.test(json.detail) ? "unknown" : json.parameters[0];
}

test("forwarded addresses count as far as proxies are trusted", async (t) => {
  const cases = [
    { trustProxy: 0, sent: listed, seen: "127.0.0.1" },
    { trustProxy: 1, sent: listed, seen: "listed" },
    { trustProxy: 1, sent: undefined, seen: "unknown" },
    { trustProxy: 2, sent: `203.0.113.9, ${listed}, 198.51.100.7`, seen: "listed" },
    { trustProxy: "127.0.0.0/8,10.0.0.0/8", sent: `203.0.113.9, ${listed}, 10.2.3.4`, seen: "listed" },
  ];
  for (const { trustProxy, sent, seen } of cases) {
    await t.test(`${trustProxy} trusted, ${sent} sent: ${seen}`, async (t) => {
      equal(await seenBy(await startWorld(t, { trustProxy }), sent), seen);
    });
  }
});

test("links take the scheme from a trusted proxy, and the host from nobody but Host", async (t) => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    host: "atlas.localhost",
  };
  const { json } = await ask((await startWorld(t, { trustProxy: 1 })).url, headers, keys.owner);
  equal(json.links[0].href, `https://atlas.localhost${path}`);
});

test("metrics and readiness are at their paths to the letter, as proxies that keep them inside compare", async (t) => {
  const { url } = await startWorld(t);
  const statusOf = async (path: string) => (await send(url, { path })).status;
  for (const [name, encoded] of [
    ["metrics", "%6detrics"],
    ["readyz", "r%65adyz"],
  ]) {
    equal(await statusOf(`/${name}?x=y`), 200);
    for (const path of [`/${name}/`, `/${encoded}`, `//${name}`, `/${name}//`, `/${name};x`, `/./${name}`]) {
      equal(await statusOf(path), 404, path);
    }
  }
});

test("who asks from an unknown address is answered, but by no access list, and is not said to be the proxy", async (t) => {
  const world = await startWorld(t, { trustProxy: 1, seed: { ...seed, orgs: [...seed.orgs, nearby] } });
  equal((await world.send({ path: "/healthz" })).status, 200);
  // Its list has the network of the proxy, as lists of companies do.
  const refused = await world.as(near, { path: "/api/atlas/v2/orgs" });
  deepEqual(
    { status: refused.status, code: refused.json.errorCode, parameters: refused.json.parameters },
    { status: 403, code: "IP_ADDRESS_NOT_ON_ACCESS_LIST", parameters: [] },
  );
  match(refused.json.detail, /^The caller's IP address is unknown: .* X-Forwarded-For/);
  const told = await world.as(keys.owner, { path: "/api/private/ipinfo" });
  deepEqual([told.status, told.json.detail], [403, refused.json.detail]);
  const status = await world.as(keys.owner, { path: "/api/atlas/v2" });
  deepEqual([status.status, "ipAddress" in status.json], [200, false]);
  await world.as(keys.owner, invitation);
  const { json } = await world.as(keys.owner, { path: `${path}/events?eventType=INVITED_TO_GROUP` });
  equal(json.results[0].publicKey, keys.owner.publicKey);
  equal("remoteAddress" in json.results[0], false);
});

test("trailers name nobody, however many there are", async (t) => {
  const world = await startWorld(t, { trustProxy: 1 });
  const { path, method, body } = invitation;
  const authorization = digest(keys.owner, { method, uri: path, nonce: nonceOf(await world.send({ path })) });
  const types = { accept: v2023, "content-type": "application/json", "transfer-encoding": "chunked" };
  const asking = request(world.url + path, {
    method,
    headers: { ...types, authorization, host: "localhost" },
  });
  const trailers = Array.from({ length: 300 }, (): [string, string] => ["A", "1"]);
  asking.addTrailers([...trailers, ["X-Forwarded-For", listed]]);
  asking.end(JSON.stringify(body));
  const [answer] = await once(asking, "response");
  equal(answer.resume().statusCode, 200);
  const events = await world.as(keys.owner, {
    path: `/api/atlas/v2/groups/${ids.group}/events?eventType=INVITED_TO_GROUP`,
  });
  const { publicKey, remoteAddress } = events.json.results[0];
  deepEqual([publicKey, remoteAddress], [keys.owner.publicKey, undefined]);
});

test("logs name the proxy, and not as the caller", async (t) => {
  const folder = createFolder(t);
  writeFileSync(join(folder, "seed.json"), JSON.stringify({ orgs: [nearby] }));
  const args = ["--data", join(folder, "data"), "--port", "0", "--seed", join(folder, "seed.json")];
  const secret = { ANTEROOM_SECRET: randomBytes(32).toString("hex") };
  const server = await startProcess(t, ["serve", "--trust-proxy", ...args], secret);
  await ask(server.url, {}, near);
  await ask(server.url, { "x-forwarded-for": "192.0.2.77" }, near);
  await server.stop();
  const lines = server
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .filter(({ msg, status, event }) => event === "access" || (msg === "answered" && status === 403));
  const [proxy, caller] = [{ peer: "127.0.0.1" }, { ip: "192.0.2.77" }];
  deepEqual(
    lines.map(({ msg, ip, peer }) => ({ msg, ...(ip && { ip }), ...(peer && { peer }) })),
    [proxy, proxy, caller, caller].map((who, nth) => ({ msg: nth % 2 ? "answered" : "security", ...who })),
  );
});

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
    deepEqual(one, other, what);
  }
});
