// GET /groups/{groupId}/teams, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { assignTeam, pageAt, groupTeamsPath as path, shownGroupTeam } from "../../../test/support/teams.ts";

const both = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];

test("listGroupTeams", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the teams of the project with their roles", async () => {
    await assignTeam(stage, ...both.toReversed());
    const json = pageAt(stage.url, path, [shownGroupTeam(stage.url, both)]);
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 1200, json });
  });

  await t.test("200 answers no team where there is none", async () => {
    const json = pageAt(stage.url, path, []);
    assertSuccess(await stage.ask("owner", { path }), { status: 200, limit: 1200, json });
  });

  await t.test("200 answers an empty page after the last", async () => {
    await assignTeam(stage, ...both);
    const { results, totalCount } = (await stage.ask("owner", { path: `${path}?pageNum=2` })).json;
    deepEqual({ results, totalCount }, { results: [], totalCount: 1 });
  });
});
