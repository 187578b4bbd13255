// POST /orgs/{orgId}/teams/{teamId}:addUser, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import * as teamUsers from "../../../test/support/team-users.ts";
import { teamPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${teamPath}:addUser`;
const post = (id: string) => ({ method: "POST", path, headers: { accept: teamUsers.v2025 }, body: { id } });

test("addOrgTeamUser", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: teamUsers.newer };
  const add = (who: keyof ReturnType<typeof teamUsers.people>) => post(teamUsers.people(stage)[who]);

  await t.test("200 answers the user with the team", async () => {
    const json = teamUsers.shownMember(teamUsers.people(stage).member, [ids.team]);
    assertSuccess(await stage.ask("owner", add("member")), { ...success, json });
    equal(stage.rows(`select * from team_members where team_id = '${ids.team}'`).length, 2);
  });

  await t.test("200 for a pending user, who is in the team on accepting", async () => {
    const json = teamUsers.shownPending(teamUsers.people(stage).pending, [ids.team]);
    assertSuccess(await stage.ask("owner", add("pending")), { ...success, json });
    await stage.end(ids.orgInvite, "accept");
    equal(stage.rows(`select * from team_members where team_id = '${ids.team}'`).length, 2);
  });

  await t.test("the joining writes its event", async () => {
    await stage.ask("owner", add("member"));
    await stage.ask("owner", add("pending"));
    const about = { orgId: ids.org };
    deepEqual(stage.events(), [
      eventBy("owner", "JOINED_TEAM", { ...about, target: "member@example.com" }),
      eventBy("owner", "INVITED_TO_TEAM", { ...about, target: "new@example.com" }),
    ]);
  });

  await testRefusals(t, stage, [
    [
      "for a person in 100",
      add("member"),
      teamUsers.tooManyTeams,
      { before: () => teamUsers.fillTeamsOfMember(stage) },
    ],
    ["for a team of 250", add("member"), teamUsers.tooManyUsers, { before: () => teamUsers.fillTeam(stage) }],
  ]);

  await teamUsers.refusedStrangers(t, stage, (id) => post(id));

  await t.test("404 USER_NOT_IN_ORG after the invitation expired or was declined", async () => {
    const sending = add("pending");
    for (const ending of ["expire", "decline"] as const) {
      await stage.rewind();
      await stage.end(ids.orgInvite, ending);
      assertRefusal(await stage.ask("owner", sending), teamUsers.userNotInOrg("new@example.com"));
    }
  });

  await t.test("409 USER_ALREADY_IN_TEAM for somebody who is in it, active or pending", async () => {
    assertRefusal(await stage.ask("owner", add("owner")), teamUsers.alreadyInTeam("owner@example.com"));
    await stage.ask("owner", add("pending"));
    assertRefusal(await stage.ask("owner", add("pending")), teamUsers.alreadyInTeam("new@example.com"));
  });
});
