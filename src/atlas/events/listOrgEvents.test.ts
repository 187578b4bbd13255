// GET /orgs/{orgId}/events, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  badDate,
  causeEvents,
  dayLater,
  shownAssignment,
  shownRenaming,
} from "../../../test/support/events.ts";
import { assertRefusal, assertSuccess, now, startStage } from "../../../test/support/stage.ts";
import { pageAt } from "../../../test/support/teams.ts";
import { account, ids } from "../../../test/support/world.ts";

const path = `/api/atlas/v2/orgs/${ids.org}/events`;

test("listOrgEvents", async (t) => {
  const stage = await startStage(t);
  const types = async (query: string) => {
    const { results } = (await stage.ask("owner", { path: `${path}${query}` })).json;
    return results.map((event: { eventTypeName: string }) => event.eventTypeName);
  };
  const both = ["TEAM_ADDED_TO_GROUP", "TEAM_NAME_CHANGED"];

  await t.test("200 answers the events, newest first", async () => {
    await causeEvents(stage);
    const json = pageAt(stage.url, path, [shownAssignment(stage), shownRenaming(stage)]);
    assertSuccess(await stage.ask("member", { path }), { status: 200, limit: 500, json });
  });

  await t.test("200 filters by type and by date, both ends included", async () => {
    await causeEvents(stage);
    const cases: Record<string, string[]> = {
      "?eventType=TEAM_NAME_CHANGED": ["TEAM_NAME_CHANGED"],
      "?eventType=TEAM_NAME_CHANGED&eventType=TEAM_ADDED_TO_GROUP": both,
      "?eventType=ALERT_ACKNOWLEDGED_AUDIT": [],
      [`?minDate=${now}&maxDate=${dayLater}`]: both,
      [`?minDate=${dayLater}`]: ["TEAM_ADDED_TO_GROUP"],
      [`?maxDate=${now}`]: ["TEAM_NAME_CHANGED"],
      "?minDate=2026-08-12": [],
      "?maxDate=2026-08-10T05:04:53%2B02:00": ["TEAM_NAME_CHANGED"],
    };
    for (const [query, expected] of Object.entries(cases)) deepEqual(await types(query), expected, query);
  });

  await t.test("200 answers page by page, without a count when none is wanted", async () => {
    await causeEvents(stage);
    deepEqual(await types("?itemsPerPage=1&pageNum=2"), ["TEAM_NAME_CHANGED"]);
    const { links, totalCount } = (
      await stage.ask("owner", { path: `${path}?includeCount=false&itemsPerPage=1` })
    ).json;
    deepEqual([links.length, totalCount], [1, 0]);
  });

  await t.test("200 names a service account by its ids", async () => {
    await stage.ask("account", {
      method: "PATCH",
      path: path.replace("events", `teams/${ids.team}`),
      body: { name: "x" },
    });
    const [event] = (await stage.ask("owner", { path })).json.results;
    deepEqual([event.userId, event.username], [account.clientId.slice(-24), account.clientId]);
    equal("apiKeyId" in event, false);
  });

  await t.test("400 INVALID_DATE_FORMAT for what is no date", async () => {
    for (const parameter of ["minDate", "maxDate"]) {
      assertRefusal(await stage.ask("owner", { path: `${path}?${parameter}=yesterday` }), badDate(parameter));
    }
  });
});
