// POST /{orgs|groups}/{id}/users/{userId}:addRole, answer by answer.
import { deepEqual } from "node:assert/strict";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";

const operations = { org: "addOrgUserRole", group: "addGroupUserRole" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const side = users.sides[scope];
  const { someone, added, succeeds } = side;
  const add = (userId: string, role: string = added) => ({
    method: "POST",
    path: `${side.path}/${userId}:addRole`,
    headers: { accept: users.v2025 },
    body: { [side.roleName]: role },
  });
  const ask = (username: string, role?: string) =>
    users.asking(stage, side.caller, add(users.idOf(stage, username), role));

  await t.test("200 an active user with one role more", async () => {
    const changed = side.active(stage, side.withAdded);
    succeeds(await ask(someone), 200, changed);
    const path = `${side.path}/${users.idOf(stage, someone)}`;
    succeeds(await users.asking(stage, "owner", { path }), 200, changed);
    deepEqual(stage.events(), [side.changed(someone)]);
  });

  await t.test("200 a pending user with one role more", async () => {
    if (scope === "group") users.giveGroup(stage);
    succeeds(await ask(users.pending), 200, side.pending(stage, [...side.pendingWithAdded]));
  });

  await t.test("200 and no event when the role is held already", async () => {
    succeeds(await ask(someone, side.held), 200, side.active(stage, [side.held]));
    deepEqual(stage.events(), []);
  });

  await t.test(side.noRoleTitle, async () => {
    assertRefusal(await ask(someone, "INVALID_ROLE"), users.unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(someone, side.foreignRole), side.foreignRefusal);
  });

  await t.test("400 MISSING_ATTRIBUTE for no role", async () => {
    const nothing = { ...add(users.idOf(stage, someone)), body: {} };
    assertRefusal(await users.asking(stage, "owner", nothing), users.missingRole(side.roleName));
  });

  await side.refused(t, stage, (userId) => add(userId));
});
