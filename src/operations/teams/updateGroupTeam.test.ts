// PATCH /groups/{groupId}/teams/{teamId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
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

  await t.test("401 USER_UNAUTHORIZED for somebody who only reads the project", async () => {
    for (const caller of ["reader", "groupReader"] as const) {
      assertRefusal(await stage.ask(caller, patch()), refusal("USER_UNAUTHORIZED"));
    }
  });

  await t.test("404 TEAM_NOT_FOUND when there is no such team", async () => {
    const nowhere = { ...patch(), path: teams.groupTeamPath.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), teams.teamNotFound());
  });

  await t.test("404 TEAM_NOT_IN_GROUP for a team without roles there", async () => {
    stage.execute("delete from team_grants");
    assertRefusal(await stage.ask("owner", patch()), teams.teamNotInGroup);
  });
});
