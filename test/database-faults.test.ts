// Tests what a server answers, and keeps, while its PostgreSQL is restarted, moved, cut off, paused, swallowed or full.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort, isInstalled, startPostgres } from "../scripts/postgres-server.mjs";
import { skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { startSufferer } from "./support/sufferer.ts";
import { startProxy } from "./support/tcp-proxy.ts";
import { until } from "./support/until.ts";
import { ids, startWorld, type World } from "./support/world.ts";

const skip =
  skipReason("postgres") ||
  (!isInstalled && "SKIPPED: PostgreSQL's programs are needed on this machine, to start and stop servers");

/** The server of PostgreSQL, and all processes that it started. */
function processesOf(pid: number): number[] {
  const parentOf = (each: string) => {
    try {
      return Number(readFileSync(`/proc/${each}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
    } catch {
      return undefined;
    }
  };
  return [
    pid,
    ...readdirSync("/proc")
      .filter((each) => /^\d+$/.test(each) && parentOf(each) === pid)
      .map(Number),
  ];
}

/** Measures a call, in milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const startedAt = performance.now();
  return { value: await work(), ms: performance.now() - startedAt };
}

test("a server whose PostgreSQL fails: refusals in true words, nothing acknowledged lost, and no restart needed", {
  skip,
}, async (t) => {
  const server = await startPostgres({ mostConnections: 40 });
  t.after(server.remove);
  const proxy = await startProxy(t, server.url);
  const { world, ask, suffer } = await startSufferer(t, proxy.url);

  await t.test("a FATAL in the packet of a ReadyForQuery ends a connection, and nothing else", async () => {
    const { reads } = await suffer(async () => {
      proxy.end(true);
      await sleep(300);
      proxy.end(false);
    });
    ok(reads.length > 0);
  });

  for (const mode of ["fast", "immediate"] as const) {
    await t.test(`restart, ${mode}`, async () => {
      await suffer(async () => {
        server.stop(mode);
        server.start();
      });
    });
  }

  await t.test("connections cut all the time: most of what is asked succeeds on another one", async () => {
    const { writes } = await suffer(async () => {
      for (let count = 0; count < 20; count++) {
        proxy.cut();
        await sleep(25);
      }
    });
    ok(writes.includes(200));
  });

  await t.test("stopped: API, tokens, pages and readiness say so; health does not ask it", async (t) => {
    const direct = await startWorld(t, { databaseUrl: await createDatabase(server.url, "direct") });
    const token = await direct.token();
    const look = () => direct.bearing(token, { path: invitesPath });
    equal((await look()).status, 200);
    server.stop("fast");
    try {
      // What was idle when the server ended is found out now.
      await sleep(50);
      const reply = await look();
      deepEqual(
        [reply.status, reply.json.detail, reply.headers["retry-after"]],
        [503, "The database cannot be reached; try again later.", "5"],
      );
      await checkEverySurface(direct, "The database cannot be reached");
    } finally {
      server.start();
    }
    equal((await look()).status, 200);
    equal((await direct.send({ path: "/readyz" })).json.status, "ready");
  });

  await t.test("moved to another address", async () => {
    const port = await freePort();
    await suffer(async () => {
      server.stop("fast");
      server.start(port);
      proxy.lead(port);
    });
    server.stop("fast");
    server.start();
    proxy.lead(server.port);
  });

  await t.test("all connections taken by others", async () => {
    await suffer(async () => {
      const others: pg.Client[] = [];
      try {
        for (;;) {
          proxy.cut();
          const other = new pg.Client({ connectionString: server.url });
          other.on("error", () => {});
          await other.connect();
          others.push(other);
        }
      } catch (reason) {
        match(String(reason), /too many clients/);
      }
      proxy.cut();
      const replies = await Promise.all(Array.from({ length: 12 }, () => ask("GET")));
      ok(replies.some(({ json }) => json.detail === "The database has no connection left; try again later."));
      await Promise.all(others.map((other) => other.end()));
    });
  });

  const stillness = {
    paused: (isOn: boolean) => {
      for (const pid of processesOf(server.pid())) process.kill(pid, isOn ? "SIGSTOP" : "SIGCONT");
    },
    "that swallows what is sent": (isOn: boolean) => {
      proxy.swallow(isOn);
      if (!isOn) proxy.cut();
    },
  };
  for (const [name, still] of Object.entries(stillness)) {
    await t.test(`a database ${name}: refusals and readiness in time, health at once`, async () => {
      await suffer(async () => {
        still(true);
        try {
          const [read, ready, health] = await Promise.all([
            timed(() => ask("GET")),
            timed(() => until(async () => (await world.send({ path: "/readyz" })).status === 503, 250)),
            timed(() => world.send({ path: "/healthz" })),
          ]);
          equal(read.value.status, 503);
          match(read.value.json.detail, /^The database (cannot be reached|does not answer in time); /);
          equal(health.value.status, 200);
          const inTurn = health.ms < read.ms && read.ms < 20_000 && ready.ms < 20_000;
          ok(inTurn, `${health.ms} ${ready.ms} ${read.ms}`);
        } finally {
          still(false);
        }
      });
    });
  }
});

async function createDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function checkEverySurface(world: World, words: string): Promise<void> {
  const basic = Buffer.from("mdb_sa_id_0123456789abcdef01234567:secret").toString("base64");
  const form = { "content-type": "application/x-www-form-urlencoded", authorization: `Basic ${basic}` };
  const token = await world.send({
    method: "POST",
    path: "/api/oauth/token",
    headers: form,
    body: "grant_type=client_credentials",
  });
  deepEqual(
    [token.status, token.json],
    [503, { error: "temporarily_unavailable", error_description: `${words}; try again later.` }],
  );
  match(token.headers["retry-after"] ?? "", /^\d+$/);
  const cookie = `anteroom_session=${"s".repeat(43)}`;
  const page = await world.send({ path: `/orgs/${ids.org}`, headers: { cookie, accept: "text/html" } });
  equal(page.status, 503, page.text);
  match(page.text, /<h1[^>]*>Not available right now/);
  match(page.headers["retry-after"] ?? "", /^\d+$/);
  const ready = await world.send({ path: "/readyz" });
  deepEqual([ready.status, ready.json.status], [503, words]);
  deepEqual((await world.send({ path: "/healthz" })).json, { status: "ok" });
}
