// GET /groups/{groupId}/events, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { badDate, causeEvents, dayLater, shownAssignment } from "../../../test/support/events.ts";
import { assertRefusal, assertSuccess, now, startStage } from "../../../test/support/stage.ts";
import { pageAt } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `/api/atlas/v2/groups/${ids.group}/events`;

test("listGroupEvents", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the events of the project, not those of its organization", async () => {
    await causeEvents(stage);
    const json = pageAt(stage.url, path, [shownAssignment(stage)]);
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 300, json });
  });

  await t.test("200 filters by type, by date and by cluster", async () => {
    await causeEvents(stage);
    const cases: Record<string, number> = {
      "?eventType=TEAM_ADDED_TO_GROUP": 1,
      "?eventType=TEAM_ROLES_MODIFIED": 0,
      "?excludedEventType=TEAM_ADDED_TO_GROUP": 0,
      "?excludedEventType=TEAM_ROLES_MODIFIED": 1,
      [`?minDate=${dayLater}`]: 1,
      [`?maxDate=${now}`]: 0,
      "?clusterNames=Cluster0": 0,
    };
    for (const [query, count] of Object.entries(cases)) {
      const { results, totalCount } = (await stage.ask("owner", { path: `${path}${query}` })).json;
      deepEqual([results.length, totalCount], [count, count], query);
    }
  });

  await t.test("400 INVALID_DATE_FORMAT for what is no date", async () => {
    assertRefusal(await stage.ask("owner", { path: `${path}?minDate=yesterday` }), badDate("minDate"));
  });
});
