// Node's server: where it says that it listens, both addresses of a name, and an end that cuts nothing.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import { createWebServer } from "./web-server.ts";

function open(t: TestContext) {
  const underWay: ServerResponse[] = [];
  const web = createWebServer(({ url }, response) => {
    if (url === "/later") underWay.push(response);
    else response.end("at once");
  }, null);
  t.after(() => web.server.closeAllConnections());
  return { ...web, underWay };
}

test("its address is one that can be asked", async (t) => {
  for (const [host, name] of [
    ["127.0.0.1", "127.0.0.1"],
    ["0.0.0.0", "127.0.0.1"],
  ] as const) {
    const web = open(t);
    const url = await web.listen({ host, port: 0 });
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
  for (const address of addresses)
    equal(await (await fetch(`http://${address}:${port}`)).text(), "at once", address);
  await web.close();
  for (const address of addresses) await rejects(fetch(`http://${address}:${port}`), address);
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
