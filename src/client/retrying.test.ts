// Tests how often calls are repeated, after which time, and what stops the repetitions.
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure, refusal } from "../../test/support/watching.ts";
import { account, keys } from "../../test/support/world.ts";
import { AtlasClient, type AtlasClientOptions, AtlasUnreachable } from "./client.ts";

/** Builds a client of a server that answers so many requests with these headers before it answers properly. */
async function putOff(
  t: TestContext,
  times: number,
  { status = 429, headers = {} }: { status?: number; headers?: Record<string, string> },
  options: Partial<AtlasClientOptions> = {},
) {
  const seen: string[] = [];
  const baseUrl = await misbehave(t, (request, response) => {
    seen.push(`${request.method}`);
    const isPutOff = seen.length <= times;
    response.writeHead(isPutOff ? status : 200, isPutOff ? headers : {});
    response.end(JSON.stringify(isPutOff ? { error: status, errorCode: "RATE_LIMITED" } : { results: [] }));
  });
  return { atlas: new AtlasClient({ baseUrl, ...keys.owner, ...options }), seen };
}

const soon = { headers: { "retry-after": "0" } };

test("three times, unless the client or the call says otherwise, and then the last answer counts", async (t) => {
  t.mock.method(Math, "random", () => 0);
  const usual = await putOff(t, 3, soon);
  deepEqual((await usual.atlas.listGroups()).results, []);
  equal(usual.seen.length, 4);
  const longer = await putOff(t, 4, soon);
  const { status, answer, tries } = await refusal(longer.atlas.listGroups());
  deepEqual([status, answer.status, answer.retryAfterSeconds, tries], [429, 429, 0, 4]);

  const none = await putOff(t, 1, soon, { retries: 0 });
  equal((await refusal(none.atlas.listGroups())).tries, 1);
  const unavailable = await putOff(t, 2, { status: 503, ...soon });
  equal((await refusal(unavailable.atlas.listGroups({}, { retries: 1 }))).status, 503);
  equal(unavailable.seen.length, 2);
});

test("after the time that the server names, in seconds or by a date", async (t) => {
  const date = "Thu, 26 Nov 2026 10:00:00 GMT";
  for (const headers of [{ "retry-after": "1" }, { date, "retry-after": "Thu, 26 Nov 2026 10:00:01 GMT" }]) {
    const { atlas } = await putOff(t, 1, { headers });
    const before = performance.now();
    await atlas.listGroups();
    ok(performance.now() - before >= 990);
  }
});

test("and a random time more, which may be twice as long each time", async (t) => {
  const delays: number[] = [];
  const { setTimeout } = globalThis;
  const noted = (work: () => void, ms: number, ...given: unknown[]) => {
    // Connections of the built-in fetch set timers, too.
    if (ms % 61.5 !== 0) return setTimeout(work, ms, ...given);
    delays.push(ms);
    return setTimeout(work, 0);
  };
  t.mock.method(Math, "random", () => 0.123);
  t.mock.method(globalThis, "setTimeout", noted as typeof setTimeout);
  let left = 6;
  const sending: typeof fetch = async () =>
    left-- > 0 ? new Response(null, { status: 502 }) : Response.json({ results: [] });
  await new AtlasClient({ ...keys.owner, retries: 6, fetch: sending }).listGroups();
  deepEqual(delays, [61.5, 123, 246, 492, 984, 984]);
});

test("not where that would take more than two minutes", async (t) => {
  const long = await putOff(t, 1, { headers: { "retry-after": "121" } }, { retries: 3 });
  equal((await refusal(long.atlas.listGroups())).answer.retryAfterSeconds, 121);
  equal(long.seen.length, 1);
});

test("of an earlier try that was cut it stays unknown whether it made the change", async (t) => {
  t.mock.method(Math, "random", () => 0);
  let count = 0;
  const baseUrl = await misbehave(t, (request, response) => {
    if (request.headers.authorization === undefined) {
      const challenge = 'Digest realm="x", nonce="y", qop="auth"';
      response.writeHead(401, { "www-authenticate": challenge }).end();
    } else if (++count === 1) request.socket.destroy();
    else response.writeHead(404).end();
  });
  const atlas = new AtlasClient({ baseUrl, ...keys.owner });
  const { status, tries, mayHaveChanged } = await refusal(atlas.deleteGroup({ groupId: "x" }));
  deepEqual([status, tries, mayHaveChanged], [404, 2, true]);
});

test("calls that wait for one token have an error each, and none waits longer than a minute for it", async (t) => {
  t.mock.method(Math, "random", () => 0);
  const { timeout } = AbortSignal;
  const waited: number[] = [];
  t.mock.method(AbortSignal, "timeout", (ms: number) => {
    waited.push(ms);
    return timeout.call(AbortSignal, 50);
  });
  const baseUrl = await misbehave(t, () => {});
  const atlas = new AtlasClient({ baseUrl, ...account, retries: 0 });
  const calls = [atlas.listGroups(), atlas.createGroup({ body: { name: "a", orgId: "b" } })];
  const [one, other] = await Promise.all(calls.map((call) => failure(call)));
  for (const reason of [one, other]) {
    ok(reason instanceof AtlasUnreachable, String(reason));
    deepEqual([reason.code, reason.mayHaveChanged], ["ETIMEDOUT", false]);
  }
  notEqual(one, other);
  deepEqual(waited, [60_000]);
});

test("a date is counted from that of the answer", async (t) => {
  const headers = {
    date: "Thu, 26 Nov 2026 10:00:00 GMT",
    "retry-after": "Thu, 26 Nov 2026 10:01:30 GMT",
  };
  const { atlas } = await putOff(t, 1, { headers }, { retries: 0 });
  equal((await refusal(atlas.listGroups())).answer.retryAfterSeconds, 90);
  const nonsense = await putOff(t, 1, { headers: { "retry-after": "soon" } }, { retries: 0 });
  equal((await refusal(nonsense.atlas.listGroups())).answer.retryAfterSeconds, undefined);
});

test("a signal ends the wait for the next try, and one that would not end in time is not begun", async (t) => {
  const later = { headers: { "retry-after": "30" } };
  const { atlas } = await putOff(t, 1, later, { retries: 1 });
  const signal = AbortSignal.timeout(100);
  equal(await failure(atlas.listGroups({}, { signal })), signal.reason);
  const late = await putOff(t, 1, later, { retries: 1, timeoutMs: 100 });
  const { status, tries } = await refusal(late.atlas.listGroups());
  deepEqual([status, tries], [429, 1]);
});
