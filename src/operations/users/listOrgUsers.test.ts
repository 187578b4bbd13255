// GET /orgs/{orgId}/users, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertCallers, assertRefusal, assertSuccess, now, startStage } from "../../../test/support/stage.ts";
import {
  activeUser,
  asking,
  idOf,
  member,
  orgMembers,
  orgUsers,
  owner,
  ownerUser,
  pending,
  pendingUser,
  succeeds,
  v2025,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

test("listOrgUsers", async (t) => {
  const stage = await startStage(t);
  const list = (query = "") => asking(stage, "member", { path: `${orgUsers}${query}` });
  const names = async (query: string) => {
    const reply = await list(query);
    equal(reply.status, 200, reply.text);
    return (reply.json.results as { username: string }[]).map(({ username }) => username);
  };
  const page = (query: string) => [{ href: `${stage.url}${orgUsers}?${query}`, rel: "self" }];

  await t.test("200 active users first, then those who are invited to the organization", async () => {
    const results = [ownerUser(stage), activeUser(stage, member, ["ORG_MEMBER"]), pendingUser(stage)];
    results.sort((a, b) =>
      "invitationCreatedAt" in a || "invitationCreatedAt" in b ? 0 : a.id < b.id ? -1 : 1,
    );
    const links = page("pageNum=1&itemsPerPage=100");
    succeeds(await list(), 200, { links, results, totalCount: 3 });
  });

  await t.test("200 page by page, with the links that lead on", async () => {
    const { json } = await list("?itemsPerPage=2&pageNum=2");
    deepEqual(
      [json.results.map((each: { username: string }) => each.username), json.totalCount, json.links.length],
      [[pending], 3, 2],
    );
  });

  await t.test("200 those of the statuses asked for", async () => {
    deepEqual(await names("?orgMembershipStatuses=PENDING"), [pending]);
    deepEqual(await names("?orgMembershipStatus=ACTIVE"), [owner, member]);
    equal((await names("?orgMembershipStatuses=PENDING&orgMembershipStatuses=ACTIVE")).length, 3);
    await stage.end(ids.orgInvite, "expire");
    deepEqual(await names(""), [owner, member]);
    const { json } = await list("?orgMembershipStatuses=INVITATION_EXPIRED");
    deepEqual(json.results, [pendingUser(stage, { orgMembershipStatus: "INVITATION_EXPIRED" })]);
  });

  await t.test("200 a declined invitation without an end", async () => {
    await stage.end(ids.orgInvite, "decline");
    const { json } = await list("?orgMembershipStatuses=INVITATION_REJECTED");
    const declined = { invitationExpiresAt: null, orgMembershipStatus: "INVITATION_REJECTED" };
    deepEqual(json.results, [pendingUser(stage, declined)]);
  });

  await t.test("200 the one of an address, in whatever case, or nobody", async () => {
    deepEqual(await names("?username=NEW@example.com"), [pending]);
    deepEqual(await names("?username=nobody@example.com"), []);
    equal((await names("?username=")).length, 3);
  });

  await t.test("200 an accepted invitation as an active user of the same id", async () => {
    const id = idOf(stage, pending);
    await stage.end(ids.orgInvite, "accept");
    const { json } = await list(`?username=${pending}`);
    deepEqual(json.results, [activeUser(stage, pending, ["ORG_MEMBER"], { id })]);
  });

  await t.test("200 accounts of active users only, in version 2023-01-01", async () => {
    const reply = await stage.ask("member", { path: `${orgUsers}?username=${owner}` });
    const shown = ownerUser(stage);
    const account = {
      createdAt: now,
      emailAddress: owner,
      firstName: "Ada",
      id: shown.id,
      lastName: "Example",
      links: [{ href: `${stage.url}/api/atlas/v2/users/${shown.id}`, rel: "self" }],
      roles: [
        { orgId: ids.org, roleName: "ORG_OWNER" },
        { groupId: ids.group, roleName: "GROUP_OWNER" },
      ],
      teamIds: shown.teamIds,
      username: owner,
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
    const all = await stage.ask("member", { path: `${orgUsers}?orgMembershipStatuses=PENDING` });
    equal(all.json.totalCount, 2);
  });

  await t.test("400 MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS for both parameters of status", async () => {
    assertRefusal(await list("?orgMembershipStatus=ACTIVE&orgMembershipStatuses=ACTIVE"), {
      status: 400,
      errorCode: "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS",
      detail: "Only one of the query parameters orgMembershipStatus, orgMembershipStatuses may be specified.",
      parameters: ["orgMembershipStatus, orgMembershipStatuses"],
    });
  });

  await t.test("400 INVALID_QUERY_PARAMETER for a status there is not", async () => {
    assertRefusal(await list("?orgMembershipStatus=GONE"), {
      status: 400,
      errorCode: "INVALID_QUERY_PARAMETER",
      detail: "Invalid query parameter orgMembershipStatus specified.",
      parameters: ["orgMembershipStatus"],
      fields: [
        {
          description: "'GONE' is none of PENDING, ACTIVE, INVITATION_EXPIRED, INVITATION_REJECTED.",
          field: "orgMembershipStatus",
        },
      ],
    });
    equal((await list("?orgMembershipStatuses=GONE")).json.errorCode, "INVALID_QUERY_PARAMETER");
  });

  await t.test("everybody in the organization may", async () => {
    await assertCallers(stage, { path: orgUsers, headers: { accept: v2025 } }, orgMembers(200));
  });
});
