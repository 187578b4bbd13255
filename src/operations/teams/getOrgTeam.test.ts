// GET /orgs/{orgId}/teams/{teamId}, answer by answer.
import { test } from "node:test";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { invalidTeamId, noTeam, teamPath as path, shownTeam } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgTeam", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the team", async () => {
    const reply = await stage.ask("member", { path });
    assertSuccess(reply, { status: 200, limit: 1200, json: shownTeam(stage.url) });
  });

  await t.test("404 INVALID_TEAM_ID for what is no id", async () => {
    assertRefusal(await stage.ask("owner", { path: path.replace(ids.team, "xyz") }), invalidTeamId);
  });

  await t.test("404 RESOURCE_NOT_FOUND when there is no such team", async () => {
    const nowhere = { path: path.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), noTeam());
  });

  await t.test("404 RESOURCE_NOT_FOUND for a team of another organization", async () => {
    const elsewhere = { path: path.replace(ids.org, ids.otherOrg) };
    assertRefusal(await stage.ask("stranger", elsewhere), noTeam(ids.team));
  });
});
