// Tests of Node's server: the address it reports, both addresses of a name, and an end that cuts no answer.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import dns, { lookup } from "node:dns/promises";
import { once } from "node:events";
import { get, type ServerResponse } from "node:http";
import { get as getByTls } from "node:https";
import { syncBuiltinESMExports } from "node:module";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { certificate, certificateKey } from "../../../test/support/certificate.ts";
import { createWebServer } from "./web-server.ts";

/** Containers may have no IPv6. */
const hasSix = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);
const skip = !hasSix && "this machine has no address ::1";

function open(t: TestContext, tls: { cert: string; key: string } | null = null) {
  const underWay: ServerResponse[] = [];
  const web = createWebServer(({ url }, response) => {
    if (url === "/later") underWay.push(response);
    else response.end("at once");
  }, tls);
  t.after(() => {
    web.server.closeAllConnections();
    return web.close();
  });
  return { ...web, underWay };
}

test("its address is one that can be asked", async (t) => {
  for (const [host, name] of [
    ["127.0.0.1", "127.0.0.1"],
    ["0.0.0.0", "127.0.0.1"],
    // On Linux, all of 127.0.0.0/8 belongs to this machine.
    ...(process.platform === "linux" ? ([["127.0.0.2", "127.0.0.2"]] as const) : []),
    ...(hasSix ? ([["::1", "[::1]"]] as const) : []),
  ] as const) {
    const web = open(t);
    const url = await web.listen({ host, port: 0 });
    match(url, /^http:\/\/[^/]+:\d+$/);
    equal(new URL(url).hostname, name);
    equal(await (await fetch(url)).text(), "at once");
    await web.close();
  }
});

test("every address of localhost is answered, and none after the end", async (t) => {
  const web = open(t);
  const { port } = new URL(await web.listen({ host: "localhost", port: 0 }));
  const addresses = (await lookup("localhost", { all: true })).map(({ address, family }) =>
    family === 6 ? `[${address}]` : address,
  );
  for (const address of addresses) {
    equal(await (await fetch(`http://${address}:${port}`)).text(), "at once", address);
  }
  await web.close();
  for (const address of addresses) await rejects(fetch(`http://${address}:${port}`), address);
});

/** A name of several addresses, whatever this machine calls itself. */
function nameOfSeveral(t: TestContext, ...addresses: string[]) {
  const asked: unknown[] = [];
  t.mock.method(dns, "lookup", async (...given: unknown[]) => {
    asked.push(given);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  });
  syncBuiltinESMExports();
  t.after(() => {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  });
  return asked;
}

test("a name is looked up in whole, and those of its addresses that are not of this machine are left out", {
  skip,
}, async (t) => {
  const asked = nameOfSeveral(t, "127.0.0.1", "192.0.2.1", "::1");
  const web = open(t);
  const { port } = new URL(await web.listen({ host: "localhost", port: 0 }));
  deepEqual(asked, [["localhost", { all: true }]]);
  for (const host of ["127.0.0.1", "::1"]) {
    const socket = connect({ host, port: Number(port) });
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    match(await text(socket), /at once$/, host);
  }
  await web.close();
  for (const host of ["127.0.0.1", "::1"]) {
    await rejects(once(get({ host, port }), "response"), { code: "ECONNREFUSED" }, host);
  }
});

test("an address is asked for alone where it is no name", { skip }, async (t) => {
  const asked = nameOfSeveral(t, "127.0.0.1", "::1");
  const web = open(t);
  const { port } = new URL(await web.listen({ host: "127.0.0.1", port: 0 }));
  deepEqual(asked, []);
  await rejects(once(get({ host: "::1", port }), "response"), { code: "ECONNREFUSED" });
  await web.close();
});

test("with a certificate it speaks TLS, in the same bounds, and tells plain HTTP so", async (t) => {
  const web = open(t, { cert: certificate, key: certificateKey });
  const url = await web.listen({ host: "127.0.0.1", port: 0 });
  match(url, /^https:\/\/127\.0\.0\.1:\d+$/);
  const [response] = await once(getByTls(url, { ca: certificate, agent: false }), "response");
  equal(await text(response), "at once");
  const [plain] = await once(get(url.replace("https:", "http:"), { agent: false }), "response");
  match(await text(plain), /begin its address with https/);
  await web.close();
});

test("what Node refuses by itself is refused in the API's form", async (t) => {
  const web = open(t);
  const url = await web.listen({ host: "127.0.0.1", port: 0 });
  deepEqual([web.server.headersTimeout, web.server.requestTimeout], [15_000, 30_000]);
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write("nonsense\r\n\r\n");
  match(await text(socket), /"errorCode":"BAD_REQUEST"/);
  const [met] = await once(get(url, { headers: { expect: "x" }, agent: false }), "response");
  equal(met.statusCode, 417);
  await web.close();
});

test("a port that is taken is the reason why it does not listen", async (t) => {
  const [first, second] = [open(t), open(t)];
  const { port } = new URL(await first.listen({ host: "127.0.0.1", port: 0 }));
  await rejects(second.listen({ host: "127.0.0.1", port: Number(port) }), { code: "EADDRINUSE" });
  await Promise.all([first.close(), second.close()]);
});

test("its end closes connections that rest, and waits for what is under way", async (t) => {
  const web = open(t);
  const { port } = new URL(await web.listen({ host: "127.0.0.1", port: 0 }));
  const ask = async (path: string) => {
    const socket = connect(Number(port), "127.0.0.1").setEncoding("utf8");
    const said: string[] = [];
    socket.on("data", (chunk) => said.push(String(chunk)));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    return { socket, said };
  };
  const [resting, waiting] = await Promise.all([ask("/"), ask("/later")]);
  await once(resting.socket, "data");
  while (web.underWay.length === 0) await new Promise(setImmediate);

  const order: string[] = [];
  const ended = web.close().then(() => order.push("ended"));
  await once(resting.socket, "close");
  order.push("rested");
  web.underWay[0]?.setHeader("connection", "close").end("later");
  await Promise.all([once(waiting.socket, "close"), ended]);
  deepEqual(order, ["rested", "ended"]);
  equal(waiting.said.join("").endsWith("later"), true);
});
