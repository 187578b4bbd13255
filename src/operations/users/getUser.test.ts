// GET /users/{userId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { assertRefusal, assertSuccess, now, startStage } from "../../../test/support/stage.ts";
import { asking, idOf, notFound, orgUsers, owner, ownerUser, pending } from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const headers = { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" };

test("getUser", async (t) => {
  const stage = await startStage(t);
  const get = (username: string) =>
    stage.ask("member", { path: `/api/atlas/v2/users/${idOf(stage, username)}` });

  await t.test("200 an account with its roles in the caller's organization", async () => {
    const { id, teamIds } = ownerUser(stage);
    const href = `${stage.url}/api/atlas/v2/users/${id}`;
    const json = {
      createdAt: now,
      emailAddress: owner,
      firstName: "Ada",
      id,
      lastName: "Example",
      links: [
        { href, rel: "self" },
        { href: `${href}/whitelist`, rel: "https://cloud.mongodb.com/whitelist" },
        { href: `${href}/accessList`, rel: "https://cloud.mongodb.com/accessList" },
      ],
      roles: [
        { orgId: ids.org, roleName: "ORG_OWNER" },
        { groupId: ids.group, roleName: "GROUP_OWNER" },
      ],
      teamIds,
      username: owner,
    };
    assertSuccess(await get(owner), { status: 200, limit: 2500, headers, json });
  });

  await t.test("200 an account that is invited to the organization, without roles", async () => {
    const body = { username: "other@example.com", roles: { orgRoles: ["ORG_MEMBER"] } };
    await asking(stage, "owner", { method: "POST", path: orgUsers, body });
    const { status, json } = await get("other@example.com");
    deepEqual([status, json.roles, json.username], [200, [], "other@example.com"]);
  });

  await t.test("404 USER_NOT_FOUND for who has no account, or one the caller has no part in", async () => {
    assertRefusal(
      await stage.ask("member", { path: `/api/atlas/v2/users/${ids.missing}` }),
      notFound(ids.missing),
    );
    const id = idOf(stage, "other@example.com");
    assertRefusal(await get("other@example.com"), notFound(id));
    equal((await get(pending)).json.errorCode, "USER_NOT_FOUND");
  });
});
