// POST /groups/{groupId}/teams, answer by answer.
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
import {
  detailsOf,
  pageAt,
  groupTeamsPath as path,
  shownGroupTeam,
  teamNotFound,
  teamsPath,
} from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const roleNames = ["GROUP_READ_ONLY"];
const post = (...teams: object[]) => ({
  method: "POST",
  path,
  body: teams.length > 0 ? teams : [{ teamId: ids.team, roleNames }],
});

test("addGroupTeams", async (t) => {
  const stage = await startStage(t);
  const create = async () => {
    stage.clock.set({ advance: "PT1S" });
    const body = { name: "ops", usernames: ["owner@example.com"] };
    return (await stage.ask("owner", { method: "POST", path: teamsPath, body })).json.id as string;
  };

  await t.test("200 answers every team of the project", async () => {
    const first = await stage.ask("groupOwner", post());
    const json = pageAt(stage.url, path, [shownGroupTeam(stage.url, roleNames)]);
    assertSuccess(first, { status: 200, limit: 1200, json });
    const other = await create();
    const second = await stage.ask("groupOwner", post({ teamId: other, roleNames: ["GROUP_OWNER"] }));
    deepEqual(second.json.results, [
      shownGroupTeam(stage.url, roleNames),
      shownGroupTeam(stage.url, ["GROUP_OWNER"], other),
    ]);
  });

  await t.test("200 answers roles once each, in the order of the table", async () => {
    const sent = ["GROUP_DATA_ACCESS_READ_ONLY", "GROUP_READ_ONLY", "GROUP_READ_ONLY"];
    const reply = await stage.ask("owner", post({ teamId: ids.team, roleNames: sent }));
    deepEqual(reply.json.results[0].roleNames, ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"]);
  });

  await t.test("200 for no team at all, without an event", async () => {
    const reply = await stage.ask("owner", { method: "POST", path, body: [] });
    assertSuccess(reply, { status: 200, limit: 1200, json: pageAt(stage.url, path, []) });
    deepEqual(stage.events(), []);
  });

  await t.test("each addition writes its event", async () => {
    await stage.ask("groupOwner", post());
    deepEqual(stage.events(), [
      eventBy("groupOwner", "TEAM_ADDED_TO_GROUP", { orgId: ids.org, groupId: ids.group }),
    ]);
    deepEqual(detailsOf(stage), [{ teamId: ids.team }]);
  });

  await t.test("400 INVALID_JSON for an object instead of an array", async () => {
    const reply = await stage.ask("owner", { method: "POST", path, body: { teamId: ids.team, roleNames } });
    equal(reply.json.errorCode, "INVALID_JSON");
  });

  await t.test("400 BAD_REQUEST, INVALID_ROLE_FOR_GROUP", async () => {
    const named = (roles: string[]) => post({ teamId: ids.team, roleNames: roles });
    const codes = [];
    for (const roles of [[], ["INVALID_ROLE"], ["ORG_OWNER"]]) {
      codes.push((await stage.ask("owner", named(roles))).json.errorCode);
    }
    deepEqual(codes, ["BAD_REQUEST", "BAD_REQUEST", "INVALID_ROLE_FOR_GROUP"]);
    deepEqual(stage.events(), []);
  });

  await t.test("400 MISSING_ATTRIBUTE without roles or team", async () => {
    for (const [team, attribute] of [
      [{ teamId: ids.team }, "0.roleNames"],
      [{ roleNames }, "0.teamId"],
    ] as const) {
      const { json } = await stage.ask("owner", post(team));
      deepEqual([json.errorCode, json.parameters], ["MISSING_ATTRIBUTE", [attribute]]);
    }
  });

  await t.test("404 TEAM_NOT_FOUND for a team that is not, and none of the others is added", async () => {
    const both = post({ teamId: ids.team, roleNames }, { teamId: ids.missing, roleNames });
    assertRefusal(await stage.ask("owner", both), teamNotFound());
    deepEqual(stage.rows("select * from team_grants"), []);
  });

  await testRefusals(t, stage, [
    [
      "when there are 100",
      post(),
      refusal("MAX_TEAMS_PER_GROUP_EXCEEDED", [100, ids.group]),
      {
        before: async () => {
          fill(stage, "teams", ...numbered(100, (id, number) => ({ id, name: `team ${number}` })));
          fill(stage, "team_grants", ...numbered(100, (team_id) => ({ team_id, role: "GROUP_OWNER" })));
        },
      },
    ],
    [
      "for a team of another organization",
      { ...post(), path: path.replace(ids.group, ids.otherGroup) },
      teamNotFound(ids.team),
      { as: "stranger" },
    ],
  ]);

  await t.test("409 TEAM_EXISTS_IN_GROUP for a team that is there, or is given twice", async () => {
    const isThere = refusal("TEAM_EXISTS_IN_GROUP", [ids.team, ids.group]);
    const team = { teamId: ids.team, roleNames };
    assertRefusal(await stage.ask("owner", post(team, team)), isThere);
    await stage.ask("owner", post());
    assertRefusal(await stage.ask("owner", post()), isThere);
  });
});
