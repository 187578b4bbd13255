// GET /groups/{groupId}/users, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { now, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids, invited } from "../../../test/support/world.ts";

test("listGroupUsers", async (t) => {
  const stage = await startStage(t);
  const list = (query = "") => users.asking(stage, "groupReader", { path: `${users.groupUsers}${query}` });
  const named = async (query = "") => {
    const reply = await list(query);
    equal(reply.status, 200, reply.text);
    const results = reply.json.results as { username: string; roles: string[] }[];
    return Object.fromEntries(results.map(({ username, roles }) => [username, roles]));
  };

  await t.test(
    "200 with everyone who has roles of their own there, active or invited to the organization",
    async () => {
      const gift = { group_id: ids.group, role: "GROUP_READ_ONLY" };
      fill(stage, "invite_group_roles", { invite_id: ids.orgInvite, ...gift });
      const links = [{ href: `${stage.url}${users.groupUsers}?pageNum=1&itemsPerPage=100`, rel: "self" }];
      const results = [
        users.groupView(users.ownerUser(stage), ["GROUP_OWNER"]),
        users.groupView(users.pendingUser(stage), ["GROUP_READ_ONLY"]),
      ];
      users.succeeds(await list(), 200, { links, results, totalCount: 2 }, 1200);
    },
  );

  await t.test("200 without those invited to the project by the older kind of invitation", async () => {
    deepEqual(await named(), { [users.owner]: ["GROUP_OWNER"] });
    deepEqual(await named(`?username=${invited}`), {});
  });

  await t.test("200 with members of the project's teams, when asked for", async () => {
    fill(stage, "team_grants", { team_id: ids.team, role: "GROUP_DATA_ACCESS_ADMIN" });
    fill(stage, "team_members", { team_id: ids.team, user_id: users.idOf(stage, users.member) });
    deepEqual(await named(), { [users.owner]: ["GROUP_OWNER"] });
    deepEqual(await named("?flattenTeams=true"), {
      [users.owner]: ["GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"],
      [users.member]: ["GROUP_DATA_ACCESS_ADMIN"],
    });
  });

  await t.test("200 with those who come in by their organization role, when asked for", async () => {
    stage.execute(
      "delete from grants where group_id is not null and role = 'GROUP_OWNER' and principal_id in (select id from users)",
    );
    stage.execute(
      "update grants set role = 'ORG_READ_ONLY' where role = 'ORG_MEMBER' and principal_id in (select id from users)",
    );
    deepEqual(await named(), {});
    deepEqual(await named("?includeOrgUsers=true"), {
      [users.owner]: ["GROUP_OWNER"],
      [users.member]: ["GROUP_READ_ONLY"],
    });
  });

  await t.test("200 those of the statuses and of the address asked for", async () => {
    users.giveGroup(stage);
    deepEqual(Object.keys(await named("?orgMembershipStatuses=PENDING")), [users.pending]);
    deepEqual(Object.keys(await named("?orgMembershipStatus=PENDING")), [users.pending]);
    deepEqual(Object.keys(await named("?username=MEMBER@example.com")), [users.member]);
  });

  await t.test("200 accounts of active users only, in version 2023-01-01", async () => {
    users.giveGroup(stage);
    const reply = await stage.ask("groupReader", { path: `${users.groupUsers}?username=${users.member}` });
    const id = users.idOf(stage, users.member);
    deepEqual(reply.json.results, [
      {
        createdAt: now,
        emailAddress: users.member,
        firstName: "",
        id,
        lastName: "",
        links: [{ href: `${stage.url}/api/atlas/v2/users/${id}`, rel: "self" }],
        roles: [
          { orgId: ids.org, roleName: "ORG_MEMBER" },
          { groupId: ids.group, roleName: "GROUP_READ_ONLY" },
        ],
        teamIds: [],
        username: users.member,
      },
    ]);
    deepEqual(reply.headers.sunset, "Thu, 1 Jul 2027 00:00:00 GMT");
    const all = await stage.ask("groupReader", { path: users.groupUsers });
    equal(all.json.totalCount, 2);
  });

  await t.test("400 for statuses that cannot be asked for", async () => {
    const codes = [];
    for (const query of [
      "?orgMembershipStatus=ACTIVE&orgMembershipStatuses=ACTIVE",
      "?orgMembershipStatus=GONE",
    ]) {
      codes.push((await list(query)).json.errorCode);
    }
    deepEqual(codes, ["MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", "INVALID_QUERY_PARAMETER"]);
  });
});
