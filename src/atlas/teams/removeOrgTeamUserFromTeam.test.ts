// DELETE /orgs/{orgId}/teams/{teamId}/users/{userId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { assertSuccess, eventBy, refusal, startStage, testRefusals } from "../../../test/support/stage.ts";
import * as teamUsers from "../../../test/support/team-users.ts";
import { teamPath } from "../../../test/support/teams.ts";
import { ids, seed } from "../../../test/support/world.ts";
import type { SeedDocument } from "../../anteroom.ts";

const [acme, ...others] = seed.orgs ?? [];
const team = { id: ids.team, name: "core", usernames: ["owner@example.com", "zoe@example.com"] };
const users = [...(acme?.users ?? []), { username: "zoe@example.com", orgRoles: ["ORG_MEMBER"] }];
const withTwoInTeam = { ...seed, orgs: [{ ...acme, users, teams: [team] }, ...others] } as SeedDocument;

test("removeOrgTeamUserFromTeam", async (t) => {
  const stage = await startStage(t, { seed: withTwoInTeam });
  const inTeam = () => {
    const rows = stage.rows("select username from team_members join users on id = user_id");
    return (rows as { username: string }[]).map(({ username }) => username);
  };
  const removal = (id: string) => ({ method: "DELETE", path: `${teamPath}/users/${id}` });
  const remove = (who: keyof ReturnType<typeof teamUsers.people>) => removal(teamUsers.people(stage)[who]);

  await t.test("204 takes the user out of the team", async () => {
    const reply = await stage.ask("owner", remove("owner"));
    assertSuccess(reply, { status: 204, limit: 1200, headers: teamUsers.older });
    deepEqual(inTeam(), ["zoe@example.com"]);
  });

  await t.test("the removal writes its event", async () => {
    await stage.ask("owner", remove("owner"));
    deepEqual(stage.events(), [
      eventBy("owner", "REMOVED_FROM_TEAM", { orgId: ids.org, target: "owner@example.com" }),
    ]);
  });

  await teamUsers.refusedStrangers(t, stage, (id) => removal(id));

  await testRefusals(t, stage, [
    [
      "for the last active one",
      remove("owner"),
      refusal("CANNOT_REMOVE_LAST_USER_FROM_TEAM", [ids.team]),
      {
        before: async () => {
          fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team });
          stage.execute(
            "delete from team_members where user_id in (select id from users where username like 'zoe%')",
          );
        },
      },
    ],
    ["for what is no id", removal("xyz"), refusal("INVALID_USER_ID", ["xyz"])],
    [
      "for a pending user, who is not seen here",
      remove("pending"),
      teamUsers.userNotInOrg("new@example.com"),
      { before: () => fill(stage, "invite_teams", { invite_id: ids.orgInvite, team_id: ids.team }) },
    ],
    ["for somebody who is not in it", remove("member"), teamUsers.userNotInTeam("member@example.com")],
  ]);
});
