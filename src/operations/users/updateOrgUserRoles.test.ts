// PUT /orgs/{orgId}/users/{userId}/roles, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
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
  groupRoleInOrg,
  idOf,
  lastOwner,
  lastRole,
  member,
  notFound,
  notInOrg,
  orgOwners,
  orgUsers,
  owner,
  pending,
  unknownRole,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const headers = { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" };

test("updateOrgUserRoles", async (t) => {
  const stage = await startStage(t);
  const put = (userId: string, orgRoles: string[] | undefined = ["ORG_READ_ONLY"]) => ({
    method: "PUT",
    path: `${orgUsers}/${userId}/roles`,
    body: { orgRoles },
  });
  const ask = (username: string, orgRoles?: string[]) =>
    stage.ask("owner", put(idOf(stage, username), orgRoles));

  await t.test("200 the roles that replaced all others", async () => {
    const links = [{ href: `${stage.url}${put(idOf(stage, member)).path}`, rel: "self" }];
    const json = { links, orgRoles: ["ORG_READ_ONLY"] };
    assertSuccess(await ask(member), { status: 200, limit: 500, headers, json });
    const about = { orgId: ids.org, target: member };
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("500 and no change when its event cannot be written", () =>
    assertOneUnit(stage, put(idOf(stage, member))),
  );

  await t.test("400 for roles that cannot be", async () => {
    assertRefusal(await ask(member, ["INVALID_ROLE"]), unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(member, ["GROUP_OWNER"]), groupRoleInOrg);
    const nothing = { ...put(idOf(stage, member)), body: {} };
    equal((await stage.ask("owner", nothing)).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await t.test("403 for no role at all, and for the last owner", async () => {
    assertRefusal(await ask(member, []), lastRole(member));
    assertRefusal(await ask(owner), lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
  });

  await t.test("404 for somebody who is not active in the organization", async () => {
    assertRefusal(await stage.ask("owner", put(ids.missing)), notFound(ids.missing));
    assertRefusal(await ask(pending), notInOrg(pending));
  });

  await t.test("Organization Owners may", () =>
    assertCallers(stage, put(idOf(stage, member)), orgOwners(200)),
  );
});
