// PUT /{orgs|groups}/{id}/users/{userId}/roles, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { testSides } from "../../../test/support/sides.ts";
import * as stages from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const { assertRefusal } = stages;
const headers = { deprecation: "Wed, 19 Feb 2025 00:00:00 GMT", sunset: "Thu, 1 Jul 2027 00:00:00 GMT" };

const operations = { org: "updateOrgUserRoles", group: "updateGroupUserRoles" };

testSides(operations, async (t, scope) => {
  const stage = await stages.startStage(t);
  const side = users.sides[scope];
  const { someone, read } = side;
  const put = (userId: string, roles: string[] = [read]) => ({
    method: "PUT",
    path: `${side.path}/${userId}/roles`,
    body: { [`${side.roleName}s`]: roles },
  });
  const ask = (username: string, roles?: string[]) =>
    stage.ask(side.caller, put(users.idOf(stage, username), roles));

  await t.test("200 the roles that replaced all others", async () => {
    const links = [{ href: `${stage.url}${put(users.idOf(stage, someone)).path}`, rel: "self" }];
    const json = scope === "org" ? { links, orgRoles: [read] } : { groupRoles: [read], links };
    stages.assertSuccess(await ask(someone), { status: 200, limit: side.limit, headers, json });
    deepEqual(stage.events(), [side.changed(someone)]);
  });

  await t.test("400 for roles that cannot be", async () => {
    assertRefusal(await ask(someone, ["INVALID_ROLE"]), users.unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(someone, [side.foreignRole]), side.foreignRefusal);
    const nothing = { ...put(users.idOf(stage, someone)), body: {} };
    equal((await stage.ask("owner", nothing)).json.errorCode, "MISSING_ATTRIBUTE");
  });

  await t.test("403 CANNOT_REMOVE_ALL_USER_ROLES for no role at all", async () => {
    assertRefusal(await ask(someone, []), users.lastRole(someone));
  });

  await t.test("404 for somebody who is not active there", async () => {
    assertRefusal(await stage.ask("owner", put(ids.missing)), users.notFound(ids.missing));
    assertRefusal(await ask(users.pending), users.notInOrg(users.pending));
  });

  if (scope === "org") {
    await t.test("403 CANNOT_DEMOTE_LAST_ORG_OWNER for the last owner", async () => {
      assertRefusal(await ask(users.owner), users.lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    });
  } else {
    await t.test("404 USER_NOT_IN_GROUP for a member without roles in the project", async () => {
      assertRefusal(await ask(users.member), users.notInGroup(users.member));
    });
  }
});
