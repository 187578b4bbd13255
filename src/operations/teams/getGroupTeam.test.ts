// GET /groups/{groupId}/teams/{teamId}, answer by answer.
import { test } from "node:test";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
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

  await t.test("401 USER_CANNOT_ACCESS_GROUP for others", async () => {
    for (const caller of ["member", "creator", "stranger"] as const) {
      assertRefusal(await stage.ask(caller, { path }), refusal("USER_CANNOT_ACCESS_GROUP"));
    }
  });

  await t.test("404 INVALID_TEAM_ID for what is no id", async () => {
    assertRefusal(await stage.ask("owner", { path: path.replace(ids.team, "xyz") }), invalidTeamId);
  });

  await t.test("404 TEAM_NOT_FOUND when there is no such team", async () => {
    const nowhere = { path: path.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), teamNotFound());
  });

  await t.test("404 TEAM_NOT_IN_GROUP for a team without roles there", async () => {
    assertRefusal(await stage.ask("owner", { path }), teamNotInGroup);
  });
});
