// PATCH /orgs/{orgId}/teams/{teamId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import * as teams from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const patch = (name = "ops") => ({ method: "PATCH", path: teams.teamPath, body: { name } });

test("renameOrgTeam", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200 };

  await t.test("200 answers the team under its new name", async () => {
    const json = teams.shownTeam(stage.url, { name: "ops" });
    assertSuccess(await stage.ask("owner", patch()), { ...success, json });
    assertSuccess(await stage.ask("owner", { path: teams.teamPath }), { ...success, json });
  });

  await t.test("200 for the name it has, without an event", async () => {
    assertSuccess(await stage.ask("owner", patch("core")), { ...success, json: teams.shownTeam(stage.url) });
    deepEqual(stage.events(), []);
  });

  await t.test("the renaming writes its event", async () => {
    await stage.ask("owner", patch());
    deepEqual(stage.events(), [eventBy("owner", "TEAM_NAME_CHANGED", { orgId: ids.org })]);
    deepEqual(teams.detailsOf(stage), [{ teamId: ids.team }]);
  });

  await t.test("400 INVALID_TEAM_NAME for blanks, control characters, and over 64", async () => {
    for (const name of teams.badTeamNames) {
      assertRefusal(await stage.ask("owner", patch(name)), teams.invalidTeamName(name));
    }
  });

  await t.test("404 TEAM_NOT_FOUND when there is no such team", async () => {
    const nowhere = { ...patch(), path: teams.teamPath.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), teams.teamNotFound());
  });

  await t.test("409 TEAM_NAME_NOT_AVAILABLE when the name is taken in the organization", async () => {
    const body = { name: "ops", usernames: ["owner@example.com"] };
    await stage.ask("owner", { method: "POST", path: teams.teamsPath, body });
    assertRefusal(await stage.ask("owner", patch()), teams.teamNameTaken("ops"));
    assertSuccess(await stage.ask("owner", { path: teams.teamPath }), {
      ...success,
      json: teams.shownTeam(stage.url),
    });
  });
});
