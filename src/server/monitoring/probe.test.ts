// Tests that a probe writes, keeps its success for a moment, and is not waited for too long.
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
  const [first] = written() as [string, string][];
  deepEqual([first?.[0], (first?.[1].length ?? 0) > 30_000], ["probed-at", true]);
  wait(499);
  await probe();
  deepEqual(written(), []);
  wait(1);
  await probe();
  const [second] = written() as [string, string][];
  deepEqual([second?.[0], second?.[1] !== first?.[1]], ["probed-at", true]);
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

test("what takes long is as good as what was found last, until it takes longer than requests may", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { probe, is, wait } = start();
  /** Returns the outcome of a probe after this time. */
  const asked = async (afterMs: number) => {
    const outcome = probe().then(
      () => "ready",
      ({ parameters }) => parameters[0],
    );
    const soon = () => Promise.race([outcome, new Promise((resolve) => setImmediate(resolve, "waiting"))]);
    t.mock.timers.tick(afterMs - 1);
    const before = await soon();
    t.mock.timers.tick(1);
    return [before, await soon()];
  };
  let end = () => {};
  is(() => new Promise((resolve) => (end = resolve)));
  deepEqual(await asked(1_500), ["waiting", "ready"]);
  wait(9_999);
  deepEqual(await asked(1_500), ["waiting", "ready"]);
  wait(1);
  const silent = "The database does not answer in time";
  deepEqual(await asked(1_500), ["waiting", silent]);
  end();
  await new Promise(setImmediate);
  await probe();
  is(() => Promise.reject(new Error("away")));
  wait(500);
  await rejects(probe(), /away/);
  is(() => new Promise((resolve) => (end = resolve)));
  // A failed probe does not count as successful because there is no newer one.
  deepEqual(await asked(1_500), ["waiting", silent]);
  end();
  await new Promise(setImmediate);
  await probe();
});
