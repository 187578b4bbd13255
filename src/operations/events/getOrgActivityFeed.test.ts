// GET /orgs/{orgId}/activityFeed, answer by answer.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../../../test/support/console.ts";
import { badDate } from "../../../test/support/events.ts";
import { assertCallers, assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { orgMembers, orgNotFound } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const base = `/api/atlas/v2/orgs/${ids.org}`;
const path = `${base}/activityFeed`;
const activity = `/orgs/${ids.org}/activity`;
const version = "application/vnd.atlas.2025-03-12+json";
const headers = { accept: version };

test("getOrgActivityFeed", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 500, headers: { "content-type": `${version};charset=utf-8` } };

  await t.test("200 answers a link to the page of the events", async () => {
    const reply = await stage.ask("member", { path, headers });
    assertSuccess(reply, { ...success, json: { link: `${stage.url}${activity}` } });
  });

  await t.test("200 answers a link with the filters that were sent, which can be followed", async () => {
    const sent = "minDate=2026-08-10T00:00:00Z&eventType=TEAM_CREATED&eventType=TEAM_DELETED";
    const reply = await stage.ask("owner", { path: `${path}?${sent}`, headers });
    const filters = "eventType=TEAM_CREATED&eventType=TEAM_DELETED&minDate=2026-08-10T00%3A00%3A00Z";
    assertSuccess(reply, { ...success, json: { link: `${stage.url}${activity}?${filters}` } });
    const shown = await browse(stage, "owner@example.com").open(reply.json.link.slice(stage.url.length));
    equal(shown.status, 200);
    match(shown.html, /value="TEAM_CREATED" checked/);
  });

  await t.test("400 INVALID_DATE_FORMAT for what is no date", async () => {
    const sending = { path: `${path}?maxDate=yesterday`, headers };
    assertRefusal(await stage.ask("owner", sending), badDate("maxDate"));
  });

  await t.test("404 ORG_NOT_FOUND when there is no such organization", async () => {
    const nowhere = { path: path.replace(ids.org, ids.missing), headers };
    assertRefusal(await stage.ask("owner", nowhere), orgNotFound);
  });

  await t.test("every member of the organization may", () =>
    assertCallers(stage, { path, headers }, orgMembers(200)),
  );
});
