// Calls that the server puts off, and calls that take too long.
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { misbehave } from "../../test/support/misbehaving.ts";
import { failure, refusal } from "../../test/support/watching.ts";
import { keys } from "../../test/support/world.ts";
import { AtlasClient, type AtlasClientOptions, AtlasUnreachable } from "./client.ts";

/** A client of a server that puts off so many requests, with these headers, before it answers. */
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

test("nothing is repeated unless it is asked for", async (t) => {
  const { atlas, seen } = await putOff(t, 1, soon);
  const { status, answer } = await refusal(atlas.listGroups());
  assert.deepEqual([status, answer.status, answer.retryAfterSeconds, seen.length], [429, 429, 0, 1]);
});

test("as often as the client says, or the call, and then the last answer counts", async (t) => {
  const patient = await putOff(t, 2, soon, { retries: 2 });
  assert.deepEqual((await patient.atlas.listGroups()).results, []);
  assert.equal(patient.seen.length, 3);

  const unavailable = await putOff(t, 2, { status: 503, ...soon });
  assert.equal((await refusal(unavailable.atlas.listGroups({}, { retries: 1 }))).status, 503);
  assert.equal(unavailable.seen.length, 2);

  const impatient = await putOff(t, 1, soon, { retries: 2 });
  await refusal(impatient.atlas.listGroups({}, { retries: 0 }));
});

test("after the time that the server names", async (t) => {
  const { atlas } = await putOff(t, 1, { headers: { "retry-after": "1" } }, { retries: 1 });
  const before = performance.now();
  await atlas.listGroups();
  assert.ok(performance.now() - before >= 990);
});

test("a change is never repeated, nor what names no time or a long one, nor another refusal", async (t) => {
  const change = await putOff(t, 1, soon, { retries: 3 });
  await refusal(change.atlas.deleteGroup({ groupId: "x" }));
  const silent = await putOff(t, 1, {}, { retries: 3 });
  await refusal(silent.atlas.listGroups());
  const long = await putOff(t, 1, { headers: { "retry-after": "61" } }, { retries: 3 });
  assert.equal((await refusal(long.atlas.listGroups())).answer.retryAfterSeconds, 61);
  const broken = await putOff(t, 1, { status: 500, ...soon }, { retries: 3 });
  await refusal(broken.atlas.listGroups());
  for (const { seen } of [change, silent, long, broken]) assert.equal(seen.length, 1);
});

test("a date is counted from that of the answer", async (t) => {
  const headers = {
    date: "Thu, 26 Nov 2026 10:00:00 GMT",
    "retry-after": "Thu, 26 Nov 2026 10:01:30 GMT",
  };
  const { atlas } = await putOff(t, 1, { headers });
  assert.equal((await refusal(atlas.listGroups())).answer.retryAfterSeconds, 90);
  const nonsense = await putOff(t, 1, { headers: { "retry-after": "soon" } });
  assert.equal((await refusal(nonsense.atlas.listGroups())).answer.retryAfterSeconds, undefined);
});

test("a signal and a timeout end the wait for the next try", async (t) => {
  const later = { headers: { "retry-after": "30" } };
  const { atlas } = await putOff(t, 1, later, { retries: 1 });
  const signal = AbortSignal.timeout(100);
  assert.equal(await failure(atlas.listGroups({}, { signal })), signal.reason);
  const late = await putOff(t, 1, later, { retries: 1, timeoutMs: 100 });
  assert.ok((await failure(late.atlas.listGroups())) instanceof AtlasUnreachable);
});
