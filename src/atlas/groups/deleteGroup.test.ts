// DELETE /groups/{groupId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath as path } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const remove = { method: "DELETE", path };

test("deleteGroup", async (t) => {
  const stage = await startStage(t);
  const gone = refusal("GROUP_NOT_FOUND", [ids.group]);

  await t.test("202 deletes the project with its invitations and the roles in it", async () => {
    assertSuccess(await stage.ask("groupOwner", remove), { status: 202, limit: 1200, json: {} });
    for (const sending of [{ path }, { path: `${path}/invites` }]) {
      assertRefusal(await stage.ask("owner", sending), gone);
    }
    for (const table of ["grants", "group_tags", "invites"]) {
      deepEqual(stage.rows(`select * from ${table} where group_id = '${ids.group}'`), []);
    }
    equal(stage.rows("select * from invites").length, 2);
  });

  await t.test("202 leaves its people, keys and name to the organization", async () => {
    await stage.ask("owner", remove);
    deepEqual((await stage.ask("groupReader", { path: "/api/atlas/v2/orgs" })).json.totalCount, 1);
    const again = {
      method: "POST",
      path: "/api/atlas/v2/groups",
      body: { name: "payments", orgId: ids.org },
    };
    equal((await stage.ask("owner", again)).status, 201);
  });

  await t.test("the deletion writes its event, which outlives the project", async () => {
    await stage.ask("groupOwner", remove);
    const about = { orgId: ids.org, groupId: ids.group };
    deepEqual(stage.events(), [eventBy("groupOwner", "GROUP_DELETED", about)]);
  });

  await t.test("202 again for a minute, without an event, to who deleted it and to owners", async () => {
    await stage.ask("groupOwner", remove);
    for (const again of ["groupOwner", "owner"] as const) {
      assertSuccess(await stage.ask(again, remove), { status: 202, limit: 1200, json: {} });
    }
    for (const other of ["groupReader", "reader", "stranger"] as const) {
      assertRefusal(await stage.ask(other, remove), gone);
    }
    equal(stage.events().length, 1);
    stage.clock.set({ advance: "PT60S" });
    equal((await stage.ask("owner", remove)).status, 202);
    stage.clock.set({ advance: "PT1S" });
    assertRefusal(await stage.ask("owner", remove), gone);
  });

  await t.test("202 for both of two at once, which delete it once", async () => {
    const replies = await Promise.all([stage.ask("owner", remove), stage.ask("owner", remove)]);
    deepEqual(
      replies.map(({ status }) => status),
      [202, 202],
    );
    equal(stage.events().length, 1);
  });
});
