// Tests what a rehearsal injects: delays, refusals instead of the work, and answers that are lost, cut or slow.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { limitSets } from "../contract/limits.ts";
import { Unidentified } from "./authenticate.ts";
import { type InjectedRefusal, type Injection, injectAfter, injectBefore } from "./injection.ts";

const nothing: Injection = {
  name: "rule 1",
  delay: 0,
  drop: null,
  refusal: null,
  isStale: false,
  delivery: null,
};
const lost = { status: 0, headers: {}, body: "", delivery: "lost" };
/** The answer of a proxy. */
const busy = { status: 503, headers: { "content-type": "text/plain" }, body: "503 Service Unavailable\n" };
const path = "/api/atlas/v2/groups";

/** Begins the part before the work, on a connection that can close, of a server that can end. */
function begin(
  changes: Partial<Injection>,
  { isEnding = false, ...about }: { isEnding?: boolean; outdate?: () => Unidentified } = {},
) {
  const [gone, ending] = [new AbortController(), new AbortController()];
  if (isEnding) ending.abort();
  let cuts = 0;
  const wire = {
    gone: gone.signal,
    ending: ending.signal,
    cut: async () => {
      cuts++;
      gone.abort();
    },
  };
  const work = injectBefore({ ...nothing, ...changes }, wire, { path, limit: limitSets.groups, ...about });
  let state: "waits" | "goes on" | "is refused" = "waits";
  const settled = work.then(
    (answer) => {
      state = answer === undefined ? "goes on" : "is refused";
    },
    () => {
      state = "is refused";
    },
  );
  return {
    work,
    settled,
    gone,
    ending,
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
  deepEqual(await left.work, lost);
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
  deepEqual(await work, lost);
  equal(cuts(), 0);
  equal(await begin({ drop: "after" }).state(), "goes on");
});

test("a credential has run out where it can, before anything else is refused", async () => {
  const stale = new Unidentified("digest", "stale");
  const refusal = { status: 503, as: "text", retryAfter: null } as const;
  await rejects(begin({ isStale: true, refusal }, { outdate: () => stale }).work, stale);
  equal(await begin({}, { outdate: () => stale }).state(), "goes on");
  deepEqual(await begin({ isStale: true, refusal }).work, busy);
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
  deepEqual(await refusedWith({ status: 503, as: "text", retryAfter: null }), busy);
  deepEqual(await refusedWith({ status: 502, as: "html", retryAfter: 3 }), {
    status: 502,
    headers: { "content-type": "text/html", "retry-after": "3" },
    body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<h1>502 Bad Gateway</h1>\r\n</body>\r\n</html>\r\n",
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
