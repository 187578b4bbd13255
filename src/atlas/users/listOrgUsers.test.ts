// GET /orgs/{orgId}/users, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, now, refusal, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("listOrgUsers", async (t) => {
  const stage = await startStage(t);
  const list = (query = "") => users.asking(stage, "member", { path: `${users.orgUsers}${query}` });
  const names = async (query: string) => {
    const reply = await list(query);
    equal(reply.status, 200, reply.text);
    return (reply.json.results as { username: string }[]).map(({ username }) => username);
  };
  const page = (query: string) => [{ href: `${stage.url}${users.orgUsers}?${query}`, rel: "self" }];

  await t.test(
    "200 active users first, then those who are invited to the organization, each by address",
    async () => {
      const results = [
        users.activeUser(stage, users.member, ["ORG_MEMBER"]),
        users.ownerUser(stage),
        users.pendingUser(stage),
      ];
      const links = page("pageNum=1&itemsPerPage=100");
      users.succeeds(await list(), 200, { links, results, totalCount: 3 });
    },
  );

  await t.test("200 page by page, with the links that lead on", async () => {
    const { json } = await list("?itemsPerPage=2&pageNum=2");
    deepEqual(
      [json.results.map((each: { username: string }) => each.username), json.totalCount, json.links.length],
      [[users.pending], 3, 2],
    );
  });

  await t.test("200 those of the statuses asked for", async () => {
    deepEqual(await names("?orgMembershipStatuses=PENDING"), [users.pending]);
    deepEqual(await names("?orgMembershipStatus=ACTIVE"), [users.member, users.owner]);
    equal((await names("?orgMembershipStatuses=PENDING&orgMembershipStatuses=ACTIVE")).length, 3);
    await stage.end(ids.orgInvite, "expire");
    deepEqual(await names(""), [users.member, users.owner]);
    const { json } = await list("?orgMembershipStatuses=INVITATION_EXPIRED");
    deepEqual(json.results, [users.pendingUser(stage, { orgMembershipStatus: "INVITATION_EXPIRED" })]);
  });

  await t.test("200 a declined invitation without an end", async () => {
    await stage.end(ids.orgInvite, "decline");
    const { json } = await list("?orgMembershipStatuses=INVITATION_REJECTED");
    const declined = { invitationExpiresAt: null, orgMembershipStatus: "INVITATION_REJECTED" };
    deepEqual(json.results, [users.pendingUser(stage, declined)]);
  });

  await t.test("200 the one of an address, in whatever case, or nobody", async () => {
    deepEqual(await names("?username=NEW@example.com"), [users.pending]);
    deepEqual(await names("?username=nobody@example.com"), []);
    equal((await names("?username=")).length, 3);
  });

  await t.test("200 an accepted invitation as an active user of the same id", async () => {
    const id = users.idOf(stage, users.pending);
    await stage.end(ids.orgInvite, "accept");
    const { json } = await list(`?username=${users.pending}`);
    deepEqual(json.results, [users.activeUser(stage, users.pending, ["ORG_MEMBER"], { id })]);
  });

  await t.test("200 accounts of active users only, in version 2023-01-01", async () => {
    const reply = await stage.ask("member", { path: `${users.orgUsers}?username=${users.owner}` });
    const shown = users.ownerUser(stage);
    const account = {
      createdAt: now,
      emailAddress: users.owner,
      firstName: "Ada",
      id: shown.id,
      lastName: "Example",
      links: [{ href: `${stage.url}/api/atlas/v2/users/${shown.id}`, rel: "self" }],
      roles: [
        { orgId: ids.org, roleName: "ORG_OWNER" },
        { groupId: ids.group, roleName: "GROUP_OWNER" },
      ],
      teamIds: shown.teamIds,
      username: users.owner,
    };
    assertSuccess(reply, {
      status: 200,
      limit: 500,
      headers: { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" },
      json: {
        links: page("username=owner%40example.com&pageNum=1&itemsPerPage=100"),
        results: [account],
        totalCount: 1,
      },
    });
    const all = await stage.ask("member", { path: `${users.orgUsers}?orgMembershipStatuses=PENDING` });
    equal(all.json.totalCount, 2);
  });

  await t.test("400 MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS for both parameters of status", async () => {
    assertRefusal(
      await list("?orgMembershipStatus=ACTIVE&orgMembershipStatuses=ACTIVE"),
      refusal("MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", ["orgMembershipStatus, orgMembershipStatuses"]),
    );
  });

  await t.test("400 INVALID_QUERY_PARAMETER for a status there is not", async () => {
    assertRefusal(
      await list("?orgMembershipStatus=GONE"),
      refusal(
        "INVALID_QUERY_PARAMETER",
        ["orgMembershipStatus"],
        "orgMembershipStatus",
        "'GONE' is none of PENDING, ACTIVE, INVITATION_EXPIRED, INVITATION_REJECTED.",
      ),
    );
    equal((await list("?orgMembershipStatuses=GONE")).json.errorCode, "INVALID_QUERY_PARAMETER");
  });
});
