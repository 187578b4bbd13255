// Tests of fetch without a socket: the request that a server gets, the answer, and which redirects are followed how.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { maxHeaderSize } from "node:http";
import { Readable } from "node:stream";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { wallClock } from "../clock.ts";
import type { Answer } from "./answer.ts";
import { createInMemory } from "./in-memory.ts";
import type { ReceivedRequest } from "./request.ts";

const origin = "http://anteroom.test:8080";

interface Asked {
  readonly line: string;
  readonly headers: ReceivedRequest["headers"];
  readonly body: string;
}

/** Starts a server that gives the prescribed answers, and records its requests. */
function start(
  answer: (asked: Asked, received: ReceivedRequest) => Partial<Answer> | Promise<Partial<Answer>>,
  { ownOrigin = origin } = {},
) {
  const asked: Asked[] = [];
  const ending = new AbortController();
  const inMemory = createInMemory({
    ownOrigin,
    state: { url: undefined, isClosed: false },
    dateOf: wallClock,
    ending: ending.signal,
    async respond(received) {
      const { method, target, headers, body } = received;
      const seen = { line: `${method} ${target}`, headers, body: String(body ?? "") };
      asked.push(seen);
      return { status: 200, headers: {}, body: "", ...(await answer(seen, received)) };
    },
  });
  return {
    asked,
    inMemory,
    ending,
    fetch: (path: string, init?: RequestInit, body?: string) =>
      inMemory.fetch(new Request(ownOrigin + path, init), body === undefined ? undefined : { body }),
  };
}

/** Answers /from with a redirect, and everything else with 200. */
const redirecting = (status: number, location = "/to?a=b") =>
  start(({ line }) => (line.endsWith(" /from") ? { status, headers: { location } } : { body: "there" }));

const written = {
  method: "POST",
  body: "a=b",
  headers: { "content-type": "text/x", authorization: "secret" },
};

test("a request arrives as fetch sends it, from this machine", async () => {
  const peers: unknown[] = [];
  const { fetch, asked } = start((_asked, { remoteAddress, origin }) => {
    peers.push([remoteAddress.ip, origin]);
    return {};
  });
  await fetch("/a/b?c=d&c=%20", { ...written, headers: { ...written.headers, accept: "text/y" } });
  await fetch("/", { method: "PUT" }, "at hand");
  deepEqual(asked, [
    {
      line: "POST /a/b?c=d&c=%20",
      headers: {
        host: "anteroom.test:8080",
        connection: "keep-alive",
        accept: "text/y",
        "accept-language": "*",
        "sec-fetch-mode": "cors",
        "user-agent": "node",
        "accept-encoding": "gzip, deflate",
        "content-type": "text/x",
        authorization: "secret",
        "content-length": "3",
      },
      body: "a=b",
    },
    { ...asked[1], line: "PUT /", body: "at hand" },
  ]);
  equal(asked[1]?.headers.accept, "*/*");
  deepEqual(peers[0], ["127.0.0.1", origin]);
});

test("a server that speaks TLS takes a connection for one of its own", async () => {
  const { fetch } = start((_asked, { origin }) => ({ body: origin }), { ownOrigin: "https://a.test" });
  equal(await (await fetch("/")).text(), "https://a.test");
});

test("an answer has its status, its words, its headers, its address and its body, read once", async () => {
  const text = JSON.stringify({ a: "é" });
  const { fetch } = start(() => ({
    status: 418,
    headers: { "set-cookie": ["a=1", "b=2"], "x-a": "y" },
    body: Readable.from([text.slice(0, 3), text.slice(3)]),
  }));
  const answer = await fetch("/a?b");
  const { status, statusText, url, redirected, headers } = answer;
  deepEqual([status, statusText, url, redirected], [418, "I'm a Teapot", `${origin}/a?b`, false]);
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

test("a compressed body is read as it was before, and its head is left as it is", async () => {
  for (const [encoding, body] of [
    ["gzip", gzipSync("größer")],
    ["br", brotliCompressSync("größer")],
  ] as const) {
    const { fetch } = start(() => ({ headers: { "content-encoding": encoding }, body }));
    const answer = await fetch("/");
    equal(await answer.text(), "größer");
    const { headers } = answer;
    deepEqual(
      [headers.get("content-encoding"), headers.get("content-length")],
      [encoding, String(body.length)],
    );
  }
});

test("a body is read where a test has replaced queueMicrotask", async (t) => {
  const { fetch } = start(() => ({ body: '"here"' }));
  const answers = [await fetch("/"), await fetch("/"), await fetch("/")] as const;
  t.mock.method(globalThis, "queueMicrotask", () => {});
  const [text, json, bytes] = answers;
  deepEqual([await text.text(), await json.json()], ['"here"', "here"]);
  equal((await bytes.arrayBuffer()).byteLength, 6);
});

test("what has no body says so", async () => {
  const { fetch } = start(({ line }) => ({ status: Number(line.split("/")[1]), headers: { "x-a": "y" } }));
  for (const [path, method] of [
    ["/200", "HEAD"],
    ["/204", "GET"],
    ["/304", "GET"],
  ] as const) {
    const { status, body, headers } = await fetch(path, { method });
    deepEqual([status, body, headers.get("x-a")], [Number(path.slice(1)), null, "y"]);
    equal(headers.get("content-length"), status === 200 ? "0" : null);
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
  const plain = start(() => ({ status: 301 }));
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

test("another origin is refused by its name, whether it is asked or led to, and nothing is sent", async (t) => {
  const global = t.mock.method(globalThis, "fetch", async () => new Response());
  const refused = (address: string) => ({
    name: "TypeError",
    message: `anteroom.fetch asks its own Anteroom alone, not ${address}. Give the client baseUrl: anteroom.url, or ask others with the global fetch.`,
    code: "ERR_FOREIGN_ORIGIN",
  });
  const { inMemory, asked } = start(() => ({}));
  for (const address of ["https://cloud.mongodb.com/api/atlas/v2", "http://anteroom.test:8081/"]) {
    await rejects(inMemory.fetch(`${address}?secret=x`), refused(address));
    await rejects(inMemory.fetch(new Request(address)), refused(address));
  }
  deepEqual(asked, []);
  const led = redirecting(307, "http://elsewhere.test/to");
  await rejects(led.fetch("/from", written), ({ cause }: Error) => {
    equal((cause as NodeJS.ErrnoException).code, "ERR_FOREIGN_ORIGIN");
    match((cause as Error).message, /not http:\/\/elsewhere\.test\/to\. /);
    return true;
  });
  equal((await led.fetch("/from", { redirect: "manual" })).status, 307);
  equal(global.mock.callCount(), 0);
});

test("what is cut rejects as fetch does, and an aborted request with its reason", async () => {
  const partial = { cutAfter: 3, bytesPerSecond: null };
  for (const { fetch } of [
    start(() => ({ status: 0, delivery: "lost" })),
    start(() => ({ body: "whole", delivery: partial })),
    start(async (_asked, { connection }) => {
      connection.cut();
      return new Promise<Answer>(() => {});
    }),
  ]) {
    await rejects(fetch("/"), ({ name, message, cause }: Error) => {
      const { code } = cause as NodeJS.ErrnoException;
      deepEqual([name, message, code], ["TypeError", "fetch failed", "ECONNRESET"]);
      return true;
    });
  }
  const enough = start(() => ({ body: "who", delivery: partial }));
  equal(await (await enough.fetch("/")).text(), "who");

  const signals: AbortSignal[] = [];
  const silent = start((_asked, { connection }) => {
    signals.push(connection.gone());
    return new Promise<Answer>(() => {});
  });
  const aborting = new AbortController();
  const reason = new Error("enough");
  const waiting = silent.fetch("/", { signal: aborting.signal });
  await turn();
  aborting.abort(reason);
  await rejects(waiting, reason);
  equal(signals[0]?.aborted, true);
  await rejects(silent.fetch("/", { signal: AbortSignal.abort(reason) }), reason);
  equal(signals.length, 1, "an aborted request is not begun");
});

test("a slow answer comes when all of it has, or when the server ends", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const delivery = { cutAfter: null, bytesPerSecond: 5 };
  const { fetch, ending } = start(() => ({ body: "slowly now", delivery }));
  let isThere = false;
  const answered = fetch("/").then((answer) => {
    isThere = true;
    return answer.text();
  });
  await turn();
  t.mock.timers.tick(1_999);
  await turn();
  equal(isThere, false);
  t.mock.timers.tick(1);
  equal(await answered, "slowly now");
  const waiting = fetch("/");
  await turn();
  ending.abort();
  equal(await (await waiting).text(), "slowly now");
});

test("431 for more headers than a socket takes", async () => {
  const { fetch, asked } = start(() => ({}));
  const answer = await fetch("/", { headers: { "x-a": "a".repeat(maxHeaderSize) } });
  deepEqual(
    [answer.status, answer.headers.get("x-error-code"), asked],
    [431, "REQUEST_HEADERS_TOO_LARGE", []],
  );
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, nth) => [`x-${nth}`, "a"]));
  const { detail } = await (await fetch("/", { headers: many })).json();
  deepEqual([detail, asked], ["The request has more than 200 headers.", []]);
});

test("an end waits for what is under way, whatever becomes of it", async () => {
  const held: ((answer: Partial<Answer>) => void)[] = [];
  const { fetch, inMemory } = start(() => new Promise((resolve) => void held.push(resolve)));
  const outcomes = ["/one", "/two"].map((path) =>
    fetch(path).then(
      ({ status }) => status,
      ({ message }: Error) => message,
    ),
  );
  while (held.length < 2) await turn();
  let isOver = false;
  const draining = inMemory.drain().then(() => {
    isOver = true;
  });
  held[0]?.({});
  equal(await outcomes[0], 200);
  await turn();
  equal(isOver, false);
  held[1]?.({ delivery: "lost" });
  await draining;
  equal(await outcomes[1], "fetch failed");
  await inMemory.drain();
});

test("a long answer arrives whole", async () => {
  const long = "x".repeat(4_000_000);
  const { fetch } = start(() => ({ body: long }));
  equal((await (await fetch("/")).text()).length, long.length);
});
