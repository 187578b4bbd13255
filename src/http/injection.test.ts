// What a rehearsal injects: waits, refusals in place of the work, and answers that are lost, cut or slow.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { EventEmitter, getEventListeners } from "node:events";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { limitSets } from "../contract/limits.ts";
import { Unidentified } from "./authenticate.ts";
import { deliver, type InjectedRefusal, type Injection, injectAfter, injectBefore } from "./injection.ts";
import type { Delivery } from "./reply.ts";

const nothing: Injection = {
  ...{ name: "rule 1", delay: 0, drop: null, refusal: null, isStale: false, delivery: null },
};
const lost = { answer: { status: 0, headers: {}, body: "", delivery: "lost" } };
/** Of a proxy. */
const busy = { status: 503, headers: { "content-type": "text/plain" }, body: "503 Service Unavailable\n" };
const path = "/api/atlas/v2/groups";

/** Begins what comes before the work, on a connection that can go, of a server that can end. */
function begin(
  changes: Partial<Injection>,
  { isEnding = false, ...about }: { isEnding?: boolean; outdate?: () => Unidentified } = {},
) {
  const [gone, ending] = [new AbortController(), new AbortController()];
  if (isEnding) ending.abort();
  let cuts = 0;
  const wire = {
    ...{ gone: gone.signal, ending: ending.signal },
    cut: async () => {
      cuts++;
      gone.abort();
    },
  };
  const work = injectBefore({ ...nothing, ...changes }, wire, { path, limit: limitSets.groups, ...about });
  let state: "waits" | "goes on" | "is refused" = "waits";
  const settled = work.then(
    () => {
      state = "goes on";
    },
    () => {
      state = "is refused";
    },
  );
  return {
    ...{ work, settled, gone, ending },
    cuts: () => cuts,
    state: async () => {
      await turn();
      return state;
    },
    listeners: () => [gone, ending].flatMap(({ signal }) => getEventListeners(signal, "abort")).length,
  };
}

const refusedWith = (refusal: InjectedRefusal) => begin({ refusal }).work;

test("the work waits for as long as was asked, and no listener stays", async (t) => {
  equal(await begin({}).state(), "goes on");
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { state, listeners, cuts } = begin({ delay: 100 });
  equal(listeners(), 2);
  t.mock.timers.tick(99);
  equal(await state(), "waits");
  t.mock.timers.tick(1);
  equal(await state(), "goes on");
  deepEqual([listeners(), cuts()], [0, 0]);
});

test("nothing waits for a server that ends, and nothing is begun for a client that has gone", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const ended = begin({ delay: 100 });
  ended.ending.abort();
  equal(await ended.state(), "goes on");
  equal(await begin({ delay: 100 }, { isEnding: true }).state(), "goes on");
  const left = begin({ delay: 100 });
  left.gone.abort();
  await rejects(left.work, lost);
  deepEqual([ended.listeners(), left.listeners()], [0, 0]);
});

test("a connection that is cut amid the work is cut first, and the work goes on after the wait", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const cut = begin({ drop: "amid", delay: 100 });
  equal(await cut.state(), "waits");
  equal(cut.cuts(), 1);
  t.mock.timers.tick(100);
  equal(await cut.state(), "goes on");
  const ended = begin({ drop: "amid", delay: 100 });
  await turn();
  ended.ending.abort();
  equal(await ended.state(), "goes on");
  equal(ended.listeners(), 0);
  const late = begin({ drop: "amid", delay: 100 });
  late.ending.abort();
  equal(await late.state(), "goes on");
});

test("a connection that drops before the work gets nothing, one that drops after it all but the answer", async () => {
  const { work, cuts } = begin({ drop: "before" });
  await rejects(work, { ...lost, message: "a fault was injected" });
  equal(cuts(), 0);
  equal(await begin({ drop: "after" }).state(), "goes on");
});

test("a credential has run out where it can, before anything else is refused", async () => {
  const stale = new Unidentified("digest", "stale");
  const refusal = { status: 503, as: "text", retryAfter: null } as const;
  await rejects(begin({ isStale: true, refusal }, { outdate: () => stale }).work, stale);
  equal(await begin({}, { outdate: () => stale }).state(), "goes on");
  await rejects(begin({ isStale: true, refusal }).work, { answer: busy });
});

test("refusals as of Atlas have its codes, and wait as was asked", async () => {
  for (const [status, code, reason] of [
    [500, "UNEXPECTED_ERROR", []],
    [502, "UNEXPECTED_ERROR", []],
    [503, "SERVICE_UNAVAILABLE", ["The server is busy"]],
  ] as const) {
    const refusal = { status, as: "atlas", retryAfter: null } as const;
    await rejects(refusedWith(refusal), { status, code, parameters: reason, headers: {} });
    await rejects(refusedWith({ ...refusal, retryAfter: 0 }), { status, headers: { "retry-after": "0" } });
  }
  const { capacity, refill } = limitSets.groups;
  for (const [retryAfter, seconds] of [
    [7, 7],
    [null, 60],
  ] as const) {
    await rejects(refusedWith({ status: 429, as: "atlas", retryAfter }), {
      code: "RATE_LIMITED_TOKEN_BUCKET",
      parameters: [path.slice(1), seconds, capacity, refill, 60],
    });
  }
});

test("refusals as of a proxy are text or a page", async () => {
  await rejects(refusedWith({ status: 503, as: "text", retryAfter: null }), {
    answer: busy,
  });
  await rejects(refusedWith({ status: 502, as: "html", retryAfter: 3 }), {
    answer: {
      status: 502,
      headers: { "content-type": "text/html", "retry-after": "3" },
      body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<h1>502 Bad Gateway</h1>\r\n</body>\r\n</html>\r\n",
    },
  });
});

test("an answer is named, and leaves as the rule says, or as it would", () => {
  const answer = { status: 200, headers: {}, body: "{}" };
  const cut = { cutAfter: 1, bytesPerSecond: null };
  const injected = nothing.name;
  deepEqual(injectAfter(nothing, answer), { ...answer, injected });
  deepEqual(injectAfter({ ...nothing, delivery: cut }, answer), { ...answer, injected, delivery: cut });
  deepEqual(injectAfter(nothing, { ...answer, delivery: "lost" }), { ...answer, injected, delivery: "lost" });
  for (const drop of ["before", "amid", "after"] as const) {
    deepEqual(injectAfter({ ...nothing, drop, delivery: cut }, answer).delivery, "lost");
  }
});

/** Delivers "0123456789" to a client that writes down what it gets. */
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
