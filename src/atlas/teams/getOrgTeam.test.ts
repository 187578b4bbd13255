// GET /orgs/{orgId}/teams/{teamId}, answer by answer.
import { test } from "node:test";
import { assertSuccess, startStage, testRefusals } from "../../../test/support/stage.ts";
import { invalidTeamId, noTeam, teamPath as path, shownTeam } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgTeam", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the team", async () => {
    const reply = await stage.ask("member", { path });
    assertSuccess(reply, { status: 200, limit: 1200, json: shownTeam(stage.url) });
  });

  await testRefusals(t, stage, [
    ["for what is no id", { path: path.replace(ids.team, "xyz") }, invalidTeamId],
    ["when there is no such team", { path: path.replace(ids.team, ids.missing) }, noTeam()],
    [
      "for a team of another organization",
      { path: path.replace(ids.org, ids.otherOrg) },
      noTeam(ids.team),
      { as: "stranger" },
    ],
  ]);
});
