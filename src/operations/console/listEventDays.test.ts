// Proves listOrgEventDays and listGroupEventDays: events of each day, of which types, and who may ask.
import { deepEqual, equal } from "node:assert/strict";
import { other, owner, startConsole } from "../../../test/support/console-operations.ts";
import { testSides } from "../../../test/support/sides.ts";
import { ids } from "../../../test/support/world.ts";

const operations = { org: "listOrgEventDays", group: "listGroupEventDays" } as const;
const places = { org: { orgId: ids.org }, group: { groupId: ids.group } };

testSides(operations, async (t, scope) => {
  const stage = await startConsole(t);
  const happen = async (id: string) =>
    stage.store.write((tx) =>
      tx.events.add({
        id: id.padStart(24, "0"),
        type: "INVITED_TO_GROUP",
        at: stage.clock.now(),
        orgId: ids.org,
        groupId: ids.group,
        actor: null,
      }),
    );
  const perform = async (username: string, query = {}) =>
    stage.perform(
      operations[scope],
      { ...places[scope], ...query },
      { session: await stage.session(username) },
    );

  await t.test("200 with the last 30 days, those without events as well", async () => {
    const before = (await perform(owner)).json.at(-1).count;
    await happen("1");
    stage.clock.advance(2 * 86_400_000);
    await happen("2");
    await happen("3");
    const { status, json } = await perform(owner);
    equal(status, 200);
    equal(json.length, 30);
    deepEqual(json.slice(-3), [
      { date: "2026-08-10", count: before + 1 },
      { date: "2026-08-11", count: 0 },
      { date: "2026-08-12", count: 2 },
    ]);
    const { json: none } = await perform(owner, { eventType: ["TEAM_DELETED"] });
    equal(none.at(-1).count, 0);
  });

  await t.test("401 for somebody who belongs elsewhere", async () => {
    equal((await perform(other)).status, 401);
  });
});
