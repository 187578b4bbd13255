// The test controls over HTTP: the clock, the ends of invitations, snapshots, reset, and what was seen.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { noConsole, noJuly } from "./support/rooms.ts";
import { ids, invited, keys, startWorld } from "./support/world.ts";

const root = "/_anteroom/v1";
const invites = `/api/atlas/v2/groups/${ids.group}/invites`;

test("the test controls", async (t) => {
  const world = await startWorld(t);
  const control = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    world.send({
      method,
      path: `${root}${path}`,
      headers: { "content-type": "application/json", ...headers },
      body,
    });
  const pending = async () =>
    ((await world.as(keys.owner, { path: invites })).json as { username: string }[]).map(
      ({ username }) => username,
    );
  t.beforeEach(() => world.reset());

  await t.test("the clock is frozen, moved and freed", async () => {
    const waiting = await pending();
    const { now, lapsed } = (await control("PUT", "/clock", { now: "2027-07-01T00:00:00Z" })).json;
    equal(now, "2027-07-01T00:00:00.000Z");
    const names = (lapsed as { username: string }[]).map(({ username }) => username);
    for (const each of waiting) ok(names.includes(each), each);
    equal((await world.as(keys.owner, { path: invites })).status, 410);
    equal((await control("PUT", "/clock", { advance: "P1DT1H" })).json.now, "2027-07-02T01:00:00.000Z");
    equal((await control("POST", "/clock/PT1H")).json.now, "2027-07-02T02:00:00.000Z");
    await control("PUT", "/clock", { now: null });
    ok(Math.abs(Date.parse((await control("GET", "/clock")).json.now) - Date.now()) < 60_000);
  });

  await t.test("400 for a clock that cannot be set, with an example of what can", async () => {
    for (const body of [{}, { now: "soon" }, { advance: "1 day" }, { now: null, advance: "P1D" }, "[", "7"]) {
      const { status, json } = await control("PUT", "/clock", body);
      equal(status, 400, JSON.stringify(body));
      match(json.detail, /2027-07-01|P30D|must be JSON/);
    }
  });

  await t.test("a compressed body sets the clock; 415 names an unknown encoding", async () => {
    const now = "2027-07-01T00:00:00.000Z";
    const set = (encoding: string, body: string | Uint8Array) =>
      control("PUT", "/clock", body, { "content-encoding": encoding });
    const text = JSON.stringify({ now });
    equal((await set("gzip", gzipSync(text))).json.now, now);
    const { status, json } = await set("br", text);
    equal(status, 415);
    match(json.detail, /gzip or deflate, not with br/);
    equal((await set("gzip", text)).status, 400);
  });

  await t.test("accepting makes a member; the invitation leaves the pending ones", async () => {
    equal((await control("POST", `/invites/${ids.invite}:accept`)).status, 204);
    deepEqual(await pending(), []);
    const again = { method: "POST", path: invites, body: { username: invited, roles: ["GROUP_OWNER"] } };
    equal((await world.as(keys.owner, again)).json.errorCode, "USER_ALREADY_IN_GROUP");
  });

  await t.test("declining and expiring end an invitation; the address can be invited anew", async () => {
    for (const ending of ["decline", "expire"]) {
      await world.reset();
      equal((await control("POST", `/invites/${ids.invite}:${ending}`)).status, 204);
      deepEqual(await pending(), []);
      const again = { method: "POST", path: invites, body: { username: invited, roles: ["GROUP_OWNER"] } };
      equal((await world.as(keys.owner, again)).status, 200);
    }
  });

  await t.test("404 for an invitation that is not pending", async () => {
    const { status, json } = await control("POST", `/invites/${ids.missing}:accept`);
    equal(status, 404);
    ok(json.detail.includes(ids.missing));
  });

  await t.test("404 for what is no control says where all are listed, 405 what is offered", async () => {
    const nowhere = await control("POST", "/clocks?token=secret");
    deepEqual(
      [nowhere.status, nowhere.json.detail],
      [404, "there is no control at /_anteroom/v1/clocks; /_anteroom/ lists all"],
    );
    for (const method of ["DELETE", "PATCH"]) {
      const { status, headers } = await world.send({ method, path: "/_anteroom/v1/clock" });
      deepEqual([status, headers.allow], [405, "GET,PUT,HEAD,OPTIONS"], method);
    }
  });

  await t.test("a snapshot brings back what was there, and reset the seed", async () => {
    await control("PUT", "/snapshots/before");
    await world.as(keys.owner, { method: "DELETE", path: `${invites}/${ids.invite}` });
    deepEqual(await pending(), []);
    equal((await control("POST", "/snapshots/before")).status, 204);
    deepEqual(await pending(), [invited]);
    await world.as(keys.owner, { method: "DELETE", path: `${invites}/${ids.invite}` });
    equal((await control("POST", "/reset")).status, 204);
    deepEqual(await pending(), [invited]);
    equal((await control("POST", "/snapshots/never")).status, 404);
  });

  await t.test(
    "deprecated calls are listed by client, with what to call instead",
    { skip: noJuly },
    async () => {
      const headers = { "user-agent": "terraform/1" };
      await world.as(keys.owner, { path: invites, headers });
      await world.as(keys.owner, { path: invites, headers });
      await world.as(keys.owner, { path: "/api/atlas/v2/orgs", headers });
      const seen = (await control("GET", "/deprecations")).json;
      equal(seen.length, 1);
      const { firstAt, lastAt, days, instead, credential, ...rest } = seen[0];
      deepEqual(rest, {
        operationId: "listGroupInvites",
        userAgent: "terraform/1",
        client: { tool: "terraform", version: "1", resource: "", step: "" },
        orgId: ids.org,
        sunset: "2027-07-01",
        successor: "listGroupUsers",
        count: 2,
        gone: 0,
        example: { params: { groupId: ids.group }, query: {}, version: "2023-01-01" },
        request: `GET ${invites}`,
      });
      deepEqual([credential.kind, credential.name], ["API_KEY", keys.owner.publicKey]);
      deepEqual(days, [{ date: lastAt.slice(0, 10), count: 2, gone: 0 }]);
      ok(firstAt <= lastAt);
      match(instead.curl, /\/users\?orgMembershipStatuses=PENDING"$/);
    },
  );

  await t.test(
    "a snapshot that is put back leaves what was counted; a reset forgets it",
    { skip: noJuly },
    async () => {
      await control("PUT", "/snapshots/counted");
      await world.as(keys.owner, { path: invites });
      await control("POST", "/snapshots/counted");
      equal((await control("GET", "/deprecations")).json.length, 1);
      await control("POST", "/reset");
      deepEqual((await control("GET", "/deprecations")).json, []);
    },
  );

  await t.test("requests are listed, those for controls and pages are not", { skip: noConsole }, async () => {
    const headers = { "user-agent": "curious/1" };
    const token = "/api/oauth/token";
    const device = "/api/private/unauth/account/device/authorize";
    await world.as(keys.owner, { path: "/api/atlas/v2/orgs?name=a", headers });
    const asked = [
      ["POST", "/api/atlas/v2"],
      ["PUT", invites],
      ["QUERY", invites],
      ["OPTIONS", invites],
      ["POST", token],
      ["GET", token],
      ["POST", device],
      ["GET", "/nowhere"],
      ["POST", "/nowhere"],
      ["PATCH", "/%ff"],
    ] as const;
    for (const [method, path] of asked) await world.send({ method, path, headers });
    await control("GET", "/clock");
    await control("DELETE", "/clock");
    for (const path of ["/", "/sign-in", "/docs", "/healthz"]) await world.send({ path, headers });
    const seen: { [name: string]: unknown }[] = (await control("GET", "/requests")).json;
    const nobody = { who: null, userAgent: "curious/1" };
    deepEqual(
      seen.map(({ at, ...rest }) => rest),
      [
        { operationId: "listOrgs", method: "GET", path: "/api/atlas/v2/orgs", status: 401, ...nobody },
        {
          operationId: "listOrgs",
          method: "GET",
          path: "/api/atlas/v2/orgs",
          status: 200,
          ...nobody,
          who: keys.owner.publicKey,
        },
        { operationId: null, method: "POST", path: "/api/atlas/v2", status: 405, ...nobody },
        { operationId: null, method: "PUT", path: invites, status: 405, ...nobody },
        { operationId: null, method: "QUERY", path: invites, status: 405, ...nobody },
        { operationId: null, method: "OPTIONS", path: invites, status: 200, ...nobody },
        { operationId: token, method: "POST", path: token, status: 400, ...nobody },
        { operationId: null, method: "GET", path: token, status: 405, ...nobody },
        { operationId: device, method: "POST", path: device, status: 400, ...nobody },
        { operationId: null, method: "GET", path: "/nowhere", status: 404, ...nobody },
        { operationId: null, method: "POST", path: "/nowhere", status: 404, ...nobody },
        { operationId: null, method: "PATCH", path: "/%ff", status: 404, ...nobody },
      ].reverse(),
    );
  });
});
