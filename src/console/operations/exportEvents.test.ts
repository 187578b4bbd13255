// Proves exportOrgEvents and exportGroupEvents: every event of a filter, in parts, and who may call them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { owner, startConsole } from "../../../test/console/support/console-operations.ts";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { ids } from "../../../test/support/world.ts";

for (const engine of engines) {
  for (const [operation, scope] of [
    ["exportOrgEvents", { orgId: ids.org }],
    ["exportGroupEvents", { groupId: ids.group }],
  ] as const) {
    test(`${operation} on ${engine}`, { skip: skipReason(engine) }, async (t) => {
      const stage = await startConsole(t, { engine });
      const ask = async (query: object, who = owner) => stage.ask(who, operation, { ...scope, ...query });

      await t.test("200 with 250 events looked at, those of the filter, and where to go on", async () => {
        await stage.store.write(async (tx) => {
          for (let nth = 0; nth < 600; nth++) {
            await tx.events.add({
              id: String(nth).padStart(24, "0"),
              at: stage.clock.now() + 1 + Math.floor(nth / 7),
              actor: null,
              ...scope,
              type: nth % 2 === 0 ? "JOINED_GROUP" : "INVITED_TO_GROUP",
              targetUsername: nth % 10 === 0 ? "ann@example.com" : "bob@example.com",
            });
          }
        });
        const all = async (query: object) => {
          const found: number[] = [];
          const sizes: number[] = [];
          for (let from: object | null = {}; from !== null; ) {
            const { json } = await ask({ ...query, ...from });
            sizes.push(json.events.length);
            found.push(...json.events.map(({ event }: { event: { id: string } }) => Number(event.id)));
            from = json.next;
          }
          return { found, sizes };
        };
        const downwards = Array.from({ length: 600 }, (_, nth) => 599 - nth);
        const whole = await all({ minDate: "2026-08-10T03:04:53Z", who: "@example.com" });
        deepEqual(whole.found, downwards);
        deepEqual(whole.sizes.slice(0, 2), [250, 250]);
        deepEqual(
          (await all({ who: "ANN" })).found,
          downwards.filter((nth) => nth % 10 === 0),
        );
        const joined = await all({ eventType: ["JOINED_GROUP"], who: "bob" });
        deepEqual(
          joined.found,
          downwards.filter((nth) => nth % 2 === 0 && nth % 10 !== 0),
        );
      });

      await t.test("400 for what is no date", async () => {
        equal((await ask({ minDate: "never" })).json.errorCode, "INVALID_DATE_FORMAT");
      });
    });
  }
}
