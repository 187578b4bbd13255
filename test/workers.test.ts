// `anteroom serve --workers`: several processes behind one port, as their clients meet them.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "node:tls";
import { limitSets } from "../src/contract/limits.ts";
import { createLimits } from "../src/http/limits.ts";
import { mintCertificate } from "../src/tls/mint.ts";
import { createTotals } from "../src/workers/totals.ts";
import { anteroom } from "./support/command.ts";
import { skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { type ServerProcess, startProcess } from "./support/process.ts";
import { createFolder, createStorage } from "./support/storage.ts";
import { account, ids, invited, type Reply, type Sending, seed, send, v2023 } from "./support/world.ts";

const environment = { ANTEROOM_SECRET: randomBytes(32).toString("hex") };
const count = 2;

async function startWorkers(
  t: TestContext,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const storage = await createStorage(t, "postgres");
  const file = join(createFolder(t), "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  const args = ["serve", "--port", "0", "--workers", String(count), "--seed", file, ...storage.flags];
  const server = await startProcess(t, [...args, ...flags], { ...environment, ...env });
  await until(() => pidsOf(server).length === count, "the workers did not say that they are ready");
  return { server, storage };
}

/** Lines of the log, of the parent and of the workers. */
const linesOf = (server: ServerProcess): Record<string, unknown>[] =>
  (server.before + server.output())
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

/** Process ids of the workers that are ready, and of those that were. */
const readyIn = (server: ServerProcess) => linesOf(server).filter(({ msg }) => msg === "a worker is ready");
const pidsOf = (server: ServerProcess): number[] => readyIn(server).map(({ workerPid }) => Number(workerPid));

/** Which processes have answered an operation. */
const answeredBy = (server: ServerProcess, operationId: string): Set<unknown> =>
  new Set(
    linesOf(server)
      .filter((line) => line.msg === "answered" && line.operationId === operationId)
      .map(({ pid }) => pid),
  );

/** Each on a connection of its own, since connections are what is dealt out. */
const ask = (server: ServerProcess, sending: Sending): Promise<Reply> =>
  send(server.url, { ...sending, headers: { connection: "close", ...sending.headers } });

const askForTokens = (server: ServerProcess, path: string, body: string): Promise<Reply> => {
  const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString("base64");
  const headers = {
    authorization: `Basic ${basic}`,
    "content-type": "application/x-www-form-urlencoded",
  };
  return ask(server, { method: "POST", path: `/api/oauth/${path}`, headers, body });
};

const tokenOf = async (server: ServerProcess): Promise<string> =>
  (await askForTokens(server, "token", "grant_type=client_credentials")).json.access_token;

const bearing = (server: ServerProcess, token: string, sending: Sending): Promise<Reply> =>
  ask(server, {
    ...sending,
    headers: {
      accept: v2023,
      ...(sending.body !== undefined && { "content-type": "application/json" }),
      authorization: `Bearer ${token}`,
    },
  });

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const statusesOf = (replies: readonly Reply[]): unknown[] => [
  ...new Set(replies.map(({ status }) => status)),
];

/** A choice of four roles that differs from its neighbours. */
const names = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY"];
const choice = (index: number) => names.filter((_, bit) => ((index % 15) + 1) & (1 << bit));

/** Changes an invitation's roles again and again, and says which may be the last that were kept. */
async function changeUntil(
  server: ServerProcess,
  token: string,
  username: string,
  isOver: () => boolean,
): Promise<{ possible: string[]; statuses: (number | string)[] }> {
  let possible: string[] = [];
  const statuses: (number | string)[] = [];
  for (let index = 0; !isOver(); index++) {
    const roles = choice(index);
    const body = { username, roles };
    const status = await bearing(server, token, { method: "PATCH", path: invitesPath, body }).then(
      (reply) => reply.status,
      (reason: NodeJS.ErrnoException) => String(reason.code),
    );
    statuses.push(status);
    // What was not answered may have been kept or not.
    possible = status === 200 ? [roles.toSorted().join()] : [...possible, roles.toSorted().join()];
  }
  return { possible, statuses };
}

async function until(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const late = performance.now() + 30_000;
  while (!(await isTrue())) {
    ok(performance.now() < late, what);
    await sleep(50);
  }
}

const sumOf = (text: string, name: string): number =>
  [...text.matchAll(new RegExp(`^${name}(?:{.*})? (\\d+)$`, "gm"))].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );

suite("several processes behind one port", { skip: skipReason("postgres") }, () => {
  test("one line says that all are ready; one token is good on all, and a revoked one on none", async (t) => {
    const { server } = await startWorkers(t, ["--metrics-port", "0"]);
    const inside = /readyz are at (http:[^"]+)/.exec(server.before + server.output())?.[1] ?? "";
    equal(new Set(pidsOf(server)).size, count);
    const token = await tokenOf(server);
    const look = () => bearing(server, token, { path: invitesPath });

    await t.test("200 from each of them with the same token", async () => {
      deepEqual(statusesOf(await Promise.all(times(20, look))), [200]);
      deepEqual(answeredBy(server, "listGroupInvites"), new Set(pidsOf(server)));
    });

    await t.test("/metrics adds up what each has counted, and /readyz is of all of them", async () => {
      // One for a token, and those above.
      const answered = 21;
      const text = (await send(inside, { path: "/metrics" })).text;
      equal(sumOf(text, "anteroom_requests_total"), answered);
      equal(sumOf(text, "anteroom_request_duration_seconds_count"), answered);
      equal(sumOf(text, "anteroom_workers"), count);
      match(text, /^process_resident_memory_bytes \d+$/m);
      deepEqual((await send(inside, { path: "/readyz" })).json, { status: "ready" });
      equal((await ask(server, { path: "/metrics" })).status, 404);
    });

    await t.test("401 from each of them once it is revoked", async () => {
      equal((await askForTokens(server, "revoke", `token=${token}`)).status, 200);
      deepEqual(statusesOf(await Promise.all(times(20, look))), [401]);
    });

    await t.test("they exit with 0 on SIGTERM, and nobody is left", async () => {
      equal(await server.stop(), 0);
    });
  });

  test("a worker that is killed loses no acknowledged write, and is replaced", async (t) => {
    const { server } = await startWorkers(t);
    const token = await tokenOf(server);
    let isOver = false;
    const load = [invited, ...times(5, (index) => `person${index}@example.com`)];
    for (const username of load.slice(1)) {
      const body = { username, roles: ["GROUP_OWNER"] };
      equal((await bearing(server, token, { method: "POST", path: invitesPath, body })).status, 200);
    }
    const changes = load.map((username) => changeUntil(server, token, username, () => isOver));
    await sleep(300);
    for (let round = 1; round <= 2; round++) {
      const pids = pidsOf(server);
      process.kill(pids.at(-1) ?? 0, "SIGKILL");
      await until(() => pidsOf(server).length > pids.length, "a worker was not replaced");
    }
    await sleep(200);
    isOver = true;
    // A connection that was on its way to the killed one ends: a client that waits for ever would be seen here.
    const changed = await Promise.all(changes);
    const listed = (await bearing(server, token, { path: invitesPath })).json as {
      username: string;
      roles: string[];
    }[];
    for (const [index, { possible, statuses }] of changed.entries()) {
      const kept =
        listed
          .find(({ username }) => username === load[index])
          ?.roles.toSorted()
          .join() ?? "";
      ok(possible.includes(kept), `${load[index]} has ${kept}, not ${possible.join(" or ")}`);
      deepEqual(
        statuses.filter((status) => ![200, "ECONNRESET"].includes(status)),
        [],
      );
      ok(statuses.filter((status) => status === 200).length > 3);
    }
    const text = (await ask(server, { path: "/metrics" })).text;
    equal(sumOf(text, "anteroom_worker_restarts_total"), 2);
    equal(sumOf(text, "anteroom_workers"), count);
    equal(linesOf(server).filter(({ msg }) => String(msg).includes("is replaced")).length, 2);
  });

  test("a worker that hangs holds up nobody but who was dealt to it, and its end tells that one", async (t) => {
    const { server } = await startWorkers(t);
    const stopped = pidsOf(server).at(-1) ?? 0;
    process.kill(stopped, "SIGSTOP");
    const results = times(6, () =>
      ask(server, { path: "/healthz" }).then(
        ({ status }) => status,
        ({ code }) => code,
      ),
    );
    const first = await Promise.race([Promise.any(results), sleep(10_000)]);
    equal(first, 200);
    const { text } = await ask(server, { path: "/metrics" });
    equal(sumOf(text, "anteroom_workers"), count);
    process.kill(stopped, "SIGKILL");
    const all = await Promise.race([Promise.all(results), sleep(10_000)]);
    deepEqual(all?.toSorted(), [200, 200, 200, 200, 200, "ECONNRESET"]);
  });

  test("SIGTERM under load answers what was begun, and exits with 0", async (t) => {
    const { server, storage } = await startWorkers(t);
    const token = await tokenOf(server);
    const refused = ["ECONNREFUSED", "ECONNRESET", "503"];
    let isOver = false;
    const changes = changeUntil(server, token, invited, () => isOver);
    const looks = times(8, async () => {
      const statuses = new Set<string>();
      while (!refused.some((code) => statuses.has(code))) {
        const reply = await bearing(server, token, { path: invitesPath }).catch((reason) => reason.code);
        statuses.add(String(reply.status ?? reply));
      }
      return [...statuses].filter((status) => !["200", ...refused].includes(status));
    });
    await sleep(500);
    equal(await server.stop(), 0);
    isOver = true;
    deepEqual((await Promise.all(looks)).flat(), []);
    const { possible, statuses } = await changes;
    ok(statuses.includes(200));
    const kept = (await storage.rows(`select roles from invites where id = '${ids.invite}'`)) as {
      roles: string;
    }[];
    const roles = kept[0]?.roles.split(" ").toSorted().join() ?? "";
    ok(possible.includes(roles), `the roles are ${roles}, not ${possible.join(" or ")}`);
  });

  test("the workers of a parent that was killed end as well", async (t) => {
    const { server } = await startWorkers(t);
    const begun = performance.now();
    // Returns when nobody has the end of its output any more.
    await server.kill();
    ok(performance.now() - begun < 10_000);
    const reason = await ask(server, { path: "/healthz" }).catch(({ code }) => code);
    equal(reason, "ECONNREFUSED");
  });

  test("limits of Atlas are those of all together", async (t) => {
    const { server } = await startWorkers(t, ["--limits", "atlas"]);
    const token = await tokenOf(server);
    const { capacity } = limitSets.orgs;
    const statuses: number[] = [];
    for (let round = 0; round < 36; round++) {
      const replies = await Promise.all(
        times(10, () => bearing(server, token, { path: "/api/atlas/v2/orgs" })),
      );
      statuses.push(...replies.map(({ status }) => status));
    }
    equal(answeredBy(server, "listOrgs").size, count);
    const allowed = statuses.filter((status) => status === 200).length;
    // What they let through within a few milliseconds of each other comes on top.
    ok(allowed >= capacity && allowed <= capacity + 20, `${allowed} of ${capacity}`);
    deepEqual(new Set(statuses), new Set([200, 429]));
  });

  test("a renewed certificate is shown by all", async (t) => {
    const folder = createFolder(t);
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const write = async () => {
      const minted = await mintCertificate(Date.now());
      writeFileSync(key, minted.key);
      writeFileSync(cert, minted.cert);
      return minted.cert;
    };
    const shown = async (server: ServerProcess): Promise<string> => {
      const { hostname: host, port } = new URL(server.url);
      const socket = connect({ host, port: Number(port), rejectUnauthorized: false });
      await new Promise((resolve) => socket.once("secureConnect", resolve));
      const pem = socket.getPeerX509Certificate()?.toString() ?? "";
      socket.destroy();
      return pem;
    };
    const before = await write();
    const { server } = await startWorkers(t, ["--tls-cert", cert, "--tls-key", key]);
    deepEqual(new Set(await Promise.all(times(8, () => shown(server)))), new Set([before]));
    const after = await write();
    await until(async () => (await shown(server)) === after, "the certificate is the old one still");
    await sleep(100);
    deepEqual(new Set(await Promise.all(times(8, () => shown(server)))), new Set([after]));
    const [first] = pidsOf(server);
    process.kill(first ?? 0, "SIGKILL");
    await until(() => pidsOf(server).length > count, "a worker was not replaced");
    deepEqual(new Set(await Promise.all(times(8, () => shown(server)))), new Set([after]));
    equal(readFileSync(cert, "utf8"), after);
  });

  test("workers that die at their start are given up, in words", async (t) => {
    const { flags } = await createStorage(t, "postgres");
    const dies = 'import cluster from "node:cluster"; if (cluster.isWorker) process.exit(3);';
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(dies)}`;
    const args = ["serve", "--port", "0", "--workers", "2", ...flags];
    const { code, stderr, stdout } = await anteroom(args, { env: { ...environment, NODE_OPTIONS } });
    equal(code, 1);
    match(stderr, /^anteroom: a worker ended at its start; what it said of that stands above$/m);
    match(stdout, /"level":60.*"code":3.*giving up/);
    ok(!stdout.includes("anteroom ready"));
  });
});

for (const [flags, expected] of [
  [["--memory", "--workers", "2"], /^anteroom: --workers 2 needs --database-url: /m],
  [["--data", "nowhere", "--workers", "2"], /^anteroom: --workers 2 needs --database-url: /m],
  [["--workers", "0"], /^anteroom: --workers 0: expected a number of processes from 1 to 128$/m],
  [["--workers", "many"], /^anteroom: --workers many: expected a number of processes from 1 to 128$/m],
] as const) {
  test(`serve refuses ${flags.join(" ")} in one sentence`, async () => {
    const { code, stderr } = await anteroom(["serve", "--port", "0", ...flags], { env: environment });
    deepEqual([code, expected.test(stderr), stderr.trim().split("\n").length], [2, true, 1], stderr);
  });
}

test("a worker is begun by its parent alone", async () => {
  const { code, stderr } = await anteroom(["worker"]);
  deepEqual([code, stderr.trim().split("\n").length], [1, 1], stderr);
});

test("buckets follow what other processes let through, and begin with what they held", () => {
  const [set, path] = [limitSets.orgs, "/api/atlas/v2/orgs"];
  const told: string[] = [];
  let now = 0;
  const limits = () =>
    createLimits({ enforced: true, elapsed: () => now, tell: (_, scope) => void told.push(scope) });
  const [one, two] = [limits(), limits()];
  equal(one.take(set, "ada", path).remaining, set.capacity - 1);
  deepEqual(told, ["ada"]);
  two.follow({ set, scope: "ada", count: 10 });
  equal(two.take(set, "ada", path).remaining, set.capacity - 11);
  // Half of the period is over where the bucket is; so it is where it is begun.
  now = 30_000;
  const third = limits();
  third.begin(two.levels());
  equal(third.take(set, "ada", path).remaining, set.capacity - 12);
  now = 60_000;
  equal(third.take(set, "ada", path).remaining, set.capacity - 1);
});

test("counters of a process that is gone stay counted, and gauges do not", async () => {
  const totals = createTotals({ droppedLines: () => 3 });
  const figures = (value: number) =>
    (["counter", "gauge"] as const).map((type) => ({
      ...{ name: type, help: type, type, aggregator: "sum" },
      values: [{ value, labels: {} }],
    })) as never;
  totals.note(1, figures(5));
  totals.note(2, figures(7));
  await totals.leave(1);
  totals.note(3, figures(1));
  const text = await totals.render(2);
  deepEqual([sumOf(text, "counter"), sumOf(text, "gauge"), sumOf(text, "anteroom_workers")], [13, 8, 2]);
});
