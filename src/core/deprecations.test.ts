// Tests of counting calls of deprecated operations: across restarts and processes, in a bounded number of rows, and while the
// store is away.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "../../test/support/engines.ts";
import { createStorage, locationOf } from "../../test/support/storage.ts";
import { openStore } from "../server/open-store.ts";
import { createDeprecations } from "./deprecations.ts";
import type { DeprecatedCall } from "./domain/deprecated-call.ts";
import { day } from "./domain/instant.ts";

const now = Date.UTC(2026, 7, 10, 12);
const orgId = "a0123456789abcdef012345a";
const groupId = "b0123456789abcdef012345b";

const call = (changes: Partial<DeprecatedCall> = {}): DeprecatedCall => ({
  operationId: "listGroupInvites",
  userAgent: "curl/8.14.1",
  credential: { kind: "API_KEY", id: "key", name: "abcdefgh" },
  example: () => ({ params: { groupId }, query: { pretty: "true" } }),
  orgId,
  at: now,
  isGone: false,
  ...changes,
});

const counted = {
  operationId: "listGroupInvites",
  orgId,
  client: { tool: "curl", version: "8.14.1", resource: "", step: "" },
  userAgent: "curl/8.14.1",
  credential: { kind: "API_KEY", id: "key", name: "abcdefgh" },
  example: { params: { groupId }, query: { pretty: "true" } },
};

for (const engine of engines) {
  test(`calls are counted in ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const store = await openStore(locationOf(await createStorage(t, engine)));
    t.after(() => store.close());
    const wall = () => now;

    await t.test("those of several processes add up, and a new one finds them", async () => {
      const [one, other] = [createDeprecations({ store, wall }), createDeprecations({ store, wall })];
      for (const each of [one, other]) {
        each.note(call({ at: now + 1000 }));
        each.note(call({ at: now - day, isGone: true, userAgent: "curl/8.14.1 (again)" }));
      }
      await Promise.all([one.close(), other.close()]);
      deepEqual(await createDeprecations({ store, wall }).list(orgId), [
        {
          ...counted,
          firstAt: now - day,
          lastAt: now + 1000,
          days: [
            { day: Math.floor(now / day) - 1, calls: 2, gone: 2 },
            { day: Math.floor(now / day), calls: 2, gone: 0 },
          ],
        },
      ]);
    });

    await t.test("each organization has its own; all are listed together", async () => {
      const deprecations = createDeprecations({ store, wall });
      await deprecations.clear();
      deprecations.note(call({ orgId: "other", credential: { kind: "USER", id: "ada", name: "" } }));
      deprecations.note(call());
      deprecations.note(call({ orgId: null }));
      equal((await deprecations.list(orgId)).length, 1);
      deepEqual(
        (await deprecations.list(null)).map((each) => [each.orgId, each.credential?.name]),
        [
          [null, "abcdefgh"],
          [orgId, "abcdefgh"],
          ["other", ""],
        ],
      );
    });

    await t.test("a thousand callers of an organization are told apart, the rest is one", async () => {
      const deprecations = createDeprecations({ store, wall });
      await deprecations.clear();
      for (let index = 0; index < 1100; index++) deprecations.note(call({ userAgent: `tool-${index}/1` }));
      for (let index = 0; index < 1100; index++) deprecations.note(call({ userAgent: `tool-${index}/2` }));
      const all = await deprecations.list(orgId);
      ok(all.length > 990 && all.length <= 1001, `${all.length}`);
      const countOf = (counted: typeof all) =>
        counted.flatMap(({ days }) => days).reduce((sum, { calls }) => sum + calls, 0);
      equal(countOf(all), 2200);
      const others = all.filter(({ client }) => client.tool === "other");
      equal(others.length, 1);
      equal(countOf(others), 2200 - (all.length - 1));
    });

    await t.test("what is older than four hundred days is forgotten", async () => {
      const deprecations = createDeprecations({ store, wall: () => now + 500 * day });
      await deprecations.clear();
      deprecations.note(call());
      equal((await deprecations.list(null)).length, 1);
      const later = createDeprecations({ store, wall: () => now + 500 * day });
      later.note(call({ operationId: "getUser", at: now + 500 * day }));
      deepEqual(
        (await later.list(null)).map(({ operationId }) => operationId),
        ["getUser"],
      );
    });
  });
}

test("what could not be written is kept, and written later with what came meanwhile", async () => {
  const written: unknown[] = [];
  let isAway = true;
  const store = {
    write: async (work: (tx: unknown) => Promise<void>) => {
      if (isAway) throw new Error("away");
      await work({
        deprecatedCalls: { add: async (calls: unknown[]) => written.push(...calls), forget: async () => {} },
      });
    },
  };
  const deprecations = createDeprecations({ store: store as never, wall: () => now });
  deprecations.note(call());
  await deprecations.close();
  deprecations.note(call({ at: now + 5 }));
  isAway = false;
  await deprecations.close();
  deepEqual(written, [
    { ...counted, firstAt: now, lastAt: now + 5, days: [{ day: Math.floor(now / day), calls: 2, gone: 0 }] },
  ]);
});

test("a call that is counted costs no write", () => {
  let writes = 0;
  const store = { write: async () => void writes++ };
  const deprecations = createDeprecations({ store: store as never, wall: () => now });
  for (const userAgent of ["curl/8.14.1", "terraform-provider-mongodbatlas/2.16 Terraform/1.11.4"]) {
    for (let count = 0; count < 5_000; count++) deprecations.note(call({ userAgent }));
  }
  equal(writes, 0);
});
