// GET /orgs/{orgId}/teams/{teamId}/users, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { assertRefusal, assertSuccess, startStage } from "../../../test/support/stage.ts";
import * as teamUsers from "../../../test/support/team-users.ts";
import { pageAt, teamNotFound, teamPath } from "../../../test/support/teams.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${teamPath}/users`;
const headers = { accept: teamUsers.v2025 };

test("listOrgTeamUsers", async (t) => {
  const stage = await startStage(t);
  t.beforeEach(() => {
    fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team });
  });
  const usernames = async (query: string) => {
    const { results } = (await stage.ask("owner", { path: `${path}${query}`, headers })).json;
    return results.map(({ username }: { username: string }) => username.replace(/@.*/, ""));
  };

  await t.test("200 answers active and pending users of the team", async () => {
    const { owner, pending } = teamUsers.people(stage);
    const results = [teamUsers.shownOwner(owner), teamUsers.shownPending(pending, [ids.team])];
    const reply = await stage.ask("member", { path, headers });
    assertSuccess(reply, {
      status: 200,
      limit: 1200,
      headers: teamUsers.newer,
      json: pageAt(stage.url, path, results),
    });
  });

  await t.test("200 answers active users as accounts in the older version", async () => {
    const { owner } = teamUsers.people(stage);
    const json = pageAt(stage.url, path, [teamUsers.ownerAccount(stage.url, owner)]);
    const success = { status: 200, limit: 1200, headers: teamUsers.older };
    assertSuccess(await stage.ask("member", { path }), { ...success, json });
    const asked = await stage.ask("member", { path: `${path}?orgMembershipStatuses=PENDING` });
    deepEqual(asked.json.results, json.results);
  });

  await t.test("200 filters by status, address and id", async () => {
    const { pending } = teamUsers.people(stage);
    const cases: Record<string, string[]> = {
      "?orgMembershipStatus=ACTIVE": ["owner"],
      "?orgMembershipStatuses=PENDING": ["new"],
      "?orgMembershipStatuses=PENDING&orgMembershipStatuses=ACTIVE": ["owner", "new"],
      "?orgMembershipStatuses=INVITATION_EXPIRED": [],
      "?username=OWNER@example.com": ["owner"],
      "?username=member@example.com": [],
      [`?userId=${pending}`]: ["new"],
      "?itemsPerPage=1&pageNum=2": ["new"],
    };
    for (const [query, expected] of Object.entries(cases)) deepEqual(await usernames(query), expected, query);
  });

  await t.test("200 answers expired invitations when they are asked for", async () => {
    await stage.end(ids.orgInvite, "expire");
    deepEqual(await usernames(""), ["owner"]);
    deepEqual(await usernames("?orgMembershipStatuses=INVITATION_EXPIRED"), ["new"]);
  });

  await t.test("400 INVALID_QUERY_PARAMETER, MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", async () => {
    const code = async (query: string) =>
      (await stage.ask("owner", { path: `${path}${query}`, headers })).json.errorCode;
    equal(await code("?orgMembershipStatus=AWAY"), "INVALID_QUERY_PARAMETER");
    equal(await code("?orgMembershipStatuses=AWAY"), "INVALID_QUERY_PARAMETER");
    equal(
      await code("?orgMembershipStatus=ACTIVE&orgMembershipStatuses=PENDING"),
      "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS",
    );
  });

  await t.test("404 TEAM_NOT_FOUND when there is no such team", async () => {
    const nowhere = { path: path.replace(ids.team, ids.missing), headers };
    assertRefusal(await stage.ask("owner", nowhere), teamNotFound());
  });
});
