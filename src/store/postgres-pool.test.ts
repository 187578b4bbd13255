// Who waits for a connection: all strangers of a wide network together, and each organization by itself.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { inTurn, postgresLimits } from "./postgres-pool.ts";

test("a network that has many addresses has one share", async () => {
  const turns = inTurn(async () => ({ release() {} }) as never, { ...postgresLimits, connectionMs: 0 });
  const served: string[] = [];
  const ask = (share: string) => void turns.take({ share }).then(() => served.push(share));
  const hostile = Array.from({ length: 9 }, (_, host) => `2001:db8:bad:${host}::1`);
  for (const share of hostile) ask(share);
  await turn();
  deepEqual([served, turns.waiting()], [hostile.slice(0, 8), 1]);
  for (const share of ["198.51.100.1", "5f0c1a2e7d344b6a9c810e2f"]) ask(share);
  await turn();
  deepEqual(served.slice(8), ["198.51.100.1", "5f0c1a2e7d344b6a9c810e2f"]);
});
