// A probe writes, remembers for a moment that it could, and does not wait for long.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createProbe } from "./probe.ts";

function start() {
  const written: unknown[] = [];
  let at = 0;
  let work: () => Promise<void> = async () => {};
  const meta = { set: async (...row: unknown[]) => void written.push(row) };
  const store = {
    async write(change: (tx: unknown) => Promise<void>) {
      await work();
      await change({ meta });
    },
  };
  return {
    probe: createProbe({ store: store as never, now: () => 1_000 + at, elapsed: () => at }),
    written: () => written.splice(0),
    wait: (ms: number) => {
      at += ms;
    },
    is: (state: () => Promise<void>) => {
      work = state;
    },
  };
}

test("a success is remembered for half a second", async () => {
  const { probe, written, wait } = start();
  await probe();
  deepEqual(written(), [["probed-at", "1000"]]);
  wait(499);
  await probe();
  deepEqual(written(), []);
  wait(1);
  await probe();
  deepEqual(written(), [["probed-at", "1500"]]);
});

test("a failure is not remembered", async () => {
  const { probe, written, is } = start();
  const away = new Error("away");
  is(() => Promise.reject(away));
  await rejects(probe(), away);
  is(async () => {});
  await probe();
  deepEqual(written().length, 1);
});

test("those who ask at once wait for one change", async () => {
  const { probe, written } = start();
  await Promise.all([probe(), probe(), probe()]);
  deepEqual(written().length, 1);
});

test("503 when the database does not answer within two seconds", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { probe, is } = start();
  is(() => new Promise(() => {}));
  const refused = rejects(probe(), {
    code: "SERVICE_UNAVAILABLE",
    parameters: ["The database does not answer in time"],
  });
  t.mock.timers.tick(1_999);
  const state = await Promise.race([refused.then(() => "refused"), Promise.resolve("waiting")]);
  deepEqual(state, "waiting");
  t.mock.timers.tick(1);
  await refused;
});
