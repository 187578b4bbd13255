// Several servers in one --database-url, as libpq reads it: whichever takes changes is used, and another one when it is lost.
import { equal, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isInstalled, startPostgres, startStandby } from "../scripts/postgres-server.mjs";
import { sentenceOf } from "../src/core/store/outages.ts";
import { skipReason } from "./support/engines.ts";
import { startSufferer } from "./support/sufferer.ts";
import { startProxy } from "./support/tcp-proxy.ts";
import { until } from "./support/until.ts";
import { startWorld } from "./support/world.ts";

const skip =
  skipReason("postgres") ||
  (!isInstalled && "SKIPPED: PostgreSQL's programs are needed on this machine, to start and stop servers");

const portOf = (url: string) => new URL(url).port;
const both = (one: string, two: string) =>
  `postgres://postgres@127.0.0.1:${portOf(one)},127.0.0.1:${portOf(two)}/postgres?target_session_attrs=read-write`;

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const each of statements) ({ rows } = await client.query(each));
    return rows;
  } finally {
    await client.end();
  }
}

/** Two servers, the second of which has each change before it is acknowledged. */
async function startPair(t: TestContext) {
  const primary = await startPostgres({ mostConnections: 40 });
  t.after(primary.remove);
  const standby = await startStandby(primary, { mostConnections: 40 });
  t.after(standby.remove);
  await ask(primary.url, "alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
  const isSynchronous = "select 1 from pg_stat_replication where sync_state = 'sync'";
  await until(async () => (await ask(primary.url, isSynchronous)).length > 0);
  return { primary, standby };
}

test("a primary that is lost: its standby goes on, nothing acknowledged is lost, and no restart is needed", {
  skip,
}, async (t) => {
  const { primary, standby } = await startPair(t);
  const { suffer, world } = await startSufferer(t, both(primary.url, standby.url));
  const { writes } = await suffer(async () => {
    primary.stop("immediate");
    await sleep(100);
    standby.promote();
  });
  equal(writes.at(-1), 200);
  equal((await world.send({ path: "/readyz" })).json.status, "ready");
});

test("the primary is found wherever it stands, past a standby and past what says nothing", {
  skip,
}, async (t) => {
  const { primary, standby } = await startPair(t);
  const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";
  const first = await startWorld(t, { databaseUrl: both(standby.url, primary.url), secret });
  equal((await first.send({ path: "/readyz" })).json.status, "ready");

  const silent = await startProxy(t, primary.url);
  silent.swallow(true);
  const second = await startWorld(t, {
    databaseUrl: both(silent.url, primary.url),
    secret,
    seed: { orgs: [] },
  });
  equal((await second.send({ path: "/readyz" })).json.status, "ready");
});

test("where none takes changes, a start says so of each", { skip }, async (t) => {
  const { primary, standby } = await startPair(t);
  primary.stop("immediate");
  const places = [portOf(primary.url), portOf(standby.url)].map((port) => `127.0.0.1:${port}`);
  await rejects(startWorld(t, { databaseUrl: both(primary.url, standby.url) }), (reason) => {
    equal(
      sentenceOf(reason),
      `the database cannot be reached: ${places[0]}: connect ECONNREFUSED ${places[0]}, ${places[1]}: it takes no changes`,
    );
    return true;
  });
});
