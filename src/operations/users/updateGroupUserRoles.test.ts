// PUT /groups/{groupId}/users/{userId}/roles, answer by answer.
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
  accessManagers,
  groupUsers,
  idOf,
  lastRole,
  member,
  notFound,
  notInGroup,
  notInOrg,
  orgRoleInGroup,
  owner,
  pending,
  unknownRole,
} from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const headers = { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" };

test("updateGroupUserRoles", async (t) => {
  const stage = await startStage(t);
  const put = (userId: string, groupRoles: string[] | undefined = ["GROUP_READ_ONLY"]) => ({
    method: "PUT",
    path: `${groupUsers}/${userId}/roles`,
    body: { groupRoles },
  });
  const ask = (username: string, groupRoles?: string[]) =>
    stage.ask("groupOwner", put(idOf(stage, username), groupRoles));

  await t.test("200 the roles that replaced all others", async () => {
    const links = [{ href: `${stage.url}${put(idOf(stage, owner)).path}`, rel: "self" }];
    const json = { groupRoles: ["GROUP_READ_ONLY"], links };
    assertSuccess(await ask(owner), { status: 200, limit: 1200, headers, json });
    const about = { groupId: ids.group, target: owner };
    deepEqual(stage.events(), [eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await t.test("500 and no change when its event cannot be written", () =>
    assertOneUnit(stage, put(idOf(stage, owner))),
  );

  await t.test("400 for roles that cannot be", async () => {
    assertRefusal(await ask(owner, ["INVALID_ROLE"]), unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(owner, ["ORG_OWNER"]), orgRoleInGroup);
    const nothing = { ...put(idOf(stage, owner)), body: {} };
    equal((await stage.ask("owner", nothing)).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await t.test("403 CANNOT_REMOVE_ALL_USER_ROLES for no role at all", async () => {
    assertRefusal(await ask(owner, []), lastRole(owner));
  });

  await t.test("404 for somebody who is not active in the project", async () => {
    assertRefusal(await stage.ask("owner", put(ids.missing)), notFound(ids.missing));
    assertRefusal(await ask(pending), notInOrg(pending));
    assertRefusal(await ask(member), notInGroup(member));
  });

  await t.test("Project Owners may", () =>
    assertCallers(stage, put(idOf(stage, owner)), accessManagers(200)),
  );
});
