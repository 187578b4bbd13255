// Faults over real HTTP: what a client sees of each, what was done nevertheless, and when a rule is met.

import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultRule } from "../src/anteroom.ts";
import { AtlasClient } from "../src/client/client.ts";
import { requestToken } from "./support/oauth.ts";
import { pluck } from "./support/pluck.ts";
import { until } from "./support/until.ts";
import { account, ids, keys, startWorld } from "./support/world.ts";

const invites = `/api/atlas/v2/groups/${ids.group}/invites`;
const root = "/_anteroom/v1";
const guest = { username: "guest@example.com", roles: ["GROUP_READ_ONLY"] };
const inviting = { method: "POST", path: invites, body: guest };

test("faults", async (t) => {
  const world = await startWorld(t);
  const token = await world.token();
  const ask = () => world.bearing(token, { path: invites });
  const invite = () => world.bearing(token, inviting);
  const invited = async () => {
    world.faults.clear();
    const listed = (await ask()).json as { username: string }[];
    return listed.filter(({ username }) => username === guest.username).length;
  };
  t.beforeEach(() => world.reset());
  const lost = { code: "ECONNRESET" };

  await t.test("429 is Atlas's: its code, its wait, and the bucket of the operation", async () => {
    world.faults.set([{ operations: ["createGroupInvite"], status: 429, retryAfter: 7, times: 1 }]);
    const { status, headers, json } = await invite();
    equal(status, 429);
    equal(headers["retry-after"], "7");
    equal(headers["x-error-code"], "RATE_LIMITED_TOKEN_BUCKET");
    equal(headers["ratelimit-remaining"], "0");
    deepEqual(json.parameters, [invites.slice(1), 7, 1200, 500, 60]);
    equal((await invite()).status, 200);
  });

  await t.test("a connection that drops before the work leaves nothing done", async () => {
    world.faults.set([{ methods: ["POST"], drop: "before" }]);
    await rejects(invite(), lost);
    equal(await invited(), 0);
  });

  await t.test("one that drops after the work leaves it done, once, and its answer lost", async () => {
    world.faults.set([{ methods: ["POST"], drop: "after", times: 1 }]);
    await rejects(invite(), lost);
    const again = await invite();
    equal(again.status, 409);
    equal(await invited(), 1);
  });

  await t.test("one that drops amid the work lets a client ask again before it is done", async () => {
    world.faults.set([{ methods: ["POST"], drop: "amid", latency: 300, times: 1 }]);
    await rejects(invite(), lost);
    equal((await ask()).json.length, 1);
    await until(async () => (await invited()) === 1);
  });

  await t.test("a body is cut short of what its head says", async () => {
    world.faults.set([{ truncate: 10 }]);
    const { headers, body } = await fetch(`${world.url}${invites}`, {
      headers: { authorization: `Bearer ${token}`, accept: "application/vnd.atlas.2023-01-01+json" },
    });
    ok(Number(headers.get("content-length")) > 10);
    let read = 0;
    await rejects(async () => {
      for await (const part of body ?? []) read += part.length;
    });
    equal(read, 10);
  });

  await t.test("a body comes slowly, and whole", async () => {
    const whole = (await ask()).text;
    world.faults.set([{ bytesPerSecond: whole.length * 2 }]);
    const startedAt = performance.now();
    equal((await ask()).text, whole);
    ok(performance.now() - startedAt > 300);
  });

  await t.test("a token that has run out is asked for anew; a client notices nothing", async () => {
    world.faults.set([{ stale: true, times: 1 }]);
    const { status, headers } = await ask();
    equal(status, 401);
    match(
      headers["www-authenticate"] ?? "",
      /^Bearer error="invalid_token", error_description="The access token expired/,
    );
    world.faults.set([{ stale: true, times: 1 }]);
    const atlas = new AtlasClient({ baseUrl: world.url, ...account });
    equal((await atlas.listGroupInvites({ groupId: ids.group })).length, 1);
    equal(world.faults.list()[0]?.hits, 1);
  });

  await t.test("so is the nonce of a digest, with stale=true", async () => {
    world.faults.set([{ stale: true, times: 1 }]);
    const { status, headers } = await world.as(keys.owner, { path: invites });
    equal(status, 401);
    match(headers["www-authenticate"] ?? "", /^Digest .*stale=true/);
    equal((await world.as(keys.owner, { path: invites })).status, 200);
  });

  await t.test("a latency is waited for before anything is done", async () => {
    world.faults.set([{ latency: 200 }, { latency: { uniform: [100, 100] } }]);
    const startedAt = performance.now();
    equal((await ask()).status, 200);
    ok(performance.now() - startedAt >= 295);
  });

  await t.test("nothing is done for a client that went away meanwhile", async () => {
    world.faults.set([{ methods: ["POST"], latency: 1_000 }]);
    const client = new AbortController();
    const { signal } = client;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const accept = "application/vnd.atlas.2023-01-01+json";
    const body = JSON.stringify(guest);
    const asked = fetch(`${world.url}${invites}`, {
      method: "POST",
      headers: { ...headers, accept },
      body,
      signal,
    });
    await until(() => world.faults.list()[0]?.hits === 1, 5);
    client.abort();
    await rejects(asked);
    await sleep(1_000);
    equal(await invited(), 0);
  });

  await t.test("once, N times, every Nth, after the first N, and by a seeded chance", async () => {
    const statuses = async (rule: FaultRule, count: number) => {
      world.faults.set([rule]);
      const seen: string[] = [];
      for (let index = 0; index < count; index++) seen.push((await ask()).status === 200 ? "." : "x");
      return seen.join("");
    };
    equal(await statuses({ status: 500, times: 1 }, 4), "x...");
    equal(await statuses({ status: 500, times: 2 }, 4), "xx..");
    equal(await statuses({ status: 500, every: 3 }, 7), "..x..x.");
    equal(await statuses({ status: 500, skip: 2 }, 4), "..xx");
    const flaky = await statuses({ status: 500, chance: 0.5, seed: 4 }, 30);
    equal(await statuses({ status: 500, chance: 0.5, seed: 4 }, 30), flaky);
    ok((await statuses({ status: 500, chance: 0.5, seed: 5 }, 30)) !== flaky);
    ok(/x/.test(flaky) && /\./.test(flaky));
  });

  await t.test("by operation, method, path, caller and client", async () => {
    const isMet = async (rule: FaultRule) => {
      world.faults.set([{ ...rule, status: 500 }]);
      const headers = { "user-agent": "Terraform/1.9 provider" };
      const byToken = await world.bearing(token, { path: `${invites}?pretty=true`, headers });
      const byKey = await world.as(keys.owner, inviting);
      await world.reset();
      return [byToken.status === 500, byKey.status === 500];
    };
    deepEqual(await isMet({}), [true, true]);
    deepEqual(await isMet({ operations: ["listGroupInvites", "getGroup"] }), [true, false]);
    deepEqual(await isMet({ methods: ["POST"] }), [false, true]);
    deepEqual(await isMet({ path: "/api/atlas/v2/groups/{groupId}/invites" }), [true, true]);
    deepEqual(await isMet({ path: "/api/atlas/v2/groups/*" }), [false, false]);
    deepEqual(await isMet({ path: "/api/**" }), [true, true]);
    deepEqual(await isMet({ caller: account.clientId }), [true, false]);
    deepEqual(await isMet({ caller: keys.owner.publicKey }), [false, true]);
    deepEqual(await isMet({ client: "terraform" }), [true, false]);
  });

  await t.test("rules are tried up to the first that answers or cuts, and each is counted", async () => {
    world.faults.set([{ latency: 1 }, { status: 500, every: 2 }, { status: 503 }]);
    deepEqual([(await ask()).status, (await ask()).status, (await ask()).status], [503, 500, 503]);
    deepEqual(
      world.faults.list().map(({ matches, hits }) => [matches, hits]),
      [
        [3, 3],
        [3, 1],
        [2, 2],
      ],
    );
  });

  await t.test("the endpoint of tokens fails in the form of OAuth", async () => {
    world.faults.set([{ path: "/api/oauth/token", status: 503, times: 1 }]);
    const { status, json } = await requestToken(world);
    deepEqual([status, json.error], [503, "temporarily_unavailable"]);
    world.faults.set([{ path: "/api/oauth/token", caller: account.clientId, drop: "after", times: 1 }]);
    await rejects(requestToken(world), lost);
    equal((await requestToken(world)).status, 200);
  });

  await t.test("a request without credentials gets its challenge, and is not counted", async () => {
    world.faults.set([{ drop: "before" }]);
    equal((await world.send({ path: invites })).status, 401);
    equal(world.faults.list()[0]?.matches, 0);
  });

  await t.test("the list of requests says which fault each met", async () => {
    world.faults.set([{ latency: 1, drop: "after", times: 1 }]);
    await rejects(ask(), lost);
    await ask();
    const { json } = await world.send({ path: `${root}/requests` });
    deepEqual(
      json
        .slice(0, 2)
        .map(({ status, injected }: { status: number; injected?: string }) => [status, injected]),
      [
        [200, undefined],
        [200, "latency, drop after"],
      ],
    );
  });

  await t.test("over HTTP: set, listed, refused, cleared; by a reset, not by a snapshot", async () => {
    const control = (method: string, body?: unknown) => world.send({ method, path: `${root}/faults`, body });
    const rule = { status: 503, times: 1 };
    deepEqual((await control("PUT", [rule])).json, [{ ...rule, matches: 0, hits: 0 }]);
    await ask();
    deepEqual((await control("GET")).json, [{ ...rule, matches: 1, hits: 1 }]);
    const { status, json } = await control("PUT", [{ status: 404 }]);
    equal(status, 400);
    match(json.detail, /^faults\.0\.status: /);
    equal((await control("GET")).json.length, 1);
    await world.snapshot.take("before");
    equal((await control("DELETE")).status, 204);
    await world.snapshot.restore("before");
    deepEqual((await control("GET")).json, []);
    await control("PUT", [rule]);
    await world.reset();
    deepEqual((await control("GET")).json, []);
    throws(() => world.faults.set([{ operations: ["inviteAll"], status: 500 }]), /no operation 'inviteAll'/);
  });
});

test("a fetch in memory fails as one over the network does, without a socket", async (t) => {
  const world = await startWorld(t);
  const token = await world.token();
  const ask = (method: string, body?: unknown) =>
    world.fetch(invites, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/vnd.atlas.2023-01-01+json",
        "content-type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  for (const drop of ["before", "amid", "after"] as const) {
    world.faults.set([{ methods: ["POST"], drop, times: 1 }]);
    const username = `${drop}@example.com`;
    await rejects(ask("POST", { ...guest, username }), { name: "TypeError", message: "fetch failed" });
  }
  world.faults.set([{ truncate: 5, times: 1 }]);
  await rejects(ask("GET"), { name: "TypeError" });
  world.faults.set([{ status: 429, retryAfter: 3, times: 1 }]);
  const { status, headers } = await ask("GET");
  deepEqual([status, headers.get("retry-after")], [429, "3"]);
  const listed = async () => (await (await ask("GET")).json()) as { username: string }[];
  const left = async () => pluck(await listed(), "username").filter((each) => /before|amid|after/.test(each));
  // What is dropped amid the work goes on without its client.
  await until(async () => (await left()).length === 2);
  deepEqual((await left()).sort(), ["after@example.com", "amid@example.com"]);
});

test("an end waits neither for a latency nor for a slow body", async (t) => {
  const world = await startWorld(t);
  const token = await world.token();
  world.faults.set([
    { latency: 60_000, methods: ["POST"] },
    { bytesPerSecond: 1, methods: ["GET"] },
  ]);
  const underWay = [world.bearing(token, inviting), world.bearing(token, { path: invites })];
  await until(() => world.faults.list().every(({ hits }) => hits === 1));
  const startedAt = performance.now();
  await world.close();
  ok(performance.now() - startedAt < 30_000);
  deepEqual(pluck(await Promise.all(underWay), "status"), [200, 200]);
});
