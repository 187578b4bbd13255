// GET /groups/{groupId}/teams/{teamId}, answer by answer.
import { test } from "node:test";
import { assertSuccess, startStage, testRefusals } from "../../../test/support/stage.ts";
import {
  assignTeam,
  invalidTeamId,
  groupTeamPath as path,
  shownGroupTeam,
  teamNotFound,
  teamNotInGroup,
} from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

test("getGroupTeam", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the team with its roles, to everyone who can read the project", async () => {
    await assignTeam(stage, "GROUP_OWNER");
    for (const caller of ["owner", "account", "reader", "groupOwner", "groupReader"] as const) {
      const json = shownGroupTeam(stage.url, ["GROUP_OWNER"]);
      assertSuccess(await stage.ask(caller, { path }), { status: 200, limit: 1200, json });
    }
  });

  await testRefusals(t, stage, [
    ["for what is no id", { path: path.replace(ids.team, "xyz") }, invalidTeamId],
    ["when there is no such team", { path: path.replace(ids.team, ids.missing) }, teamNotFound()],
    ["for a team without roles there", { path }, teamNotInGroup],
  ]);
});
