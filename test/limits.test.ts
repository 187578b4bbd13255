// Rate limits as a caller meets them: counted always, enforced when asked for.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { limitSets } from "../src/core/contract/limits.ts";
import { invitesPath } from "./support/invites.ts";
import { requestToken } from "./support/oauth.ts";
import { assertRefusal } from "./support/stage.ts";
import { ids, keys, type Reply, type Sending, startWorld, type World } from "./support/world.ts";

const v2025 = "application/vnd.atlas.2025-02-19+json";
const path = "/api/atlas/v2/orgs";
/** The capacity of the bucket of listOrgs. */
const capacity = 300;

/** Sends `count` requests that draw from one bucket, with one token and thus without challenges. */
async function drain(world: World, count: number): Promise<Reply[]> {
  const token = await world.token();
  return Promise.all(Array.from({ length: count }, () => world.bearing(token, { path })));
}

const remaining = (replies: readonly Reply[]) =>
  replies.map(({ headers }) => Number(headers["ratelimit-remaining"])).sort((a, b) => b - a);

test("limits of Atlas", async (t) => {
  const world = await startWorld(t, { limits: "atlas" });

  await t.test("200 while the bucket lasts, each answer one less", async () => {
    const replies = await drain(world, capacity);
    deepEqual(
      remaining(replies),
      Array.from({ length: capacity }, (_, index) => capacity - 1 - index),
    );
    deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]));
    deepEqual(new Set(replies.map(({ headers }) => headers["ratelimit-limit"])), new Set(["300"]));
  });

  await t.test("429 RATE_LIMITED_TOKEN_BUCKET when it is empty, and when to come back", async () => {
    const [reply] = await drain(world, 1);
    ok(reply);
    const seconds = Number(reply.headers["retry-after"]);
    ok(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60, reply.headers["retry-after"]);
    assertRefusal(reply, {
      status: 429,
      errorCode: "RATE_LIMITED_TOKEN_BUCKET",
      detail: `Rate limit exceeded for api/atlas/v2/orgs. Please retry after ${seconds} seconds. Request capacity: 300. Refill rate: 100 per 60 seconds. See http://dochub.mongodb.org/core/atlas-api-rate-limit`,
      parameters: ["api/atlas/v2/orgs", seconds, 300, 100, 60],
    });
    deepEqual([reply.headers["ratelimit-limit"], reply.headers["ratelimit-remaining"]], ["300", "0"]);
  });

  await t.test("other endpoint sets, and other callers, have buckets of their own", async () => {
    const token = await world.token();
    equal((await world.bearing(token, { path: `${path}/${ids.org}` })).status, 200);
    equal((await world.bearing(token, { path: invitesPath })).status, 200);
    equal((await world.as(keys.owner, { path })).status, 200);
  });
});

test("strangers spend nothing of a tenant's", async (t) => {
  const world = await startWorld(t, { limits: "atlas" });
  const { capacity } = limitSets.groupInvites;
  const remainingOf = async () => {
    const { status, headers } = await world.as(keys.owner, { path: invitesPath });
    equal(status, 200);
    return Number(headers["ratelimit-remaining"]);
  };
  const strange = (sending: Partial<Sending> = {}) =>
    world.as(keys.stranger, { path: invitesPath, ...sending });

  await t.test("429 once their own bucket is empty, while the tenant is served", async () => {
    const statuses = new Map<number, number>();
    for (let sent = 0; sent <= capacity; sent += 100) {
      for (const { status } of await Promise.all(Array.from({ length: 100 }, () => strange()))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    deepEqual([...statuses.keys()].sort(), [401, 429]);
    equal(statuses.get(401), capacity);
    ok((await remainingOf()) > capacity - 10);
  });
});

test("what pipelines meet first", async (t) => {
  const world = await startWorld(t, { limits: "atlas" });
  const invite = (nth: number, path = invitesPath, body: object = { roles: ["GROUP_READ_ONLY"] }) =>
    world.as(keys.owner, { method: "POST", path, body: { username: `guest${nth}@example.com`, ...body } });

  await t.test("429 RATE_LIMITED for the eleventh token of a service account within a minute", async () => {
    const statuses = [];
    for (let nth = 0; nth < 10; nth++) statuses.push((await requestToken(world)).status);
    deepEqual(statuses, Array(10).fill(200));
    const refused = await requestToken(world);
    assertRefusal(refused, {
      status: 429,
      errorCode: "RATE_LIMITED",
      detail: "Resource /api/oauth/token is limited to 10 requests every 1 minutes.",
      parameters: ["/api/oauth/token", 10, 1],
    });
    const seconds = Number(refused.headers["retry-after"]);
    ok(seconds >= 1 && seconds <= 60, refused.headers["retry-after"]);
  });

  await t.test(
    "400 INVITATIONS_RATE_LIMITED_IP for the eleventh invitation within a minute, of all kinds",
    async () => {
      const statuses = [];
      for (let nth = 0; nth < 9; nth++) statuses.push((await invite(nth)).status);
      const orgInvites = `/api/atlas/v2/orgs/${ids.org}/invites`;
      statuses.push((await invite(9, orgInvites, { roles: ["ORG_MEMBER"] })).status);
      deepEqual(statuses, Array(10).fill(200));
      const refusal = {
        status: 400,
        errorCode: "INVITATIONS_RATE_LIMITED_IP",
        detail: "Rate limit of 10 invitations per 1 minutes exceeded.",
        parameters: [10, 1],
      };
      assertRefusal(await invite(10), refusal);
      assertRefusal(await invite(10, orgInvites, { roles: ["ORG_MEMBER"] }), refusal);
      const users = `/api/atlas/v2/orgs/${ids.org}/users`;
      const headers = { accept: v2025, "content-type": v2025 };
      const body = { username: "guest@example.com", roles: { orgRoles: ["ORG_MEMBER"] } };
      assertRefusal(await world.as(keys.owner, { method: "POST", path: users, headers, body }), refusal);
      equal((await world.as(keys.owner, { path: invitesPath })).status, 200);
    },
  );
});

test("limits off", async (t) => {
  await t.test("no token and no invitation is one too many", async (t) => {
    const world = await startWorld(t, { limits: "off" });
    const statuses = new Set<number>();
    for (let nth = 0; nth < 12; nth++) {
      statuses.add((await requestToken(world)).status);
      const body = { username: `guest${nth}@example.com`, roles: ["GROUP_READ_ONLY"] };
      statuses.add((await world.as(keys.owner, { method: "POST", path: invitesPath, body })).status);
    }
    deepEqual([...statuses], [200]);
  });

  await t.test("counted down to 0 and never refused", async (t) => {
    const world = await startWorld(t, { limits: "off" });
    const replies = await drain(world, capacity + 20);
    deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]));
    deepEqual(remaining(replies).slice(0, 2), [299, 298]);
    deepEqual(remaining(replies).slice(-20), Array(20).fill(0));
  });
});
