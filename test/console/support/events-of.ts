// The cases that both operations that list a person's events must pass.
import { deepEqual, equal } from "node:assert/strict";
import { ids } from "../../support/world.ts";
import { owner, testOnEngines } from "./console-operations.ts";

export function proveEventsOf(
  operation: "listGroupEventsOf" | "listOrgEventsOf",
  scope: Readonly<Record<string, string>>,
): void {
  testOnEngines(`${operation}`, async (t, stage) => {
    let made = 0;
    const happen = (
      type: "INVITED_TO_GROUP" | "JOINED_GROUP",
      actor: string,
      targetUsername: string,
      daysAgo = 0,
    ) =>
      stage.store.write((tx) =>
        tx.events.add({
          id: String(++made).padStart(24, "0"),
          type,
          at: stage.clock.now() - daysAgo * 86_400_000,
          orgId: ids.org,
          groupId: ids.group,
          actor: { kind: "USER", id: "f".repeat(24), name: actor, remoteAddress: { ip: "192.0.2.1" } },
          targetUsername,
        }),
      );
    const read = (query: Record<string, unknown>) => stage.read(owner, operation, { ...scope, ...query });

    await t.test("200 with what they did, and what was done to them", async () => {
      await happen("INVITED_TO_GROUP", "ann@example.com", "bob@example.com", 2);
      await happen("JOINED_GROUP", "bob@example.com", "bob@example.com", 1);
      await happen("INVITED_TO_GROUP", "ann@example.com", "eve@example.com");
      const of = async (who: string, query = {}) => {
        const { results, totalCount } = await read({ who, ...query });
        const types = results.map((shown: { event: { eventTypeName: string } }) => shown.event.eventTypeName);
        return [totalCount, ...types];
      };
      deepEqual(await of("bob@example.com"), [2, "JOINED_GROUP", "INVITED_TO_GROUP"]);
      deepEqual(await of("ann@example.com"), [2, "INVITED_TO_GROUP", "INVITED_TO_GROUP"]);
      deepEqual(await of("nobody"), [0]);
      deepEqual(await of("bob@example.com", { eventType: ["JOINED_GROUP"] }), [1, "JOINED_GROUP"]);
      deepEqual(await of("bob@example.com", { pageNum: 2, itemsPerPage: 1 }), [2, "INVITED_TO_GROUP"]);
      deepEqual(await of("bob@example.com", { maxDate: "2026-08-09T00:00:00Z" }), [1, "INVITED_TO_GROUP"]);
      const { days, isCut } = await read({ who: "bob@example.com" });
      equal(days.length, 30);
      deepEqual(days.slice(-3), [
        { date: "2026-08-08", count: 1 },
        { date: "2026-08-09", count: 1 },
        { date: "2026-08-10", count: 0 },
      ]);
      equal(isCut, false);
    });

    await t.test("200 by part of a name, by the actor alone, and with teams by name and id", async () => {
      await happen("INVITED_TO_GROUP", "ann@example.com", "bob@example.com", 2);
      await happen("JOINED_GROUP", "bob@example.com", "bob@example.com", 1);
      const count = async (query: object) => (await read({ ...query })).totalCount;
      deepEqual(
        [await count({ who: "BOB" }), await count({ by: "bob" }), await count({ by: "zed" })],
        [2, 1, 0],
      );
      await stage.store.write((tx) =>
        tx.events.add({
          id: "e".repeat(24),
          type: "JOINED_TEAM",
          at: stage.clock.now(),
          actor: null,
          orgId: ids.org,
          groupId: ids.group,
          targetUsername: "owner@example.com",
          kept: { team: { id: ids.team, name: "old core" }, access: [] },
        }),
      );
      const found = await read({ team: "core" });
      deepEqual(found.results[0].kept, { team: { id: ids.team, name: "old core" }, access: [] });
      deepEqual(found.people, [{ username: "owner@example.com", firstName: "Ada", lastName: "Example" }]);
      deepEqual(
        [await count({ team: ids.team }), await count({ team: "old core" }), await count({ team: "ops" })],
        [1, 1, 0],
      );
    });
  });
}
