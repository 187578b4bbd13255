// Tests that the limits that protect passwords are counted in the store: in one bucket for all processes, and through restarts.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { openStore } from "../../src/server/open-store.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { openBrowser } from "../support/console.ts";
import { engines, skipReason } from "../support/engines.ts";
import { password, peopledSeed } from "../support/people.ts";
import { createStorage, locationOf } from "../support/storage.ts";

const username = "owner@example.com";

/** The status of a sign-in with a wrong password, by a browser that nobody knows. */
const guess = async (server: { readonly url: string }): Promise<number> =>
  (await openBrowser(server).send("/sign-in", "signIn", { username, password: `no ${password}` })).status;

for (const engine of engines) {
  test(`a bucket on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const { options } = await createStorage(t, engine);
    const store = await openStore(locationOf({ options }));
    t.after(() => store.close());
    const start = Date.UTC(2026, 7, 10);
    const take = (at: number, keyHash = "somebody", capacity = 3) =>
      store.write((tx) => tx.buckets.take({ keyHash, capacity, cost: 1000, now: start + at }));

    await t.test("is empty after its capacity, and gets back one after the other", async () => {
      const taken = [];
      for (const at of [0, 1, 2, 3, 999, 1000, 1001, 3100, 3100]) taken.push(await take(at));
      const [first, second] = [start + 1000, start + 2000];
      deepEqual(taken, [
        undefined,
        undefined,
        undefined,
        first,
        first,
        undefined,
        second,
        undefined,
        undefined,
      ]);
    });

    await t.test("holds no more than its capacity, however long it is left alone", async () => {
      const taken = [];
      for (let count = 0; count < 4; count++) taken.push(await take(3_600_000));
      deepEqual(taken, [undefined, undefined, undefined, start + 3_601_000]);
    });

    await t.test("of somebody else is another", async () => {
      equal(await take(3_600_000, "somebody else"), undefined);
    });

    await t.test("is not locked by a clock that was years ahead", async () => {
      for (let count = 0; count < 3; count++) await take(1e12, "ahead");
      equal(await take(0, "ahead"), undefined);
      await take(0, "ahead");
      await take(0, "ahead");
      equal(await take(0, "ahead"), start + 1000);
    });

    await t.test("is good for its capacity, however many take from it at once", async () => {
      const taken = await Promise.all(Array.from({ length: 40 }, () => take(0, "everybody", 20)));
      equal(taken.filter((freeAt) => freeAt === undefined).length, 20);
    });

    await t.test("is forgotten when it is full, and not before", async () => {
      await take(0, "full", 1);
      await take(5000, "in use", 1);
      await store.write((tx) => tx.buckets.sweep(start + 5000));
      deepEqual([await take(5000, "full", 1), await take(5000, "in use", 1)], [undefined, start + 6000]);
    });
  });

  test(`${engine}: a restart forgets no attempt to sign in`, { skip: skipReason(engine) }, async (t) => {
    const { options } = await createStorage(t, engine);
    const secret = "the same before and after";
    const before = await createAnteroom({ seed: peopledSeed, secret, limits: "atlas", ...options });
    const first = [await guess(before), await guess(before), await guess(before)];
    await before.close();
    const after = await createAnteroom({ secret, limits: "atlas", ...options });
    t.after(() => after.close());
    const then = [await guess(after), await guess(after), await guess(after)];
    deepEqual(
      [first, then],
      [
        [401, 401, 401],
        [401, 401, 429],
      ],
    );
  });
}

test("two processes on one PostgreSQL give five attempts in all", {
  skip: skipReason("postgres"),
}, async (t) => {
  const { options } = await createStorage(t, "postgres");
  const secret = "shared by both";
  const one = await createAnteroom({ seed: peopledSeed, secret, limits: "atlas", ...options });
  const two = await createAnteroom({ secret, limits: "atlas", ...options });
  t.after(() => Promise.all([one.close(), two.close()]));
  const attempts = await Promise.all([one, two, one, two, one, two, one, two].map(guess));
  deepEqual(attempts.sort(), [401, 401, 401, 401, 401, 429, 429, 429]);
});

test("a rehearsal of one machine slows nobody down", async (t) => {
  const rehearsal = await createAnteroom({ seed: peopledSeed });
  t.after(() => rehearsal.close());
  const attempts = [];
  for (let count = 0; count < 7; count++) attempts.push(await guess(rehearsal));
  deepEqual([...new Set(attempts)], [401]);
});
