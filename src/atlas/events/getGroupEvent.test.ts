// GET /groups/{groupId}/events/{eventId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { causeEvents, shownAssignment, shownRenaming } from "../../../test/support/events.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `/api/atlas/v2/groups/${ids.group}/events`;

test("getGroupEvent", async (t) => {
  const stage = await startStage(t);
  const notFound = (eventId: string) => refusal("EVENT_NOT_FOUND", [eventId, ids.group]);

  await t.test("200 answers the event", async () => {
    await causeEvents(stage);
    const json = shownAssignment(stage);
    const reply = await stage.ask("groupReader", { path: `${path}/${json.id}` });
    assertSuccess(reply, { status: 200, limit: 300, json });
    const raw = await stage.ask("groupReader", { path: `${path}/${json.id}?includeRaw=true` });
    deepEqual(raw.json.raw.description, "Team added to group");
  });

  await t.test("404 EVENT_NOT_FOUND when there is none, and for one of the organization alone", async () => {
    await causeEvents(stage);
    for (const id of [ids.missing, shownRenaming(stage).id]) {
      assertRefusal(await stage.ask("owner", { path: `${path}/${id}` }), notFound(id));
    }
  });
});
