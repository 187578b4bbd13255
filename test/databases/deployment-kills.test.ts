// A server that is killed between a change and what a deployment makes of it: users there are those of the state, each time it comes back.
// ANTEROOM_DEPLOYMENT_KILLS says how often; nightly kills two hundred times.
import { deepEqual, equal } from "node:assert/strict";
import { randomBytes, randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { AtlasClient } from "../../src/client/client.ts";
import { startProcess } from "../support/process.ts";
import { openStoreFile } from "../support/sqlite-file.ts";
import { createFolder } from "../support/storage.ts";
import { until } from "../support/until.ts";
import { ids, keys, seed } from "../support/world.ts";
import { letsIn, noDeployment, startDeployment } from "./support/deployment.ts";

const kills = Number(process.env.ANTEROOM_DEPLOYMENT_KILLS ?? 4);

test("killed between state and deployment", { skip: noDeployment }, async (t) => {
  const database = await startDeployment(t);
  const data = createFolder(t);
  const folder = createFolder(t);
  const [file, url] = [join(folder, "seed.json"), join(folder, "url")];
  writeFileSync(file, JSON.stringify(seed));
  writeFileSync(url, `${database.url}\n`);
  const start = () =>
    startProcess(
      t,
      [
        "serve",
        "--port",
        "0",
        "--data",
        data,
        "--seed",
        file,
        "--deployment",
        `@${url}`,
        "--shared-deployment",
      ],
      {
        ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
        ANTEROOM_LOG_LEVEL: "warn",
      },
    );
  /** The password that each user of the state has, as far as an answer said so; several where none came. */
  const known = new Map<string, Set<string | null>>();
  let server = await start();
  const store = openStoreFile(data);
  t.after(() => store.close());
  const admin = new AtlasClient({ baseUrl: server.url, ...keys.owner });
  await admin.createGroupFlexCluster({
    groupId: ids.group,
    body: { name: "main", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } },
  });

  let [round, compared, logins, slowest] = [0, 0, 0, 0];

  /** Makes, changes and removes users until the server is gone. */
  async function work(client: AtlasClient, worker: string, isOver: () => boolean): Promise<void> {
    for (let count = 0; !isOver(); count++) {
      const of = { groupId: ids.group, databaseName: "admin" } as const;
      const password = randomBytes(9).toString("hex");
      const [username = ""] = [...known.keys()].filter(
        (name) => name.startsWith(worker) && randomInt(3) === 0,
      );
      const before = known.get(username);
      try {
        if (before === undefined || before.has(null)) {
          const name = `${worker}-${round}-${count}`;
          known.set(name, new Set([null, password]));
          await client.createGroupDatabaseUser({
            groupId: ids.group,
            body: {
              username: name,
              password,
              databaseName: "admin",
              groupId: ids.group,
              roles: [{ roleName: "readWrite", databaseName: "sales" }],
            },
          });
          known.set(name, new Set([password]));
        } else if (randomInt(2) === 0) {
          known.set(username, new Set([...before, password]));
          await client.updateGroupDatabaseUser({ ...of, username, body: { password } });
          known.set(username, new Set([password]));
        } else {
          known.set(username, new Set([...before, null]));
          await client.deleteGroupDatabaseUser({ ...of, username });
          known.delete(username);
        }
      } catch {
        // The server is gone: either may be true.
      }
    }
  }

  const inState = () =>
    store
      .rows("select name from documents where kind = 'databaseUser' order by name")
      .map(({ name }) => String(name).replace("admin/", ""))
      .sort();
  for (; round < kills; round++) {
    const client = new AtlasClient({ baseUrl: server.url, ...keys.owner, retries: 0 });
    let isOver = false;
    const working = Promise.all(["one", "two"].map((worker) => work(client, worker, () => isOver)));
    await sleep(randomInt(20, 400));
    await server.kill();
    isOver = true;
    await working;
    server = await start();
    const begun = performance.now();
    const again = new AtlasClient({ baseUrl: server.url, ...keys.owner });
    const status = () => again.getGroupClusterStatus({ groupId: ids.group, clusterName: "main" });
    await until(async () => (await status()).changeStatus === "APPLIED");
    slowest = Math.max(slowest, performance.now() - begun);
    const there = inState();
    deepEqual(await database.users(), there);
    for (const [name, passwords] of known) {
      const isThere = there.includes(name);
      equal(isThere || passwords.has(null), true, `${name} is lost`);
      if (!isThere) known.delete(name);
      else known.set(name, new Set([...passwords].filter((each) => each !== null)));
    }
    deepEqual(
      there.filter((name) => !known.has(name)),
      [],
      "nobody asked for these",
    );
    compared += there.length;
    // One whose password is certain, and one whose is one of two.
    for (const [name, passwords] of [...known].slice(-2)) {
      const lets = await Promise.all(
        [...passwords].map((each) => letsIn(`mongodb://${database.host}/`, name, String(each))),
      );
      equal(lets.filter(Boolean).length, 1, name);
      known.set(name, new Set([[...passwords][lets.indexOf(true)] ?? null]));
      logins++;
    }
  }
  equal(await server.stop(), 0);
  t.diagnostic(
    `${kills} kills: ${compared} users compared, ${logins} logins; as the state says again ${slowest.toFixed(0)} ms after the start at most`,
  );
});
