// POST /orgs/{orgId}/teams, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fill, numbered } from "../../../test/support/fill.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  refusal,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import { fillTeamsOfMember } from "../../../test/support/team-users.ts";
import * as teams from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const usernames = ["member@example.com", "owner@example.com"];
const post = (body: object = {}) => ({
  method: "POST",
  path: teams.teamsPath,
  body: { name: "ops", usernames, ...body },
});

test("createOrgTeam", async (t) => {
  const stage = await startStage(t);

  await t.test("201 answers the team with who is in it, and where it is", async () => {
    const reply = await stage.ask("owner", post());
    const { id } = reply.json;
    assertSuccess(reply, {
      status: 201,
      limit: 1200,
      headers: { location: `${stage.url}/orgs/${ids.org}/teams/${id}` },
      json: { ...teams.shownTeam(stage.url, { id, name: "ops" }), usernames },
    });
    deepEqual((await stage.ask("owner", { path: `${teams.teamsPath}/${id}` })).json, {
      ...teams.shownTeam(stage.url, { id, name: "ops" }),
    });
  });

  await t.test(
    "201 for people named twice or in capitals, who are in it once, as first written",
    async () => {
      const reply = await stage.ask("owner", post({ usernames: ["OWNER@example.com", "owner@example.com"] }));
      deepEqual(reply.json.usernames, ["owner@example.com"]);
      equal(stage.rows(`select * from team_members where team_id = '${reply.json.id}'`).length, 1);
    },
  );

  await t.test("the creation and each joining write their events", async () => {
    const { id } = (await stage.ask("owner", post())).json;
    const about = { orgId: ids.org };
    deepEqual(stage.events(), [
      eventBy("owner", "JOINED_TEAM", { ...about, target: "member@example.com" }),
      eventBy("owner", "JOINED_TEAM", { ...about, target: "owner@example.com" }),
      eventBy("owner", "TEAM_CREATED", about),
    ]);
    deepEqual(teams.detailsOf(stage), [{}, {}, { teamId: id }]);
  });

  await t.test("201 and a team of nobody when the people are null, absent or an empty list", async () => {
    for (const nobody of [null, undefined, []]) {
      const reply = await stage.ask("owner", post({ usernames: nobody }));
      const { id } = reply.json;
      const json = { ...teams.shownTeam(stage.url, { id, name: "ops" }), usernames: [] };
      const headers = { location: `${stage.url}/orgs/${ids.org}/teams/${id}` };
      assertSuccess(reply, { status: 201, limit: 1200, headers, json });
      deepEqual(stage.events(), [eventBy("owner", "TEAM_CREATED", { orgId: ids.org })]);
      await stage.rewind();
    }
  });

  await t.test("400 INVALID_TEAM_NAME for blanks, control characters, and over 64", async () => {
    for (const name of teams.badTeamNames) {
      assertRefusal(await stage.ask("owner", post({ name })), teams.invalidTeamName(name));
    }
    deepEqual(stage.events(), []);
  });

  await t.test("400 MAX_TEAMS_PER_ORG_EXCEEDED when there are 250", async () => {
    // With the seeded team these make 249.
    fill(stage, "teams", ...numbered(248, (id, number) => ({ id, name: `team ${number}` })));
    equal((await stage.ask("owner", post())).status, 201);
    assertRefusal(
      await stage.ask("owner", post({ name: "one more" })),
      refusal("MAX_TEAMS_PER_ORG_EXCEEDED", [250, ids.org]),
    );
  });

  await t.test("400 MAX_USERS_PER_TEAM_EXCEEDED for more than 250 people", async () => {
    const many = Array.from({ length: 251 }, (_, index) => `n${index}@example.com`);
    const { status, json } = await stage.ask("owner", post({ usernames: many }));
    deepEqual([status, json.errorCode], [400, "MAX_USERS_PER_TEAM_EXCEEDED"]);
  });

  await t.test(
    "404 USERNAME_NOT_FOUND for a person without an account, and alike for one of another organization",
    async () => {
      for (const username of [
        "nobody@example.com",
        "no address",
        "a\u0000@example.com",
        "other@example.com",
      ]) {
        assertRefusal(
          await stage.ask("owner", post({ usernames: [username] })),
          refusal("USERNAME_NOT_FOUND", [username]),
        );
      }
    },
  );

  await testRefusals(t, stage, [
    [
      "for a person in 100",
      post(),
      refusal("MAX_TEAMS_PER_USER_EXCEEDED", [100, "member@example.com"]),
      { before: () => fillTeamsOfMember(stage) },
    ],
    [
      "for a person who is still invited",
      post({ usernames: ["new@example.com"] }),
      refusal("CANNOT_ADD_PENDING_USER", ["new@example.com"]),
    ],
    ["when the name is taken in the organization", post({ name: "core" }), teams.teamNameTaken("core")],
  ]);
});
