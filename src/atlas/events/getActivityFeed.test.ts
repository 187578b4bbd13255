// GET /{orgs|groups}/{id}/activityFeed, answer by answer.
import { equal, match } from "node:assert/strict";
import { browse } from "../../../test/support/console.ts";
import { badDate } from "../../../test/support/events.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const version = "application/vnd.atlas.2025-03-12+json";
const headers = { accept: version };

const sides = {
  org: {
    path: `/api/atlas/v2/orgs/${ids.org}/activityFeed`,
    activity: `/orgs/${ids.org}/activity`,
    limit: 500,
    caller: "member",
    sent: "",
    filters: "",
    scopeId: ids.org,
  },
  group: {
    path: `/api/atlas/v2/groups/${ids.group}/activityFeed`,
    activity: `/projects/${ids.group}/activity`,
    limit: 300,
    caller: "groupReader",
    sent: "&clusterName=Cluster0",
    filters: "clusterNames=Cluster0&",
    scopeId: ids.group,
  },
} as const;

testSides({ org: "getOrgActivityFeed", group: "getGroupActivityFeed" }, async (t, scope) => {
  const stage = await startStage(t);
  const { path, activity, limit, ...side } = sides[scope];
  const success = { status: 200, limit, headers: { "content-type": `${version};charset=utf-8` } };

  await t.test("200 answers a link to the page of the events", async () => {
    const reply = await stage.ask(side.caller, { path, headers });
    assertSuccess(reply, { ...success, json: { link: `${stage.url}${activity}` } });
  });

  await t.test("200 answers a link with the filters that were sent, which can be followed", async () => {
    const types = "eventType=TEAM_CREATED&eventType=TEAM_DELETED";
    const sent = `minDate=2026-08-10T00:00:00Z&${types}${side.sent}`;
    const reply = await stage.ask("owner", { path: `${path}?${sent}`, headers });
    const filters = `${side.filters}${types}&minDate=2026-08-10T00%3A00%3A00Z`;
    assertSuccess(reply, { ...success, json: { link: `${stage.url}${activity}?${filters}` } });
    const shown = await browse(stage, "owner@example.com").open(reply.json.link.slice(stage.url.length));
    equal(shown.status, 200);
    match(shown.text, /created the team · deleted the team/);
  });

  await t.test("400 INVALID_DATE_FORMAT for what is no date", async () => {
    const sending = { path: `${path}?maxDate=yesterday`, headers };
    assertRefusal(await stage.ask("owner", sending), badDate("maxDate"));
  });
});
