// POST /orgs/{orgId}/teams/{teamId}:removeUser, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { assertRefusal, assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import * as teamUsers from "../../../test/support/team-users.ts";
import { teamPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${teamPath}:removeUser`;
const post = (id: string) => ({ method: "POST", path, headers: { accept: teamUsers.v2025 }, body: { id } });

test("removeOrgTeamUser", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: teamUsers.newer };
  const remove = (who: keyof ReturnType<typeof teamUsers.people>) => post(teamUsers.people(stage)[who]);

  await t.test("200 answers the user without the team, even the last in it", async () => {
    const json = teamUsers.shownOwner(teamUsers.people(stage).owner, []);
    assertSuccess(await stage.ask("owner", remove("owner")), { ...success, json });
    deepEqual(stage.rows("select * from team_members"), []);
    assertRefusal(await stage.ask("owner", remove("owner")), teamUsers.userNotInTeam("owner@example.com"));
  });

  await t.test("200 for a pending user", async () => {
    fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team });
    const json = teamUsers.shownPending(teamUsers.people(stage).pending, []);
    assertSuccess(await stage.ask("owner", remove("pending")), { ...success, json });
  });

  await t.test("the removal writes its event", async () => {
    await stage.ask("owner", remove("owner"));
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_TEAM", { orgId: ids.org, target: "owner@example.com" }),
    ]);
  });

  await teamUsers.refusedStrangers(t, stage, (id) => post(id));

  await t.test("404 USER_NOT_IN_ORG after the invitation expired", async () => {
    const sending = remove("pending");
    await stage.end(ids.orgInvite, "expire");
    assertRefusal(await stage.ask("owner", sending), teamUsers.userNotInOrg("new@example.com"));
  });

  await t.test("404 USER_NOT_IN_TEAM for somebody who is not in it", async () => {
    assertRefusal(await stage.ask("owner", remove("member")), teamUsers.userNotInTeam("member@example.com"));
  });
});
