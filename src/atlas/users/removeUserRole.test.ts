// POST /{orgs|groups}/{id}/users/{userId}:removeRole, answer by answer.
import { deepEqual } from "node:assert/strict";
import { fill, idsOf } from "../../../test/support/fill.ts";
import { testSides } from "../../../test/support/sides.ts";
import type { Stage } from "../../../test/support/stage.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import * as users from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const { member, owner, pending } = users;

/** Gives everybody of the seed one more role, the one that is removed. */
const giveRole = {
  org: (stage: Stage) => {
    const role = users.sides.org.added;
    const inOrg = idsOf(stage, "select id from users where username <> 'other@example.com'");
    fill(stage, "grants", ...inOrg.map((principal_id) => ({ principal_id, role })));
    stage.execute(`update invites set roles = 'ORG_MEMBER ${role}' where id = '${ids.orgInvite}'`);
  },
  group: (stage: Stage) => {
    users.giveGroup(stage);
    users.giveGroup(stage, users.sides.group.added);
  },
};

/** What remains for the member and the pending user of the seed; somebody whose only role is asked to go. */
const cases = {
  org: { left: ["ORG_MEMBER"], last: [member, pending], without: member },
  group: { left: ["GROUP_READ_ONLY"], last: [owner], without: owner },
};

const operations = { org: "removeOrgUserRole", group: "removeGroupUserRole" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const side = users.sides[scope];
  const { succeeds } = side;
  const { left, last, without } = cases[scope];
  const give = () => giveRole[scope](stage);
  const remove = (userId: string, role: string = side.added) => ({
    method: "POST",
    path: `${side.path}/${userId}:removeRole`,
    headers: { accept: users.v2025 },
    body: { [side.roleName]: role },
  });
  const ask = (username: string, role?: string) =>
    users.asking(stage, side.caller, remove(users.idOf(stage, username), role));

  await t.test("200 an active user with one role less", async () => {
    give();
    succeeds(await ask(member), 200, side.member(stage, left));
    deepEqual(stage.events(), [side.changed(member)]);
  });

  await t.test("200 a pending user with one role less", async () => {
    give();
    succeeds(await ask(pending), 200, side.pending(stage, left));
  });

  await t.test("200 and no event when the role is not held", async () => {
    succeeds(await ask(without), 200, side.active(stage, [side.held]));
    deepEqual(stage.events(), []);
  });

  await t.test(side.noRoleTitle, async () => {
    assertRefusal(await ask(owner, "INVALID_ROLE"), users.unknownRole("INVALID_ROLE"));
    assertRefusal(await ask(owner, side.foreignRole), side.foreignRefusal);
  });

  await t.test("400 MISSING_ATTRIBUTE for no role", async () => {
    const nothing = { ...remove(users.idOf(stage, owner)), body: {} };
    assertRefusal(await users.asking(stage, "owner", nothing), users.missingRole(side.roleName));
  });

  await t.test("403 CANNOT_REMOVE_ALL_USER_ROLES for the last role", async () => {
    for (const username of last) {
      assertRefusal(await ask(username, side.held), users.lastRole(username));
    }
    deepEqual(stage.events(), []);
  });

  await side.refused(t, stage, (userId) => remove(userId));

  if (scope === "group") return;

  await t.test("403 CANNOT_DEMOTE_LAST_ORG_OWNER for the last owner", async () => {
    give();
    assertRefusal(await ask(owner, "ORG_OWNER"), users.lastOwner("CANNOT_DEMOTE_LAST_ORG_OWNER"));
    deepEqual(stage.events(), []);
  });
});
