// Tests the layer between Node's server and a function that answers, over real HTTP: how a request is built, how connections
// end, and what is cut.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { get as getByTls } from "node:https";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { certificate, certificateKey } from "../../../test/support/certificate.ts";
import type { Answer } from "./answer.ts";
import { mostConnections } from "./crowd.ts";
import { createNodeServer } from "./node-adapter.ts";
import type { ReceivedRequest } from "./request.ts";
import type { Respond } from "./respond.ts";

type Deps = Parameters<typeof createNodeServer>[0];

const answerOf = (body: Answer["body"], rest: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: { "content-type": "text/plain" },
  body,
  ...rest,
});

/** Starts a server that gives the prescribed answers, or the request line, and records its requests. */
async function start(t: TestContext, changes: Partial<Deps> = {}) {
  const asked: ReceivedRequest[] = [];
  const logged: unknown[][] = [];
  const web = createNodeServer({
    respond: async (received) => answerOf(`${received.method} ${received.target}`),
    logger: { error: (...line: unknown[]) => void logged.push(line) },
    dateOf: null,
    ending: new AbortController(),
    certificate: null,
    ...changes,
    ...(changes.respond && {
      respond: (received) => {
        asked.push(received);
        return (changes.respond as Respond)(received);
      },
    }),
  });
  const url = await web.listen({ host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true });
  t.after(async () => {
    agent.destroy();
    web.server.closeAllConnections();
    await web.close(async () => {});
  });
  const { port } = new URL(url);
  const ask = async (path: string, { method = "GET", body }: { method?: string; body?: string } = {}) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, agent });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    return { status: incoming.statusCode, headers: incoming.headers, text: await text(incoming) };
  };
  return { web, url, port: Number(port), ask, asked, logged };
}

/** Returns a promise, and the function that settles it. */
function gate<T = void>() {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("a request is a value with what its line, head and connection say, and its body", async (t) => {
  const bodies: string[] = [];
  const { ask, asked, url } = await start(t, {
    respond: async ({ body }) => {
      bodies.push(await text(body as Readable));
      return answerOf("");
    },
  });
  await ask("/a%2Fb?c=d", { method: "PATCH", body: "sent" });
  const { method, target, httpVersion, headers, remoteAddress, unavailable } = asked[0] as ReceivedRequest;
  deepEqual([method, target, httpVersion, headers["content-length"]], ["PATCH", "/a%2Fb?c=d", "1.1", "4"]);
  deepEqual([remoteAddress, unavailable], [{ state: "own", ip: "127.0.0.1" }, undefined]);
  deepEqual([asked[0]?.path, asked[0]?.search, asked[0]?.origin], ["/a%2Fb", "c=d", new URL(url).origin]);
  deepEqual(bodies, ["sent"]);
});

test("a Content-Type with nothing in it is none", async (t) => {
  const { port, asked } = await start(t, { respond: async () => answerOf("") });
  for (const [sent, arrived] of [
    ["", undefined],
    ["  ", undefined],
    ["text/x", "text/x"],
  ] as const) {
    const outgoing = request({ host: "127.0.0.1", port, headers: { "content-type": sent } }).end();
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    incoming.resume();
    equal(asked.at(-1)?.headers["content-type"], arrived);
  }
});

test("over TLS the connection is encrypted", async (t) => {
  const { url, asked } = await start(t, {
    certificate: { cert: certificate, key: certificateKey },
    respond: async () => answerOf("safe"),
  });
  const [response] = await once(getByTls(url, { ca: certificate, agent: false }), "response");
  deepEqual([await text(response), asked[0]?.origin], ["safe", url]);
});

test("a connection is kept, and HEAD brings no body", async (t) => {
  const { ask } = await start(t);
  const { headers, text: body } = await ask("/page", { method: "HEAD" });
  deepEqual([headers["content-length"], body, headers.connection], ["10", "", "keep-alive"]);
});

test("the header Date is real, or what the clock of the server says", async (t) => {
  const real = await start(t);
  const now = Date.parse((await real.ask("/")).headers.date ?? "");
  equal(Math.abs(now - Date.now()) < 60_000, true);
  const frozen = await start(t, { dateOf: () => Date.UTC(2027, 6, 1) as never });
  equal((await frozen.ask("/")).headers.date, "Thu, 01 Jul 2027 00:00:00 GMT");
});

test("beyond the crowd a connection is told to be unavailable, and ends, until there is room", async (t) => {
  const { web, ask, asked } = await start(t, { respond: async () => answerOf("") });
  const [arrives] = web.server.listeners("connection").slice(-1);
  const others = Array.from({ length: mostConnections }, (_, nth) =>
    Object.assign(new EventEmitter(), { remoteAddress: `10.${nth >> 8}.${nth & 255}.1` }),
  );
  for (const other of others) arrives?.(other);
  const refused = await ask("/");
  deepEqual([refused.headers.connection, asked[0]?.unavailable], ["close", "crowded"]);
  await ask("/");
  others[0]?.emit("close");
  const served = await ask("/");
  deepEqual([served.headers.connection, asked.at(-1)?.unavailable], ["keep-alive", undefined]);
});

test("while it ends what comes is unavailable, what is under way is answered, and so do connections end", async (t) => {
  const [work, working] = [gate<Answer>(), gate()];
  const ending = new AbortController();
  const { web, ask, asked } = await start(t, {
    ending,
    respond: async ({ target }) => {
      if (target !== "/later") return answerOf("");
      working.open();
      return work.opened;
    },
  });
  // These connections are for later requests: new ones are not accepted then.
  await Promise.all(Array.from({ length: 2 }, () => ask("/")));
  const underWay = ask("/later");
  await working.opened;
  const drained = gate();
  let isOver = false;
  const over = web
    .close(() => drained.opened)
    .then(() => {
      isOver = true;
    });
  equal(ending.signal.aborted, false, "what was sent before is taken first");
  await once(ending.signal, "abort");
  const late = await ask("/");
  deepEqual([late.headers.connection, asked.at(-1)?.unavailable, isOver], ["close", "ending", false]);
  work.open(answerOf("late"));
  const answered = await underWay;
  deepEqual([answered.text, answered.headers.connection, isOver], ["late", "close", false]);
  drained.open();
  await over;
  await rejects(ask("/"), { code: "ECONNREFUSED" });
});

test("its end tells connections that rest, and waits for none that does not say a word", async (t) => {
  const ending = new AbortController();
  const { web, port } = await start(t, { ending });
  const connected = async () => {
    const socket = connect(port, "127.0.0.1").setEncoding("utf8");
    await once(socket, "connect");
    return socket;
  };
  const [silent, slow, resting] = await Promise.all([connected(), connected(), connected()]);
  resting.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(resting, "data");
  const ended = web.close();
  await once(ending.signal, "abort");
  for (const each of [slow, resting]) {
    each.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const [answer] = await once(each, "data");
    match(String(answer), /^HTTP\/1\.1 200 .*connection: close/is);
  }
  await Promise.all([once(silent, "close"), ended]);
});

test("what a connection asks ahead is answered one by one, in its order", async (t) => {
  const [begun, drawn] = [gate(), gate()];
  let drawing = 0;
  const { port } = await start(t, {
    respond: async ({ target }) => {
      drawing++;
      begun.open();
      await drawn.opened;
      return answerOf(`${target};`);
    },
  });
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  let said = "";
  socket.on("data", (chunk) => (said += chunk));
  const asked = Array.from({ length: 2000 }, (_, index) => `/page/${index}`);
  const last = asked.length - 1;
  for (const [index, path] of asked.entries()) {
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${index === last ? "Connection: close\r\n" : ""}\r\n`,
    );
  }
  await begun.opened;
  await sleep(50);
  equal(drawing, 1);
  drawn.open();
  await once(socket, "close");
  deepEqual(
    [...said.matchAll(/(\/page\/\d+);/g)].map(([, path]) => path),
    asked,
  );
});

test("a body that cannot be read to its end, or not at all, is told to the log, and its connection is cut", async (t) => {
  const torn = () =>
    new Readable({
      read() {
        this.push("some");
        this.destroy(new Error("torn"));
      },
    });
  for (const [body, words] of [
    [torn, /^torn$/],
    [() => undefined as never, /body/],
  ] as const) {
    const { logged, ask } = await start(t, { respond: async () => answerOf(body()) });
    await rejects(ask("/"), { code: "ECONNRESET" });
    const [[told, message] = []] = logged as [{ err: Error }, string][];
    match(String(told?.err.message), words);
    equal(message, "an answer could not be written to its end");
  }
});

test("a connection may be cut while the work goes on, and it is known when a client goes", async (t) => {
  const gone = gate();
  const { ask } = await start(t, {
    respond: async ({ connection, body }) => {
      const signal = connection.gone();
      equal(signal.aborted, false);
      equal(await text(body as Readable), "sent");
      connection.cut();
      if (!signal.aborted) await once(signal, "abort");
      equal(connection.gone().aborted, true);
      gone.open();
      return answerOf("");
    },
  });
  await rejects(ask("/", { method: "PATCH", body: "sent" }), { code: "ECONNRESET" });
  await gone.opened;
});

test("an answer that is not to arrive as it is leaves so", async (t) => {
  const delivery = { cutAfter: 3, bytesPerSecond: null };
  const { port } = await start(t, { respond: async () => answerOf("whole", { delivery }) });
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  match(await text(socket), /content-length: 5\r\n[\s\S]*\r\n\r\nwho$/);
});
