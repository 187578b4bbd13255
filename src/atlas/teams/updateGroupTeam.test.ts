// PATCH /groups/{groupId}/teams/{teamId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, eventBy, startStage, testRefusals } from "../../../test/support/stage.ts";
import * as teams from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const both = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];
const patch = (body: object = { roleNames: both }) => ({ method: "PATCH", path: teams.groupTeamPath, body });

test("updateGroupTeam", async (t) => {
  const stage = await startStage(t);
  t.beforeEach(() => teams.assignTeam(stage, "GROUP_OWNER"));
  const json = teams.pageAt(stage.url, teams.groupTeamPath, [teams.shownGroupTeam(stage.url, both)]);
  const success = { status: 200, limit: 1200, json };

  await t.test("200 replaces the roles and answers a page with the team", async () => {
    assertSuccess(await stage.ask("groupOwner", patch()), success);
    deepEqual((await stage.ask("groupOwner", { path: teams.groupTeamPath })).json.roleNames, both);
  });

  await t.test("200 whatever team the body names", async () => {
    for (const teamId of ["", ids.missing]) {
      assertSuccess(await stage.ask("owner", patch({ roleNames: both, teamId })), success);
    }
  });

  await t.test("the change writes its event, and none where nothing changes", async () => {
    await stage.ask("groupOwner", patch());
    await stage.ask("groupOwner", patch());
    deepEqual(stage.events(), [
      eventBy("groupOwner", "TEAM_ROLES_MODIFIED", { orgId: ids.org, groupId: ids.group }),
    ]);
    deepEqual(teams.detailsOf(stage), [{ teamId: ids.team }]);
  });

  await t.test("400 MISSING_ATTRIBUTE, BAD_REQUEST, INVALID_ROLE_FOR_GROUP", async () => {
    const codes = [];
    for (const body of [{}, { roleNames: [] }, { roleNames: ["X"] }, { roleNames: ["ORG_OWNER"] }]) {
      codes.push((await stage.ask("owner", patch(body))).json.errorCode);
    }
    const bad = ["BAD_REQUEST", "BAD_REQUEST"];
    deepEqual(codes, ["MISSING_ATTRIBUTE", ...bad, "INVALID_ROLE_FOR_GROUP"]);
    deepEqual((await stage.ask("owner", { path: teams.groupTeamPath })).json.roleNames, ["GROUP_OWNER"]);
  });

  await testRefusals(t, stage, [
    [
      "when there is no such team",
      { ...patch(), path: teams.groupTeamPath.replace(ids.team, ids.missing) },
      teams.teamNotFound(),
    ],
    [
      "for a team without roles there",
      patch(),
      teams.teamNotInGroup,
      { before: () => stage.execute("delete from team_grants") },
    ],
  ]);
});
