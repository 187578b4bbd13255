// Proves listOrgAccessChanges: the events with changes of access, newest first, in parts, on both engines.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId } = ids;

testOnEngines("listOrgAccessChanges", async (t, stage) => {
  const list = async (query: Record<string, unknown>) => {
    const json = await stage.read(owner, "listOrgAccessChanges", { orgId, ...query });
    return json;
  };

  await t.test("200 with those after an instant, 250 read at a time, and where to go on", async () => {
    const since = stage.clock.now();
    await stage.store.write(async (tx) => {
      for (let nth = 0; nth < 600; nth++) {
        const type = nth % 3 === 0 ? "ORG_SETTINGS_UPDATED" : "USER_ROLES_CHANGED_AUDIT";
        const event = {
          id: String(nth).padStart(24, "0"),
          at: since + 1 + Math.floor(nth / 10),
          actor: null,
        };
        await tx.events.add({
          ...event,
          type,
          ...(nth === 5 ? { groupId } : { orgId }),
          kept: { access: [] },
        });
      }
    });
    const read: { id: string }[] = [];
    let parts = 0;
    for (let at: object | null = {}; at !== null; parts++) {
      const { events, next } = await list({ since, ...at });
      read.push(...events);
      at = next;
    }
    equal(parts, 3);
    const wanted = Array.from({ length: 600 }, (_, nth) => nth).filter((nth) => nth % 3 !== 0 && nth !== 5);
    deepEqual(
      read.map(({ id }) => Number(id)),
      wanted.reverse(),
    );
    deepEqual(await list({ since, groupId }), {
      events: [
        {
          id: "5".padStart(24, "0"),
          type: "USER_ROLES_CHANGED_AUDIT",
          at: since + 1,
          groupId,
          details: {},
          kept: { access: [] },
        },
      ],
      next: null,
    });
  });
});
