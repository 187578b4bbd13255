// DELETE /groups/{groupId}/teams/{teamId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import * as teams from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const remove = { method: "DELETE", path: teams.groupTeamPath };

test("removeGroupTeam", async (t) => {
  const stage = await startStage(t);
  t.beforeEach(() => teams.assignTeam(stage, "GROUP_OWNER", "GROUP_READ_ONLY"));

  await t.test("204 takes all its roles away and leaves the team", async () => {
    assertSuccess(await stage.ask("groupOwner", remove), { status: 204, limit: 1200 });
    assertRefusal(await stage.ask("owner", remove), teams.teamNotInGroup);
    deepEqual(stage.rows("select * from team_grants"), []);
    deepEqual((await stage.ask("owner", { path: teams.teamPath })).json, teams.shownTeam(stage.url));
  });

  await t.test("the removal writes its event", async () => {
    await stage.ask("groupOwner", remove);
    deepEqual(stage.events(), [
      eventBy("groupOwner", "TEAM_REMOVED_FROM_GROUP", { orgId: ids.org, groupId: ids.group }),
    ]);
    deepEqual(teams.detailsOf(stage), [{ teamId: ids.team }]);
  });

  await t.test("401 USER_UNAUTHORIZED for a team that does not exist, or not any more", async () => {
    const nowhere = { ...remove, path: teams.groupTeamPath.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), refusal("USER_UNAUTHORIZED"));
  });
});
