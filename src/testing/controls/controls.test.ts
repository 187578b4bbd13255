// Tests of the setting of the clock, without a store or a server.
import { equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createClock } from "../../core/clock.ts";
import { createIssue } from "../../core/secrets/issue.ts";
import { createKeyring } from "../../core/secrets/keyring.ts";
import type { Store } from "../../core/store/store.ts";
import { createExplaining } from "../explain/explain.ts";
import { createControls } from "./controls.ts";

const controls = () =>
  createControls({
    store: { read: async () => [] } as unknown as Store,
    clock: createClock(),
    mintId: () => "",
    operationIds: [],
    explaining: createExplaining({
      operations: [],
      store: {} as Store,
      clock: createClock(),
      admits: () => false,
    }),
    deprecations: { list: async () => [], clear: async () => {} },
    findSuccessors: undefined,
    issue: createIssue(createKeyring(Buffer.alloc(32))),
    replant: async () => undefined,
    mail: null,
    dueMail: null,
  });

test("a clock that was frozen is moved from where it stood", () => {
  const { clock } = controls();
  void clock.set({ now: "2026-08-10T03:04:53Z" });
  void clock.set({ advance: "P1W" });
  equal(clock.now(), "2026-08-17T03:04:53.000Z");
});

test("a clock is not moved past the year 9999, which has no timestamp, nor to a day that is in no calendar", async () => {
  const { clock } = controls();
  await clock.set({ now: "2026-08-10T03:04:53Z" });
  for (const advance of ["P99999999D", "P99999999999D", `P${"9".repeat(400)}D`]) {
    await rejects(clock.set({ advance }), { status: 400 }, advance);
  }
  for (const now of ["9999-12-31T23:59:59-23:00", "2027-02-30"]) {
    await rejects(clock.set({ now }), { status: 400 }, now);
  }
  equal(clock.now(), "2026-08-10T03:04:53.000Z");
});
