// POST /orgs/{orgId}/teams/{teamId}/users, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  assertCallers,
  assertOneUnit,
  assertRefusal,
  assertSuccess,
  eventBy,
  startStage,
} from "../../../test/support/stage.ts";
import {
  alreadyInTeam,
  fillTeam,
  fillTeamsOfMember,
  memberAccount,
  older,
  ownerAccount,
  people,
  tooManyTeams,
  tooManyUsers,
  userNotFound,
  userNotInOrg,
} from "../../../test/support/team-users.ts";
import { orgOwnersOnly, pageAt, teamNotFound, teamPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${teamPath}/users`;
const post = (...userIds: string[]) => ({ method: "POST", path, body: userIds.map((id) => ({ id })) });

test("addOrgTeamUsers", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: older };
  const add = (...who: (keyof ReturnType<typeof people>)[]) =>
    post(...who.map((each) => people(stage)[each]));

  await t.test("200 answers everybody in the team, each once", async () => {
    const { owner, member } = people(stage);
    const results = [ownerAccount(stage.url, owner), memberAccount(stage.url, member)];
    const reply = await stage.ask("owner", add("member", "member"));
    assertSuccess(reply, { ...success, json: pageAt(stage.url, path, results) });
  });

  await t.test("200 for nobody, without an event", async () => {
    const json = pageAt(stage.url, path, [ownerAccount(stage.url, people(stage).owner)]);
    assertSuccess(await stage.ask("owner", post()), { ...success, json });
    deepEqual(stage.events(), []);
  });

  await t.test("each joining writes its event", async () => {
    await stage.ask("owner", add("member"));
    deepEqual(stage.events(), [
      eventBy("owner", "JOINED_TEAM", { orgId: ids.org, target: "member@example.com" }),
    ]);
  });

  await t.test("500 and nobody added when an event cannot be written", () =>
    assertOneUnit(stage, add("member")),
  );

  await t.test("400 MAX_TEAMS_PER_USER_EXCEEDED for a person in 100", async () => {
    fillTeamsOfMember(stage);
    assertRefusal(await stage.ask("owner", add("member")), tooManyTeams);
  });

  await t.test("400 MAX_USERS_PER_TEAM_EXCEEDED for a team of 250", async () => {
    fillTeam(stage);
    assertRefusal(await stage.ask("owner", add("member")), tooManyUsers);
  });

  await t.test(
    "404 CANNOT_ADD_PENDING_USER for somebody who is still invited, and nobody else is added",
    async () => {
      assertRefusal(await stage.ask("owner", add("member", "pending")), {
        status: 404,
        errorCode: "CANNOT_ADD_PENDING_USER",
        detail: "User new@example.com has not accepted the invitation to the organization yet.",
        parameters: ["new@example.com"],
      });
      deepEqual(stage.events(), []);
    },
  );

  await t.test("404 TEAM_NOT_FOUND when there is no such team", async () => {
    const nowhere = { ...add("member"), path: path.replace(ids.team, ids.missing) };
    assertRefusal(await stage.ask("owner", nowhere), teamNotFound());
  });

  await t.test("404 USER_NOT_FOUND for somebody who is not in the organization", async () => {
    for (const id of [ids.missing, people(stage).other]) {
      assertRefusal(await stage.ask("owner", post(id)), userNotFound(id));
    }
  });

  await t.test("404 USER_NOT_IN_ORG after the invitation expired", async () => {
    const sending = add("pending");
    await stage.end(ids.orgInvite, "expire");
    assertRefusal(await stage.ask("owner", sending), userNotInOrg("new@example.com"));
  });

  await t.test("409 USER_ALREADY_IN_TEAM for somebody who is in it", async () => {
    assertRefusal(await stage.ask("owner", add("owner")), alreadyInTeam("owner@example.com"));
  });

  await t.test("Organization Owners may", () => assertCallers(stage, add("member"), orgOwnersOnly(200)));
});
