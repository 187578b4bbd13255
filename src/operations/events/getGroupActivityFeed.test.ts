// GET /groups/{groupId}/activityFeed, answer by answer.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../../../test/support/console.ts";
import { badDate } from "../../../test/support/events.ts";
import { groupNotFound } from "../../../test/support/invites.ts";
import { assertCallers, assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { groupReaders } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const base = `/api/atlas/v2/groups/${ids.group}`;
const path = `${base}/activityFeed`;
const activity = `/projects/${ids.group}/activity`;
const version = "application/vnd.atlas.2025-03-12+json";
const headers = { accept: version };

test("getGroupActivityFeed", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 300, headers: { "content-type": `${version};charset=utf-8` } };

  await t.test("200 answers a link to the page of the events", async () => {
    const reply = await stage.ask("groupReader", { path, headers });
    assertSuccess(reply, { ...success, json: { link: `${stage.url}${activity}` } });
  });

  await t.test("200 answers a link with the filters that were sent, which can be followed", async () => {
    const sent =
      "minDate=2026-08-10T00:00:00Z&eventType=TEAM_CREATED&eventType=TEAM_DELETED&clusterName=Cluster0";
    const reply = await stage.ask("owner", { path: `${path}?${sent}`, headers });
    const filters =
      "clusterNames=Cluster0&eventType=TEAM_CREATED&eventType=TEAM_DELETED&minDate=2026-08-10T00%3A00%3A00Z";
    assertSuccess(reply, { ...success, json: { link: `${stage.url}${activity}?${filters}` } });
    const shown = await browse(stage, "owner@example.com").open(reply.json.link.slice(stage.url.length));
    equal(shown.status, 200);
    match(shown.html, /value="TEAM_CREATED" checked/);
  });

  await t.test("400 INVALID_DATE_FORMAT for what is no date", async () => {
    const sending = { path: `${path}?maxDate=yesterday`, headers };
    assertRefusal(await stage.ask("owner", sending), badDate("maxDate"));
  });

  await t.test("404 GROUP_NOT_FOUND when there is no such project", async () => {
    const nowhere = { path: path.replace(ids.group, ids.missing), headers };
    assertRefusal(await stage.ask("owner", nowhere), groupNotFound);
  });

  await t.test("everyone who can read the project may", () =>
    assertCallers(stage, { path, headers }, groupReaders(200)),
  );
});
