// Tests more requests than may wait for a connection to PostgreSQL: the others are refused at once, and those that wait are
// served.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import type { SeedDocument } from "../src/anteroom.ts";
import { postgresLimits } from "../src/core/store/postgres-pool.ts";
import { backgroundStore, openStore } from "../src/server/open-store.ts";
import { skipReason } from "./support/engines.ts";
import { times } from "./support/field.ts";
import { invitesPath, readers } from "./support/invites.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { ids, keys, type Reply, seed, startWorld, v2023 } from "./support/world.ts";

/** Requests of one organization that hold a connection, and reads among them, beside those that wait, and those that may not. */
const connections = 8;
const reads = 4;
const tooMany = 20;

/** Locks the table of invitations: requests that read or change them wait until the returned function is called. */
async function lockInvites(url: string | undefined): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("begin");
  await client.query("lock table invites in access exclusive mode");
  return () => client.end();
}

test("503 at once for whoever would be the thousand and first to wait for the database", {
  skip: skipReason("postgres"),
}, async (t) => {
  const { options, flags } = await createStorage(t, "postgres");
  const world = await startWorld(t, options);
  const token = await world.token();
  const unlock = await lockInvites(flags[1]);

  const refused: Reply[] = [];
  const isFullUp = ({ status, json }: Reply) =>
    status === 503 && json.detail === "Too many requests wait for the database; try again later.";
  let tellFull = () => {};
  const isFull = new Promise<void>((resolve) => {
    tellFull = resolve;
  });
  const replies = Array.from({ length: reads + postgresLimits.mostWaiting + tooMany }, async () => {
    const reply = await world.bearing(token, { path: invitesPath });
    if (reply.status === 200) return;
    refused.push(reply);
    if (refused.filter(isFullUp).length === tooMany) tellFull();
  });
  // Nobody else can have been answered: the table is locked still.
  await Promise.race([isFull, Promise.all(replies)]);
  await unlock();

  await Promise.all(replies);
  const atOnce = refused.filter(isFullUp);
  // The server itself may have asked something meanwhile.
  ok(atOnce.length >= tooMany && atOnce.length <= tooMany + 2, `${atOnce.length} refused`);
  for (const { headers } of atOnce) equal(headers["retry-after"], "1");
  // A busy machine does not serve all others within the five seconds that they wait.
  for (const { json } of refused.filter((reply) => !isFullUp(reply))) {
    equal(json.detail, "The database cannot be reached; try again later.");
  }
});

test("a crowd of one organization keeps out no other, and what its clients gave up is not begun", {
  skip: skipReason("postgres"),
}, async (t) => {
  const storage = await createStorage(t, "postgres");
  const world = await startWorld(t, storage.options);
  const token = await world.token();
  const leaving = new AbortController();
  const invite = (name: string, signal: AbortSignal | null = null) =>
    fetch(`${world.url}${invitesPath}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, accept: v2023, "content-type": "application/json" },
      body: JSON.stringify({ username: `${name}@example.com`, roles: readers }),
      signal,
    }).then(
      ({ status }) => status,
      () => "left",
    );
  const unlock = await lockInvites(storage.flags[1]);
  const begun = times(connections, (index) => invite(`begun${index}`, index === 0 ? leaving.signal : null));
  const waiting = "select from pg_stat_activity where wait_event_type = 'Lock'";
  await until(async () => (await storage.rows(waiting)).length === connections);
  const left = times(tooMany, (index) => invite(`left${index}`, leaving.signal));
  const stays = invite("stays");
  // Of another organization, on the connections that are left.
  equal((await world.as(keys.stranger, { path: "/api/atlas/v2/orgs" })).status, 200);
  leaving.abort();
  deepEqual(
    await Promise.all(left),
    times(tooMany, () => "left"),
  );
  // The server hears of it, too.
  equal((await world.as(keys.stranger, { path: "/api/atlas/v2/orgs" })).status, 200);
  await unlock();

  const answered = ["left", ...times(connections - 1, () => 200), 200];
  deepEqual(await Promise.all([...begun, stays]), answered);
  await until(async () => (await storage.rows(waiting)).length === 0);
  const invited = await storage.rows(
    "select username from invites where username like 'begun%' or username like 'left%' or username like 'stays%' order by username",
  );
  deepEqual(
    invited,
    [...times(connections, (index) => `begun${index}`), "stays"].map((name) => ({
      username: `${name}@example.com`,
    })),
  );
});

test("slow reads of two organizations keep no third one waiting", {
  skip: skipReason("postgres"),
}, async (t) => {
  const storage = await createStorage(t, "postgres");
  const third = { publicKey: "thirdorg", privateKey: "00000000-0000-4000-8000-thirdorg0000" };
  const orgs: SeedDocument["orgs"] = [
    ...seed.orgs,
    { name: "Initech", apiKeys: [{ ...third, roles: ["ORG_OWNER"] }] },
  ];
  const world = await startWorld(t, { ...storage.options, seed: { ...seed, orgs } });
  const unlock = await lockInvites(storage.flags[1]);
  const readSlowly = (key: typeof third, groupId: string) =>
    times(tooMany, () => world.as(key, { path: `/api/atlas/v2/groups/${groupId}/invites` }));
  const waiting = "select from pg_stat_activity where wait_event_type = 'Lock'";
  const isFull = async (least: number) => (await storage.rows(waiting)).length >= least;
  const slow = readSlowly(keys.owner, ids.group);
  await until(() => isFull(reads));
  slow.push(...readSlowly(keys.stranger, ids.otherGroup));
  await until(() => isFull(2 * reads));
  for (let count = 0; count < 5; count++) {
    equal((await world.as(third, { path: "/api/atlas/v2/orgs" })).status, 200);
  }
  await unlock();
  deepEqual(
    (await Promise.all(slow)).map(({ status }) => status),
    times(2 * tooMany, () => 200),
  );
});

test("work that nobody asked for has a connection of its own", {
  skip: skipReason("postgres"),
}, async (t) => {
  const store = await openStore(locationOf(await createStorage(t, "postgres")));
  t.after(() => store.close());
  const beside = backgroundStore(store);
  let end = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begun = 0;
  const hold = (share: string) =>
    store.read(
      () => {
        begun++;
        return mayEnd;
      },
      { share },
    );
  const held = [..."abcdefghij"].map(hold);
  await until(() => begun === held.length);
  let isServed = false;
  const behind = store.look((tx) => tx.meta.get("demo")).then(() => (isServed = true));
  await Promise.all(times(3, () => beside.write((tx) => tx.meta.set("demo", "true"))));
  equal(isServed, false);
  end();
  await Promise.all([...held, behind]);
});
