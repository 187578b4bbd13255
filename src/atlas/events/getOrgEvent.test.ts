// GET /orgs/{orgId}/events/{eventId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { causeEvents, shownRenaming } from "../../../test/support/events.ts";
import { assertRefusal, assertSuccess, now, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `/api/atlas/v2/orgs/${ids.org}/events`;

test("getOrgEvent", async (t) => {
  const stage = await startStage(t);
  const notFound = (eventId: string, orgId: string = ids.org) =>
    refusal("ORG_EVENT_NOT_FOUND", [eventId, orgId]);

  await t.test("200 answers the event", async () => {
    await causeEvents(stage);
    const json = shownRenaming(stage);
    const reply = await stage.ask("member", { path: `${path}/${json.id}` });
    assertSuccess(reply, { status: 200, limit: 500, json });
  });

  await t.test("200 answers it as a log would have it, too, when that is wanted", async () => {
    await causeEvents(stage);
    const { id } = shownRenaming(stage);
    const { raw } = (await stage.ask("member", { path: `${path}/${id}?includeRaw=true` })).json;
    deepEqual(raw, {
      _t: "TEAM_NAME_CHANGED",
      cre: now,
      description: "Team name changed",
      id,
      orgId: ids.org,
      severity: "INFO",
    });
  });

  await t.test(
    "404 ORG_EVENT_NOT_FOUND when there is none, and for one of another organization",
    async () => {
      await causeEvents(stage);
      const { id } = shownRenaming(stage);
      assertRefusal(await stage.ask("owner", { path: `${path}/${ids.missing}` }), notFound(ids.missing));
      const elsewhere = { path: `${path.replace(ids.org, ids.otherOrg)}/${id}` };
      assertRefusal(await stage.ask("stranger", elsewhere), notFound(id, ids.otherOrg));
    },
  );
});
