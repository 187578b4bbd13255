// Events without a seal: those that wait for a server are told from those that servers passed over.
import { deepEqual, equal, match } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { verifyAudit } from "../src/cli/audit.ts";
import { day, hour, minute, second } from "../src/core/domain/instant.ts";
import type { Store } from "../src/core/store/store.ts";
import { agreeOnSecret } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { anteroom } from "./support/command.ts";
import { engines, skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { startProcess } from "./support/process.ts";
import {
  findings,
  forging,
  keyring,
  masters,
  now,
  open,
  otherOrg,
  problems,
  record,
  seal,
  sealerOf,
  secret,
  settingsOf,
  tamper,
} from "./support/sealed.ts";
import { createStorage, type TestStorage } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { ids, invited, keys, seed, sendAs } from "./support/world.ts";

/** A store with an event of each of two organizations, sealed at once. */
async function openSealed(t: TestContext, storage: TestStorage): Promise<Store> {
  const store = await open(t, storage);
  await agreeOnSecret(store, keyring);
  for (const orgId of [ids.org, otherOrg]) await record(store, { orgId }, 1);
  await seal(store);
  return store;
}

/** Returns what `audit verify` says, after a second look that changes nothing. */
const isWhole = (storage: TestStorage) => verifyAudit(settingsOf(storage), masters, {}, async () => {});

const noteOf = "(select value from meta where key = 'audit-looked')";

for (const engine of engines) {
  test(`events without a seal on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await t.test("wait for a server where none has looked since, however long ago that is", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openSealed(t, storage);
      await record(store, { orgId: ids.org }, 5, now + 3 * second);
      equal(await isWhole(storage), true);
      const { waiting, waitingSince, looked } = await findings(store);
      deepEqual([waiting, waitingSince, looked], [5, now + 3 * second, now]);
    });

    await t.test("are whole once sealed, however many a crash left and however late that is", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openSealed(t, storage);
      await record(store, { orgId: ids.org }, 600, now);
      await seal(store, now + 3 * day);
      deepEqual(await problems(store), []);
      equal((await findings(store)).chains.find(({ orgId }) => orgId === ids.org)?.kept, 601);
    });

    await t.test("are broken where a server looked after their time", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openSealed(t, storage);
      await seal(store, now + hour);
      await tamper(storage, forging("c0", now + hour - 2 * minute));
      equal(await isWhole(storage), false, "before it is sealed");
      equal((await findings(store)).looked, now + hour);
    });

    await t.test(
      "are found when they are sealed, also in an organization where nothing happened",
      async (t) => {
        const storage = await createStorage(t, engine);
        const store = await openSealed(t, storage);
        await record(store, { orgId: otherOrg }, 1, now + 3 * day);
        await seal(store, now + 3 * day);
        await tamper(storage, forging("c0", now + day));
        await seal(store, now + 3 * day + 5 * second);
        deepEqual(await problems(store), [
          "seal 2: event X says a time at which it cannot have been written",
        ]);
      },
    );

    await t.test("are broken also where the note of the last look is taken away", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openSealed(t, storage);
      // Its seal says that the look before left nothing.
      await seal(store, now + hour);
      await record(store, { orgId: ids.org }, 1, now + 2 * hour);
      await seal(store, now + 2 * hour);
      await tamper(
        storage,
        `${forging("c0", now + 30 * minute)}; delete from meta where key = 'audit-looked'`,
      );
      equal(await isWhole(storage), false);
      equal((await findings(store)).looked, now + hour);
    });

    await t.test("are broken where the note is changed, or an older one is put in its place", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openSealed(t, storage);
      const [{ value }] = (await storage.rows(`select ${noteOf} as value`)) as [{ value: string }];
      const later = value.replaceAll(String(now), String(now + hour));
      await tamper(storage, `update meta set value = '${later}' where key = 'audit-looked'`);
      deepEqual((await findings(store)).problems, ["the note of when servers looked was changed"]);
      equal(await isWhole(storage), false);

      for (const at of [now + hour, now + 2 * hour]) await seal(store, at);
      await record(store, { orgId: ids.org }, 1, now + 3 * hour);
      await seal(store, now + 3 * hour);
      deepEqual((await findings(store)).problems, []);
      await tamper(storage, `update meta set value = '${value}' where key = 'audit-looked'`);
      deepEqual((await findings(store)).problems, ["the note of when servers looked is older than a seal"]);
    });

    await t.test("of a server whose clock can be set may say any time, and leave no note", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openSealed(t, storage);
      await sealerOf(store, null, now + 30 * day, true).look();
      equal((await findings(store)).looked, null);
      await record(store, { orgId: ids.org }, 1, now - day);
      equal(await isWhole(storage), true);
    });

    await t.test("are sealed when a server ends, though another failed to at first", async (t) => {
      const store = await open(t, await createStorage(t, engine));
      await record(store, { orgId: ids.org }, 300);
      let failures = 0;
      const write: Store["write"] = (...args) =>
        failures++ < 2 ? Promise.reject(new Error("the database is locked")) : store.write(...args);
      await sealerOf({ ...store, write }).close();
      equal((await findings(store)).waiting, 0);
    });

    await t.test("leave the store to others for longer than their sealing takes", async (t) => {
      const store = await open(t, await createStorage(t, engine));
      let writing = 0;
      const write: Store["write"] = async (...args) => {
        const startedAt = performance.now();
        try {
          return await store.write(...args);
        } finally {
          writing += performance.now() - startedAt;
        }
      };
      // On a busy machine a turn that writes may wait for its processor: the least of several tries counts.
      let least = 1;
      for (let time = 0; time < 8 && least >= 0.35; time++) {
        await record(store, { orgId: ids.org }, 128 * 8);
        writing = 0;
        const startedAt = performance.now();
        await sealerOf({ ...store, write }).look();
        least = Math.min(least, writing / (performance.now() - startedAt));
      }
      equal(least < 0.35, true, `${least} of the time`);
    });

    await t.test("after a kill are not called broken, and the next start seals them at once", async (t) => {
      const storage = await createStorage(t, engine);
      const planted = await open(t, storage);
      await plant(seed, { store: planted, keyring, now });
      await planted.close();
      const env = { ANTEROOM_SECRET: secret };
      const serve = () => startProcess(t, ["serve", ...storage.flags, "--port", "0"], env);
      const server = await serve();
      const invite = (username: string) => {
        const body = { username, roles: ["GROUP_OWNER"] };
        return sendAs(server.url, keys.owner, { method: "POST", path: invitesPath, body });
      };
      for (const name of ["a", "b", "c"]) equal((await invite(`${name}.${invited}`)).status, 200);
      await server.kill();
      const verify = () => anteroom(["audit", "verify", ...storage.flags], { env });
      const { code, stdout } = await verify();
      equal(code, 0, stdout);
      match(
        stdout,
        /^not sealed yet: \d+ events, since \S+Z; the next look of a server seals them, the last/m,
      );
      const again = await serve();
      const readyAt = performance.now();
      await until(() => again.output().includes("events sealed"));
      const afterMs = performance.now() - readyAt;
      await again.stop();
      equal(afterMs < 4 * second, true, `${afterMs} ms`);
      equal((await findings(await open(t, storage))).waiting, 0);
    });
  });
}
