// DELETE /orgs/{orgId}/teams/{teamId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import * as teams from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const remove = { method: "DELETE", path: teams.teamPath };

test("deleteOrgTeam", async (t) => {
  const stage = await startStage(t);

  await t.test("204 deletes the team, not its people", async () => {
    assertSuccess(await stage.ask("owner", remove), { status: 204, limit: 1200 });
    for (const sending of [{ path: teams.teamPath }, remove]) {
      assertRefusal(await stage.ask("owner", sending), teams.noTeam(ids.team));
    }
    deepEqual(stage.rows("select * from team_members"), []);
    equal(stage.rows("select * from users where username = 'owner@example.com'").length, 1);
  });

  await t.test("the deletion writes an event for everybody in it, then its own", async () => {
    await stage.ask("owner", remove);
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_TEAM", { orgId: ids.org, target: "owner@example.com" }),
      eventBy("owner", "TEAM_DELETED", { orgId: ids.org }),
    ]);
    deepEqual(teams.detailsOf(stage), [{}, { teamId: ids.team }]);
  });

  await t.test("404 CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT until it is removed there", async () => {
    await teams.assignTeam(stage, "GROUP_READ_ONLY");
    assertRefusal(
      await stage.ask("owner", remove),
      refusal("CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", [ids.team]),
    );
    await stage.ask("owner", { method: "DELETE", path: teams.groupTeamPath });
    equal((await stage.ask("owner", remove)).status, 204);
  });

  await t.test("404 RESOURCE_NOT_FOUND when there is no such team", async () => {
    const nowhere = { ...remove, path: teams.teamPath.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), teams.noTeam());
  });
});
