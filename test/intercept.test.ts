// A world answers for Atlas's own address: every way in which a program of Node asks, what is refused, and that nothing stays behind.
import { deepEqual, equal, match, notEqual, ok, rejects, throws } from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https, { get as getByName } from "node:https";
import { createRequire } from "node:module";
import net, { type AddressInfo, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { suite, type TestContext, test } from "node:test";
import tls from "node:tls";
import { promisify } from "node:util";
import atlasApiClient from "mongodb-atlas-api-client";
import { AtlasClient } from "../src/client/client.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { type Detour, detour } from "../src/testing/intercept/detour.ts";
import { type InterceptOptions, intercept } from "../src/testing/intercept/intercept.ts";
import { noConsole } from "./support/rooms.ts";

/** Its types are those of a module of ES, which it is not. */
const getClient = atlasApiClient as unknown as (options: object) => {
  readonly project: { getByName(name: string, options: object): Promise<{ readonly name: string }> };
};
const atlas = "https://cloud.mongodb.com";
const health = `${atlas}/healthz`;
const accept = "application/vnd.atlas.2023-01-01+json";

async function start(t: TestContext, options?: InterceptOptions) {
  const anteroom = await createAnteroom();
  const stop = intercept(anteroom, options);
  t.after(async () => {
    stop();
    await anteroom.close();
  });
  const [key] = anteroom.credentials.apiKeys;
  ok(key);
  return { anteroom, stop, key };
}

/** A server of this machine that answers with what it was asked. */
async function startOther(t: TestContext) {
  const server = http.createServer((asked, answer) => answer.end(`other ${asked.headers.host}${asked.url}`));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function answerTo(request: ClientRequest) {
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer), isReused: request.reusedSocket };
}

const refused = (origin: string) => ({
  code: "ERR_FOREIGN_ORIGIN",
  message: `intercept: nothing answers for ${origin} in this test. Give its host in \`allow\` to ask it, or name it in \`addresses\` and the Anteroom answers`,
});

suite("it is asked by", () => {
  test("the client without a base URL, by key and by token", async (t) => {
    const { anteroom, key } = await start(t);
    const [account] = anteroom.credentials.serviceAccounts;
    ok(account);
    for (const credentials of [key, account]) {
      const { results, links } = await new AtlasClient(credentials).listGroups();
      deepEqual(
        [results?.[0]?.name, links?.[0]?.href?.startsWith(`${atlas}/api/atlas/v2/groups?`)],
        ["payments", true],
      );
    }
  });

  test("fetch: bodies, streams, redirects, signals", { skip: noConsole }, async (t) => {
    const { anteroom, key } = await start(t);
    const page = await fetch(`${atlas}/`);
    deepEqual([page.url, page.redirected], [`${atlas}/sign-in?next=%2F`, true]);
    const body = new ReadableStream({
      start(controller) {
        for (const part of ["grant_type=client", "_credentials"]) controller.enqueue(Buffer.from(part));
        controller.close();
      },
    });
    const { clientId, clientSecret } = anteroom.credentials.serviceAccounts[0] ?? {};
    const headers = {
      authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
      "content-type": "application/x-www-form-urlencoded",
    };
    const asked = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    equal((await fetch(`${atlas}/api/oauth/token`, asked)).status, 200);
    anteroom.faults.set([{ operations: ["listGroups"], latency: 10_000 }]);
    const aborting = new AbortController();
    const waiting = new AtlasClient(key).listGroups({}, { signal: aborting.signal });
    setTimeout(() => aborting.abort(), 50);
    await rejects(waiting, { name: "AbortError" });
  });

  test("node:https: agents keep connections, and whoever imported a function by its name", async (t) => {
    await start(t);
    const agent = new https.Agent({ keepAlive: true, maxSockets: 2 });
    t.after(() => agent.destroy());
    const many = Array.from({ length: 10 }, () => answerTo(https.get(health, { agent })));
    deepEqual(new Set((await Promise.all(many)).map(({ status }) => status)), new Set([200]));
    equal((await answerTo(https.get(health, { agent }))).isReused, true);
    equal((await answerTo(getByName(health))).body, '{"status":"ok"}');
    equal((await answerTo(https.get(health, { agent: false }))).status, 200);
    const secure = getByName(health, { agent: false });
    const [socket] = (await once(secure, "socket")) as [tls.TLSSocket];
    await once(socket, "secureConnect");
    deepEqual([socket.encrypted, socket.authorized, socket.getPeerCertificate()], [true, true, {}]);
    await answerTo(secure);
  });

  test("undici of a package: its fetch, agents of its own, and a digest client that is built on it", async (t) => {
    const { key } = await start(t);
    const path = ["mongodb-atlas-api-client", "urllib", "undici"];
    const undici = await import(
      path.reduce((from, name) => createRequire(from).resolve(name), import.meta.url)
    );
    equal((await undici.fetch(health)).status, 200);
    const dispatcher = new undici.Agent();
    equal((await undici.request(health, { dispatcher })).statusCode, 200);
    await dispatcher.close();
    await rejects(undici.request("https://example.com/"), refused("https://example.com"));
    const { project } = getClient({ ...key, baseUrl: `${atlas}/api/atlas/v2`, projectId: "" });
    const found = await project.getByName("payments", { httpOptions: { headers: { Accept: accept } } });
    equal(found.name, "payments");
  });

  test("what goes through a proxy of this machine", async (t) => {
    await start(t);
    const connects: string[] = [];
    const { server, url } = await startOther(t);
    server.on("connect", ({ url = "" }: IncomingMessage, socket: Socket) => {
      connects.push(url);
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
    });
    const through = async (host: string) => {
      const tunnel = http.request(url, { method: "CONNECT", path: `${host}:443` }).end();
      const [, socket] = (await once(tunnel, "connect")) as [IncomingMessage, Socket];
      return https.get(`https://${host}/healthz`, {
        createConnection: () => tls.connect({ socket, servername: host }),
      });
    };
    equal((await answerTo(await through("cloud.mongodb.com"))).status, 200);
    await rejects(once(await through("example.com"), "response"), refused("https://example.com"));
    deepEqual(connects, ["cloud.mongodb.com:443", "example.com:443"]);
  });

  test("an address that is given, by HTTP too, while two worlds answer for two", async (t) => {
    const { anteroom } = await start(t);
    const other = await createAnteroom({ seed: { orgs: [] } });
    t.after(other.close);
    t.after(intercept(other, { addresses: ["http://127.0.0.1:2", "https://atlas.test:8443/"] }));
    for (const address of ["http://127.0.0.1:2", "https://atlas.test:8443", atlas]) {
      equal((await fetch(`${address}/nowhere`)).status, 404);
    }
    const seen = (world: typeof anteroom) => world.requests.list().length;
    deepEqual([seen(anteroom), seen(other as never)], [1, 2]);
  });
});

test("any other host is refused by its name, unless it is allowed or this machine", async (t) => {
  await start(t, { allow: ["*.allowed.invalid", "also.invalid"] });
  await rejects(fetch("https://example.com/path"), ({ message, cause }: Error) => {
    const { code, message: why } = cause as NodeJS.ErrnoException;
    deepEqual([message, { code, message: why }], ["fetch failed", refused("https://example.com")]);
    return true;
  });
  await rejects(once(http.get("http://example.com:8080/"), "response"), refused("http://example.com:8080"));
  await rejects(once(https.get("https://[2001:db8::1]/"), "response"), refused("https://[2001:db8::1]"));
  await rejects(
    once(net.connect(5432, "database.example.com"), "connect"),
    refused("http://database.example.com:5432"),
  );
  await rejects(
    once(net.connect({ port: 443, host: "cloud.mongodb.com" }), "connect"),
    /^Error: intercept: .*443/,
  );
  for (const host of ["x.allowed.invalid", "also.invalid"]) {
    await rejects(
      once(https.get(`https://${host}/`), "response"),
      ({ code }: NodeJS.ErrnoException) => code !== "ERR_FOREIGN_ORIGIN",
    );
  }
  await rejects(once(https.get("https://allowed.invalid/"), "response"), refused("https://allowed.invalid"));
  const { url } = await startOther(t);
  equal(await (await fetch(`${url}/x`)).text(), `other ${new URL(url).host}/x`);
  equal(await (await fetch(`${url.replace("127.0.0.1", "localhost")}/x`)).status, 200);
  const elsewhere = new AtlasClient({
    publicKey: "abcdefgh",
    privateKey: "x",
    baseUrl: "https://example.com",
  });
  await rejects(elsewhere.listOrgs(), {
    name: "AtlasUnreachable",
    tries: 1,
    message: /nothing but an Anteroom may be asked here/,
  });
});

test("the end: all is as before, and what leads to the world is not used any more", async (t) => {
  const before = [net.Socket.prototype.connect, tls.connect, globalThis.fetch];
  const { stop } = await start(t);
  notEqual(tls.connect, before[1]);
  const agent = new https.Agent({ keepAlive: true });
  t.after(() => agent.destroy());
  const request = https.get(health, { agent });
  await answerTo(request);
  await fetch(health);
  stop();
  deepEqual([net.Socket.prototype.connect, tls.connect, globalThis.fetch], before);
  equal(request.socket?.destroyed, true);
  const again = await createAnteroom();
  t.after(again.close);
  const stopAgain = intercept(again);
  // What has ended leaves alone what has begun since.
  stop();
  equal((await answerTo(https.get(health, { agent }))).isReused, false);
  equal((await fetch(health)).status, 200);
  equal(again.requests.list().length, 0);
  {
    stopAgain();
    using _ = intercept(again);
    equal((await fetch(health)).status, 200);
  }
  deepEqual([net.Socket.prototype.connect, tls.connect], before.slice(0, 2));
});

test("connections of before, which clients keep, are ended", async (t) => {
  const { url } = await startOther(t);
  const agent = new http.Agent({ keepAlive: true });
  t.after(() => agent.destroy());
  const ask = () => answerTo(http.get(`${url}/healthz`, { agent }));
  match((await ask()).body, /^other/);
  await start(t, { addresses: [url] });
  await rejects(ask(), {
    message: `${url} was asked on a connection older than intercept, now closed: ask again`,
  });
  deepEqual(await ask(), { status: 200, body: '{"status":"ok"}', isReused: false });
});

test("what others put over it stays, and passes on when it has ended", async (t) => {
  const { stop } = await start(t);
  const [ours, oursTls] = [net.Socket.prototype.connect, tls.connect];
  const asked: number[] = [];
  const theirs = function (this: Socket, ...args: never[]) {
    asked.push(args.length);
    return Reflect.apply(ours, this, args);
  } as typeof ours;
  net.Socket.prototype.connect = theirs;
  stop();
  equal(net.Socket.prototype.connect, theirs);
  const { url } = await startOther(t);
  equal((await answerTo(http.get(url))).status, 200);
  net.Socket.prototype.connect = ours;
  const again = await start(t);
  equal((await answerTo(https.get(health))).status, 200);
  again.stop();
  notEqual(tls.connect, oursTls);
  equal(asked.length > 0, true);
});

test("a second one for the same address, and what is no address, no host or no Anteroom, is refused", async (t) => {
  const { anteroom } = await start(t);
  throws(() => intercept(anteroom), {
    name: "TypeError",
    message: "intercept: https://cloud.mongodb.com is answered for already; stop that first",
  });
  for (const address of ["cloud.mongodb.com", "ftp://x", "https://x/api", "https://a:b@x"]) {
    throws(() => intercept(anteroom, { addresses: [address] }), {
      name: "TypeError",
      message: `intercept: addresses: '${address}' is no scheme and host, such as https://cloud.mongodb.com`,
    });
  }
  for (const host of ["https://x", "a/b", "*.*", ""]) {
    throws(() => intercept(anteroom, { addresses: [], allow: [host] }), {
      message: `intercept: allow: '${host}' is no host, such as packages.example.org or *.example.com`,
    });
  }
  throws(() => intercept({} as never), { message: "intercept: give it what createAnteroom resolves to" });
});

test("faults reach it, and after its end it answers nobody", async (t) => {
  const { anteroom, key } = await start(t);
  const client = new AtlasClient({ ...key, retries: 0 });
  anteroom.faults.set([{ operations: ["listOrgs"], drop: "after", times: 1 }]);
  await rejects(client.listOrgs(), { name: "AtlasUnreachable" });
  equal((await client.listOrgs()).totalCount, 1);
  await anteroom.close();
  await rejects(client.listOrgs());
});

test("its port wants the name that it answers for, so that no page of another site is let in", async (t) => {
  const { anteroom } = await start(t);
  const port = (anteroom as unknown as { [detour]: Detour })[detour].portFor(atlas);
  const ask = (host: string, headers = {}) =>
    answerTo(
      http
        .request({ port, method: "POST", path: "/_anteroom/v1/reset", headers: { host, ...headers } })
        .end(),
    );
  equal((await ask("evil.example")).status, 421);
  equal((await ask("cloud.mongodb.com", { origin: "https://evil.example" })).status, 403);
  equal((await ask("cloud.mongodb.com")).status, 204);
});

test("loaded before a program, the guard lets it reach this machine and what is allowed alone", async (t) => {
  const { url } = await startOther(t);
  const guard = new URL("../src/testing/intercept/guard.ts?allow=allowed.invalid", import.meta.url);
  const program = `
    const say = (url) => fetch(url).then(({ status }) => status, ({ cause }) => cause.code === "ERR_FOREIGN_ORIGIN" ? cause.message : "passed");
    const urls = ["${url}", "https://cloud.mongodb.com/x", "https://allowed.invalid/"];
    console.log(JSON.stringify(await Promise.all(urls.map(say))));`;
  const args = ["--import", "tsx", "--import", guard.href, "--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  deepEqual(JSON.parse(stdout), [
    200,
    "https://cloud.mongodb.com is not asked: `anteroom env` lets programs of this shell reach this machine alone. Use another shell, or `anteroom env --allow` with its host",
    "passed",
  ]);
});
