// POST /orgs/{orgId}/teams/{teamId}/users, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  refusal,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import * as teamUsers from "../../../test/support/team-users.ts";
import { pageAt, teamPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${teamPath}/users`;
const post = (...userIds: string[]) => ({ method: "POST", path, body: userIds.map((id) => ({ id })) });

test("addOrgTeamUsers", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: teamUsers.older };
  const add = (...who: (keyof ReturnType<typeof teamUsers.people>)[]) =>
    post(...who.map((each) => teamUsers.people(stage)[each]));

  await t.test("200 answers everybody in the team, each once", async () => {
    const { owner, member } = teamUsers.people(stage);
    const results = [teamUsers.ownerAccount(stage.url, owner), teamUsers.memberAccount(stage.url, member)];
    const reply = await stage.ask("owner", add("member", "member"));
    assertSuccess(reply, { ...success, json: pageAt(stage.url, path, results) });
  });

  await t.test("200 for nobody, without an event", async () => {
    const json = pageAt(stage.url, path, [teamUsers.ownerAccount(stage.url, teamUsers.people(stage).owner)]);
    assertSuccess(await stage.ask("owner", post()), { ...success, json });
    deepEqual(stage.events(), []);
  });

  await t.test("each joining writes its event", async () => {
    await stage.ask("owner", add("member"));
    deepEqual(stage.events(), [
      eventBy("owner", "JOINED_TEAM", { orgId: ids.org, target: "member@example.com" }),
    ]);
  });

  await teamUsers.refusedStrangers(t, stage, (id) => post(id));

  await t.test("404 USER_NOT_IN_ORG after the invitation expired", async () => {
    const sending = add("pending");
    await stage.end(ids.orgInvite, "expire");
    assertRefusal(await stage.ask("owner", sending), teamUsers.userNotInOrg("new@example.com"));
  });

  await testRefusals(t, stage, [
    [
      "for a person in 100",
      add("member"),
      teamUsers.tooManyTeams,
      { before: () => teamUsers.fillTeamsOfMember(stage) },
    ],
    ["for a team of 250", add("member"), teamUsers.tooManyUsers, { before: () => teamUsers.fillTeam(stage) }],
    [
      "for somebody who is still invited, and nobody else is added",
      add("member", "pending"),
      refusal("CANNOT_ADD_PENDING_USER", ["new@example.com"]),
    ],
    ["for somebody who is in it", add("owner"), teamUsers.alreadyInTeam("owner@example.com")],
  ]);
});
