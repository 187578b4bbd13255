// fetch without a socket: what a server is asked, what comes back, and which redirects are followed how.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import type { TLSSocket } from "node:tls";
import { createInProcess } from "./in-process.ts";

const origin = "http://anteroom.test:8080";

interface Asked {
  readonly line: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server that answers as it is told, and writes down what it was asked. */
function start(answer: (response: ServerResponse, asked: Asked, request: IncomingMessage) => void) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    const seen = { line: `${method} ${url}`, headers, body: Buffer.concat(chunks).toString() };
    asked.push(seen);
    answer(response, seen, request);
  });
  const inProcess = createInProcess(server, { isSecure: false });
  return {
    ...{ asked, inProcess },
    fetch: (path: string, init?: RequestInit, body?: string) =>
      inProcess.fetch(new Request(origin + path, init), body === undefined ? undefined : Buffer.from(body)),
  };
}

/** Answers /from by a redirect, and all else with 200. */
const redirecting = (status: number, location = "/to?a=b") =>
  start((response, { line }) =>
    line.endsWith(" /from") ? response.writeHead(status, { location }).end() : response.end("there"),
  );

const written = {
  method: "POST",
  body: "a=b",
  headers: { "content-type": "text/x", authorization: "secret" },
};

test("a request arrives as fetch sends it, from this machine", async () => {
  let remoteAddress: string | undefined;
  const { fetch, asked } = start((response, _asked, { socket }) => {
    ({ remoteAddress } = socket);
    response.end();
  });
  await fetch("/a/b?c=d&c=%20", { ...written, headers: { ...written.headers, accept: "text/y" } });
  await fetch("/", { method: "PUT" }, "at hand");
  deepEqual(asked, [
    {
      line: "POST /a/b?c=d&c=%20",
      headers: {
        ...{ host: "anteroom.test:8080", connection: "keep-alive", accept: "text/y" },
        ...{ "accept-language": "*", "sec-fetch-mode": "cors", "user-agent": "node" },
        ...{ "accept-encoding": "gzip, deflate", "content-type": "text/x", authorization: "secret" },
        "content-length": "3",
      },
      body: "a=b",
    },
    { ...asked[1], line: "PUT /", body: "at hand" },
  ]);
  equal(asked[1]?.headers.accept, "*/*");
  equal(remoteAddress, "127.0.0.1");
});

test("a server that speaks TLS takes a connection for one of its own", async () => {
  let encrypted: boolean | undefined;
  const server = createTlsServer(({ socket }, response) => {
    ({ encrypted } = socket as TLSSocket);
    response.end("safe");
  });
  const { fetch } = createInProcess(server, { isSecure: true });
  equal(await (await fetch(new Request("https://anteroom.test/"))).text(), "safe");
  equal(encrypted, true);
});

test("an answer has its status, its words, its headers, its address and its body, read once", async () => {
  const text = JSON.stringify({ a: "é" });
  const { fetch } = start((response) => {
    response.writeHead(418, "Short", { "set-cookie": ["a=1", "b=2"], "x-a": "y" });
    response.write(text.slice(0, 3));
    response.end(text.slice(3));
  });
  const answer = await fetch("/a?b");
  const { status, statusText, url, redirected, headers } = answer;
  deepEqual([status, statusText, url, redirected], [418, "Short", `${origin}/a?b`, false]);
  deepEqual([headers.get("x-a"), headers.getSetCookie()], ["y", ["a=1", "b=2"]]);
  const byNode = ["connection", "date", "keep-alive", "transfer-encoding"];
  deepEqual([...new Set(headers.keys())].sort(), [...byNode, "set-cookie", "x-a"].sort());
  deepEqual(await answer.json(), { a: "é" });
  equal(answer.bodyUsed, true);
  await rejects(answer.text(), { name: "TypeError", message: /already been read/ });
  equal(await (await fetch("/")).text(), text);
  deepEqual(Buffer.from(await (await fetch("/")).arrayBuffer()), Buffer.from(text));
  equal(await new Response((await fetch("/")).body).text(), text);
});

test("a body is read where a test has replaced queueMicrotask", async (t) => {
  const { fetch } = start((response) => response.end('"here"'));
  const answers = [await fetch("/"), await fetch("/"), await fetch("/")] as const;
  t.mock.method(globalThis, "queueMicrotask", () => {});
  const [text, json, bytes] = answers;
  deepEqual([await text.text(), await json.json()], ['"here"', "here"]);
  equal((await bytes.arrayBuffer()).byteLength, 6);
});

test("what has no body says so", async () => {
  const { fetch } = start((response, { line }) =>
    response.writeHead(Number(line.split("/")[1]), { "x-a": "y" }).end(),
  );
  for (const [path, method] of [
    ["/200", "HEAD"],
    ["/204", "GET"],
    ["/304", "GET"],
  ] as const) {
    const { status, body, headers } = await fetch(path, { method });
    deepEqual([status, body, headers.get("x-a")], [Number(path.slice(1)), null, "y"]);
  }
  ok((await fetch("/200")).body);
});

test("what was posted is asked for where it leads, or is sent there once more", async () => {
  for (const [status, method, next, body] of [
    [301, "POST", "GET", ""],
    [302, "POST", "GET", ""],
    [303, "POST", "GET", ""],
    [303, "PUT", "GET", ""],
    [302, "PUT", "PUT", "a=b"],
    [307, "POST", "POST", "a=b"],
    [308, "POST", "POST", "a=b"],
  ] as const) {
    const { fetch, asked } = redirecting(status);
    const answer = await fetch("/from", { ...written, method });
    deepEqual([answer.status, answer.url, answer.redirected], [200, `${origin}/to?a=b`, true]);
    equal(await answer.text(), "there");
    const [, followed] = asked;
    deepEqual([followed?.line, followed?.body], [`${next} /to?a=b`, body], `${status} ${method}`);
    const { authorization, "content-type": type } = followed?.headers ?? {};
    deepEqual([authorization, type], ["secret", body === "" ? undefined : "text/x"]);
  }
  for (const method of ["GET", "HEAD"]) {
    const { fetch, asked } = redirecting(303);
    await fetch("/from", { method });
    equal(asked[1]?.line, `${method} /to?a=b`);
  }
});

test("what was posted and is asked for says nothing of a body", async () => {
  const { fetch, asked } = redirecting(303);
  const headers = { "content-type": "text/x", "content-encoding": "gzip", "content-length": "3" };
  await fetch("/from", { method: "POST", headers }, "a=b");
  for (const name of Object.keys(headers)) {
    ok(asked[0]?.headers[name], name);
    equal(asked[1]?.headers[name], undefined, name);
  }
});

test("nothing is followed that leads nowhere, or for who does not want it", async () => {
  for (const status of [300, 309]) equal((await redirecting(status).fetch("/from")).status, status);
  const plain = start((response) => response.writeHead(301).end());
  equal((await plain.fetch("/")).status, 301);
  const manual = await redirecting(302).fetch("/from", { redirect: "manual" });
  deepEqual([manual.status, manual.redirected], [302, false]);
  await rejects(redirecting(302).fetch("/from", { redirect: "error" }), ({ cause }: Error) => {
    equal((cause as Error).message, "unexpected redirect");
    return true;
  });
  const { fetch, asked } = redirecting(302, "/from");
  await rejects(fetch("/from"), ({ cause }: Error) => {
    equal((cause as Error).message, "redirect count exceeded");
    return true;
  });
  equal(asked.length, 21);
});

test("another origin is asked over the network, and told nothing that is for this one", async (t) => {
  const sent: Request[] = [];
  t.mock.method(globalThis, "fetch", async (request: Request) => {
    sent.push(request);
    return new Response("elsewhere");
  });
  const { fetch } = redirecting(307, "http://elsewhere.test/to");
  const headers = { authorization: "a", cookie: "b", host: "c", "x-a": "y" };
  const answer = await fetch("/from", { method: "POST", headers, body: "a=b" });
  deepEqual([await answer.text(), answer.redirected], ["elsewhere", true]);
  const [request] = sent;
  ok(request);
  deepEqual([request.url, request.method, await request.text()], ["http://elsewhere.test/to", "POST", "a=b"]);
  deepEqual(
    ["authorization", "cookie", "host", "x-a"].map((name) => request.headers.get(name)),
    [null, null, null, "y"],
  );
});

test("a connection that is cut rejects as fetch does, and an aborted request with its reason", async () => {
  const { fetch } = start((response) => response.destroy());
  await rejects(fetch("/"), ({ name, message, cause }: Error) => {
    deepEqual(
      [name, message, (cause as NodeJS.ErrnoException).code],
      ["TypeError", "fetch failed", "ECONNRESET"],
    );
    return true;
  });
  const silent = start(() => {});
  const aborting = new AbortController();
  const reason = new Error("enough");
  const waiting = silent.fetch("/", { signal: aborting.signal });
  await turn();
  aborting.abort(reason);
  await rejects(waiting, reason);
});

test("an end waits for what is under way, whatever becomes of it", async () => {
  const held: ServerResponse[] = [];
  const { fetch, inProcess } = start((response) => void held.push(response));
  const outcomes = ["/one", "/two"].map((path) =>
    fetch(path).then(
      ({ status }) => status,
      ({ message }: Error) => message,
    ),
  );
  while (held.length < 2) await turn();
  let isOver = false;
  const draining = inProcess.drain().then(() => {
    isOver = true;
  });
  held[0]?.end();
  equal(await outcomes[0], 200);
  await turn();
  equal(isOver, false);
  held[1]?.destroy();
  await draining;
  equal(await outcomes[1], "fetch failed");
  await inProcess.drain();
});

test("a long answer arrives whole, also over a connection that its server closes", async () => {
  const long = "x".repeat(4_000_000);
  const { fetch } = start((response) => response.writeHead(200, { connection: "close" }).end(long));
  equal((await (await fetch("/")).text()).length, long.length);
});

test("a connection ends with its answer", async () => {
  const ends: Promise<unknown>[] = [];
  const { fetch } = start((response, _asked, { socket }) => {
    ends.push(new Promise((resolve) => socket.once("close", resolve)));
    response.end();
  });
  await fetch("/");
  await Promise.all(ends);
  equal(ends.length, 1);
});
