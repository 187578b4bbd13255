// DELETE /orgs/{orgId}/teams/{teamId}/users/{userId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import {
  assertCallers,
  assertOneUnit,
  assertRefusal,
  assertSuccess,
  eventBy,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import * as teamUsers from "../../../test/support/team-users.ts";
import { orgOwnersOnly, teamPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

test("removeOrgTeamUserFromTeam", async (t) => {
  const stage = await startStage(t);
  const removal = (id: string) => ({ method: "DELETE", path: `${teamPath}/users/${id}` });
  const remove = (who: keyof ReturnType<typeof teamUsers.people>) => removal(teamUsers.people(stage)[who]);

  await t.test("204 takes the user out of the team", async () => {
    const reply = await stage.ask("owner", remove("owner"));
    assertSuccess(reply, { status: 204, limit: 1200, headers: teamUsers.older });
    deepEqual(stage.rows("select * from team_members"), []);
  });

  await t.test("the removal writes its event", async () => {
    await stage.ask("owner", remove("owner"));
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_TEAM", { orgId: ids.org, target: "owner@example.com" }),
    ]);
  });

  await t.test("500 and the user still in the team when its event cannot be written", () =>
    assertOneUnit(stage, remove("owner")),
  );

  await t.test("404 INVALID_USER_ID for what is no id", async () => {
    assertRefusal(await stage.ask("owner", removal("xyz")), refusal("INVALID_USER_ID", ["xyz"]));
  });

  await teamUsers.refusedStrangers(t, stage, (id) => removal(id));

  await t.test("404 USER_NOT_IN_ORG for a pending user, who is not seen here", async () => {
    fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team });
    assertRefusal(await stage.ask("owner", remove("pending")), teamUsers.userNotInOrg("new@example.com"));
  });

  await t.test("404 USER_NOT_IN_TEAM for somebody who is not in it", async () => {
    assertRefusal(await stage.ask("owner", remove("member")), teamUsers.userNotInTeam("member@example.com"));
  });

  await t.test("Organization Owners may", () => assertCallers(stage, remove("owner"), orgOwnersOnly(204)));
});
