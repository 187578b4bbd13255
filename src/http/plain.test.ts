// How answers beside the API are written, over real HTTP: lengths, answers without a body, and streams that end early.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { jsonAnswer, type PlainAnswer, writePlain } from "./plain.ts";

/** A server that gives this answer alone, and a way to ask it; what comes of the body is read apart. */
async function start(t: TestContext, answer: PlainAnswer) {
  const server = createServer((_request, response) => writePlain(response, answer)).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return (method = "GET") =>
    new Promise<{ status: number; headers: Record<string, unknown>; incoming: Readable }>(
      (resolve, reject) => {
        const headers = { connection: "close" };
        const outgoing = request({ host: "127.0.0.1", port, method, headers }, (incoming) =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, incoming }),
        );
        outgoing.on("error", reject).end();
      },
    );
}

test("JSON says what it is, with a status and headers that may be others", () => {
  const type = { "content-type": "application/json; charset=utf-8" };
  deepEqual(jsonAnswer({ a: [1] }), { status: 200, headers: type, body: '{"a":[1]}' });
  deepEqual(jsonAnswer(null, { status: 404, headers: { "retry-after": "1" } }), {
    status: 404,
    headers: { ...type, "retry-after": "1" },
    body: "null",
  });
  const ofProblem = { "content-type": "application/problem+json" };
  deepEqual(jsonAnswer(1, { headers: ofProblem }), { status: 200, headers: ofProblem, body: "1" });
});

test("a whole body arrives with its length in bytes, and headers as they are", async (t) => {
  for (const body of ["größer", Buffer.from("größer")]) {
    const ask = await start(t, { status: 418, headers: { "set-cookie": ["a=1", "b=2"], x: "y" }, body });
    const { status, headers, incoming } = await ask();
    equal(await text(incoming), "größer");
    deepEqual(
      [status, headers["content-length"], headers["transfer-encoding"], headers["set-cookie"], headers.x],
      [418, "8", undefined, ["a=1", "b=2"], "y"],
    );
  }
});

test("an empty body has a length, but with 204", async (t) => {
  for (const [status, length] of [
    [200, "0"],
    [204, undefined],
  ] as const) {
    const { headers, incoming } = await (await start(t, { status, headers: {}, body: "" }))();
    equal(await text(incoming), "");
    deepEqual([headers["content-length"], headers["transfer-encoding"]], [length, undefined]);
  }
});

test("HEAD is told the length of what a GET would bring", async (t) => {
  const ask = await start(t, { status: 200, headers: {}, body: "whole" });
  const { headers, incoming } = await ask("HEAD");
  deepEqual([await text(incoming), headers["content-length"]], ["", "5"]);
});

test("a stream arrives as it is read, without a length", async (t) => {
  const ask = await start(t, { status: 200, headers: { x: "y" }, body: Readable.from(["so ", "it is"]) });
  const { headers, incoming } = await ask();
  equal(await text(incoming), "so it is");
  deepEqual(
    [headers["content-length"], headers["transfer-encoding"], headers.x],
    [undefined, "chunked", "y"],
  );
});

test("a stream that fails leaves an answer that is seen to be cut short", async (t) => {
  const body = Readable.from(
    (async function* () {
      yield "half";
      throw new Error("the disk is gone");
    })(),
  );
  const { status, incoming } = await (await start(t, { status: 200, headers: {}, body }))();
  equal(status, 200);
  await rejects(text(incoming), { code: "ECONNRESET" });
});

test("of a stream whose reader has gone no more is read", async (t) => {
  const body = new Readable({ read: () => {} });
  body.push("first");
  const { incoming } = await (await start(t, { status: 200, headers: {}, body }))();
  await once(incoming, "data");
  const failed = once(body, "close");
  incoming.destroy();
  await rejects(failed, { code: "ERR_STREAM_PREMATURE_CLOSE" });
  equal(body.destroyed, true);
});
