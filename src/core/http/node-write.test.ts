// Tests the writing of answers: lengths, answers without a body, streams that end early, and answers that are lost, cut or
// slow.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { EventEmitter, getEventListeners, once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { type Answer, type Delivery, jsonAnswer } from "./answer.ts";
import { deliver, write } from "./node-write.ts";

/** Starts a server that gives only this answer, and a function that requests it; the body is read separately. */
async function start(t: TestContext, answer: Answer) {
  const server = createServer((_request, response) => write(response, answer)).listen(0, "127.0.0.1");
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

test("an empty body has a length, but with 204 and 304", async (t) => {
  for (const [status, length] of [
    [200, "0"],
    [204, undefined],
    [304, undefined],
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

/** Delivers "0123456789" to a client that records what it gets. */
function deliverTo(delivery: Delivery | undefined) {
  const got: unknown[] = [];
  const response = Object.assign(new EventEmitter(), {
    writeHead(status: number, head: string[]) {
      got.push(status, head);
      return response;
    },
    flushHeaders: () => void got.push("flush"),
    write: (part: Buffer, written?: () => void) => {
      got.push(String(part));
      if (written) setImmediate(written);
    },
    end: (rest: Buffer) => void got.push(`${rest}.`),
    destroy: () => void got.push("cut"),
  });
  const ending = new AbortController();
  const answer = { status: 200, headers: { a: "b" }, body: "0123456789", ...(delivery && { delivery }) };
  const delivered = deliver(response as never, answer, ending.signal);
  return { got: () => got.splice(0), delivered, response, ending };
}
const head = [200, ["a", "b", "content-length", "10"], "flush"];

test("a lost answer is not written at all", async () => {
  for (const delivery of ["lost", undefined] as const) {
    const { delivered, got } = deliverTo(delivery);
    await delivered;
    deepEqual(got(), ["cut"]);
  }
});

test("a body is cut short of what its head says, once that has left", async () => {
  for (const [cutAfter, parts] of [
    [4, ["0123"]],
    [0, []],
  ] as const) {
    const { delivered, got } = deliverTo({ cutAfter, bytesPerSecond: null });
    await delivered;
    deepEqual(got(), [...head, ...parts]);
    await turn();
    deepEqual(got(), ["cut"]);
  }
  const { delivered, got } = deliverTo({ cutAfter: null, bytesPerSecond: null });
  await delivered;
  deepEqual(got(), [...head, "0123456789."]);
});

test("a slow body comes in parts, ten a second, or a byte at a time", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { got, delivered } = deliverTo({ cutAfter: null, bytesPerSecond: 42 });
  deepEqual(got(), head);
  for (const [ms, parts] of [
    [95, []],
    [1, ["0123"]],
    [95, []],
    [1, ["4567"]],
    [96, ["89", "."]],
  ] as const) {
    t.mock.timers.tick(ms);
    await turn();
    deepEqual(got(), parts);
  }
  await delivered;
  const slow = deliverTo({ cutAfter: 1, bytesPerSecond: 2 });
  t.mock.timers.tick(499);
  await turn();
  deepEqual(slow.got(), head);
  t.mock.timers.tick(1);
  await turn();
  deepEqual(slow.got(), ["0"]);
  await slow.delivered;
  await turn();
  deepEqual(slow.got(), ["cut"]);
});

test("a slow body does not wait for a client that has gone, nor for a server that ends", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const left = deliverTo({ cutAfter: null, bytesPerSecond: 10 });
  left.response.emit("close");
  const over = left.delivered.then(() => "over");
  equal(await Promise.race([over, turn("waiting")]), "over");
  const ended = deliverTo({ cutAfter: null, bytesPerSecond: 10 });
  t.mock.timers.tick(100);
  await turn();
  ended.ending.abort();
  await ended.delivered;
  deepEqual(ended.got(), [...head, "0", "123456789."]);
  equal(getEventListeners(ended.ending.signal, "abort").length, 0);
});

test("an answer is written with its length, which 204 has not", () => {
  const written: unknown[] = [];
  const response = {
    writeHead: (status: number, lines: string[]) => void written.push(status, lines),
    end: (body: string) => void written.push(body),
  };
  write(response as never, { status: 200, headers: { a: "1", b: ["2", "3"] }, body: "é" });
  write(response as never, { status: 204, headers: { a: "1" }, body: "" });
  deepEqual(written, [200, ["a", "1", "b", "2", "b", "3", "content-length", "2"], "é", 204, ["a", "1"], ""]);
});
