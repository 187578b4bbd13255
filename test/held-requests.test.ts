// Requests that are held open, or that wait for a lock, while what identified their caller is taken away: nothing is done.
import { deepEqual, equal } from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { engines, skipReason } from "./support/engines.ts";
import { requestToken } from "./support/oauth.ts";
import { createStorage, type TestStorage } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { account, ids, keys, startWorld, type World } from "./support/world.ts";

const org = `/api/atlas/v2/orgs/${ids.org}`;
const v2024 = "application/vnd.atlas.2024-08-05+json";
const path = `${org}/apiKeys`;
const body = JSON.stringify({ desc: "made by who is gone", roles: ["ORG_OWNER"] });

/** A new Organization Owner: its token, and how its secret is named. */
async function newcomer(world: World) {
  const made = await world.as(keys.owner, {
    method: "POST",
    path: `${org}/serviceAccounts`,
    headers: { accept: v2024, "content-type": v2024 },
    body: { name: "thief", description: "thief", roles: ["ORG_OWNER"], secretExpiresAfterHours: 24 },
  });
  const { clientId, secrets } = made.json;
  const credentials = { clientId, clientSecret: secrets[0].secret };
  const token: string = (await requestToken(world, credentials)).json.access_token;
  return { ...credentials, token, path: `${org}/serviceAccounts/${clientId}`, secretId: secrets[0].id };
}

type Newcomer = Awaited<ReturnType<typeof newcomer>>;

/** Sends the head and a byte of the body; the rest when the function is called, which returns the answer. */
function hold(world: World, token: string): () => Promise<string> {
  const { hostname, port } = new URL(world.url);
  const outgoing = request({
    hostname,
    port,
    method: "POST",
    path,
    headers: {
      accept: "application/vnd.atlas.2023-01-01+json",
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    },
  });
  const answered = new Promise<string>((resolve, reject) => {
    outgoing.on("error", reject);
    outgoing.on("response", (response) => {
      response.resume();
      resolve(`${response.statusCode} ${response.headers["x-error-code"] ?? ""}`.trim());
    });
  });
  outgoing.write(body.slice(0, 1));
  return () => {
    outgoing.end(body.slice(1));
    return answered;
  };
}

const takenAway: Readonly<
  Record<string, readonly [string, (world: World, who: Newcomer) => Promise<unknown>]>
> = {
  "its secret is deleted": [
    "401",
    (world, who) =>
      world.as(keys.owner, {
        method: "DELETE",
        path: `${who.path}/secrets/${who.secretId}`,
        headers: { accept: v2024 },
      }),
  ],
  "its token is revoked": [
    "401",
    (world, { clientId, clientSecret, token }) =>
      world.send({
        method: "POST",
        path: "/api/oauth/revoke",
        headers: {
          authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: `token=${token}`,
      }),
  ],
  "it is pinned to other addresses": [
    "403 IP_ADDRESS_NOT_ON_ACCESS_LIST",
    (world, who) =>
      world.as(keys.owner, {
        method: "POST",
        path: `${who.path}/accessList`,
        headers: { accept: v2024, "content-type": v2024 },
        body: [{ cidrBlock: "192.0.2.0/24" }],
      }),
  ],
};

for (const engine of engines) {
  test(`a request held open on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const storage = await createStorage(t, engine);
    const world = await startWorld(t, storage.options);
    const count = async () => (await storage.rows("select id from api_keys")).length;
    const before = await count();
    for (const [name, [expected, take]] of Object.entries(takenAway)) {
      await t.test(`does nothing once ${name}`, async () => {
        const who = await newcomer(world);
        const release = hold(world, who.token);
        await wait(200);
        await take(world, who);
        equal(await release(), expected);
        equal(await count(), before);
      });
    }
    await t.test("is served while nothing was taken away", async () => {
      const release = hold(world, (await requestToken(world, account)).json.access_token);
      await wait(200);
      equal(await release(), "200");
    });
  });
}

/** Returns the statement by which a change of an organization locks it. */
const lockOf = (orgId: string) => `select pg_advisory_xact_lock(hashtextextended('${orgId}', 0))`;

/** Counts the units of work that wait for a lock in the database. */
async function countWaiting({ rows }: TestStorage): Promise<number> {
  const waiting = "datname = current_database() and wait_event_type = 'Lock'";
  return (await rows(`select 1 from pg_stat_activity where ${waiting}`)).length;
}

test("a request that waits for a lock behind the deletion of its secret", {
  skip: skipReason("postgres"),
}, async (t) => {
  const storage = await createStorage(t, "postgres");
  const world = await startWorld(t, storage.options);
  const who = await newcomer(world);
  const [, take] = takenAway["its secret is deleted"] ?? [];
  const blocker = new pg.Client({ connectionString: storage.flags[1] });
  await blocker.connect();
  await blocker.query("begin");
  await blocker.query(lockOf(ids.org));
  const deletion = take?.(world, who);
  await until(async () => (await countWaiting(storage)) === 1);
  const creation = hold(world, who.token)();
  await until(async () => (await countWaiting(storage)) === 2);
  await blocker.query("commit");
  await blocker.end();
  await deletion;
  deepEqual(await creation, "401");
});

test("making an organization or an account waits for changes in its caller's organization, and for none elsewhere", {
  skip: skipReason("postgres"),
}, async (t) => {
  const storage = await createStorage(t, "postgres");
  const world = await startWorld(t, storage.options);
  const blocker = new pg.Client({ connectionString: storage.flags[1] });
  await blocker.connect();
  const { token } = await newcomer(world);
  let count = 0;
  const makings = {
    organization: () => ({
      path: "/api/atlas/v2/orgs",
      body: { name: `Made ${++count}` },
    }),
    account: () => ({
      path: "/api/atlas/v2/users",
      body: {
        username: `made${++count}@example.com`,
        password: "correct horse battery staple",
        firstName: "Made",
        lastName: "Now",
        country: "DE",
        mobileNumber: "1",
        roles: [{ orgId: ids.org, roleName: "ORG_MEMBER" }],
      },
    }),
  };
  const make = (making: keyof typeof makings) =>
    world.bearing(token, { method: "POST", ...makings[making]() });
  const refusals = { organization: "401 NOT_ORG_OWNER", account: "401 USER_CANNOT_ACCESS_ORG" };

  for (const making of ["organization", "account"] as const) {
    await blocker.query("begin");
    await blocker.query(lockOf(ids.otherOrg));
    equal((await make(making)).status, 201, making);
    await blocker.query("rollback");
  }

  await blocker.query("begin");
  await blocker.query(lockOf(ids.org));
  const made = (["organization", "account"] as const).map(async (making) => {
    const { status, headers } = await make(making);
    return [making, `${status} ${headers["x-error-code"]}`];
  });
  await until(async () => (await countWaiting(storage)) === 2);
  await blocker.query(
    `delete from grants where principal_id in (select id from service_accounts where name = 'thief')`,
  );
  await blocker.query("commit");
  await blocker.end();
  deepEqual(Object.fromEntries(await Promise.all(made)), refusals);
});
