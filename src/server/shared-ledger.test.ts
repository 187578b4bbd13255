// Tests of counts of nonces in a store whose disk fills up and gets space again: each is accepted once, and reads continue.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { nonceLifetime } from "../core/http/digest.ts";
import { refusalOf } from "../core/store/outages.ts";
import { createSharedLedger } from "./shared-ledger.ts";

const asker = { share: "o" };
const failing = (code: string) => refusalOf(Object.assign(new Error("refused"), { code }));

function start() {
  const kept = new Set<string>();
  const state: { code?: string; askers: unknown[] } = { askers: [] };
  const credentials = {
    async spendDigest(nonce: string, count: number) {
      if (state.code !== undefined) throw failing(state.code);
      const isNew = !kept.has(`${nonce} ${count}`);
      kept.add(`${nonce} ${count}`);
      return isNew;
    },
    isDigestSpent: async (nonce: string, count: number) => kept.has(`${nonce} ${count}`),
  };
  const run = async (work: (tx: unknown) => unknown, by: unknown) => {
    state.askers.push(by);
    return work({ credentials });
  };
  const ledger = createSharedLedger({ look: run, write: run } as never);
  const spend = (count: number, now = 0) => ledger.spend("nonce", count, nonceLifetime, now, asker);
  return { state, spend };
}

test("a count is taken once while the disk is full, before and afterwards", async () => {
  const { state, spend } = start();
  deepEqual([await spend(1), await spend(1)], [true, false]);
  state.code = "53100";
  deepEqual([await spend(1), await spend(2), await spend(2), await spend(3)], [false, true, false, true]);
  delete state.code;
  deepEqual([await spend(2), await spend(3), await spend(4), await spend(4)], [false, false, true, false]);
  deepEqual(new Set(state.askers), new Set([asker]));
});

test("after any other failure nothing is believed", async () => {
  const { state, spend } = start();
  for (const code of ["53200", "ECONNRESET", "25006", "57014"]) {
    state.code = code;
    await rejects(spend(1), { code: "SERVICE_UNAVAILABLE" });
  }
});
