// Proves listGroupUserRoles: what a person holds in a project, from where, and what would remain without each.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("listGroupUserRoles", async (t, stage) => {
  const { group: groupId, org: orgId } = ids;

  await t.test("200 with each role, its source, and what would remain", async () => {
    await stage.store.write(async (tx) => {
      await tx.teams.join(ids.team, await stage.userId(owner));
      await tx.teams.assign({ teamId: ids.team, orgId, groupId }, ["GROUP_READ_ONLY"]);
    });
    const at = { groupId, userId: await stage.userId(owner) };
    const { status, json } = await stage.ask(owner, "listGroupUserRoles", at);
    equal(status, 200);
    deepEqual(json, [
      {
        role: "ORG_OWNER",
        from: { kind: "ORG", id: orgId, name: "Acme" },
        remaining: ["GROUP_OWNER", "GROUP_READ_ONLY"],
      },
      {
        role: "GROUP_OWNER",
        from: { kind: "GROUP", id: groupId, name: "payments" },
        remaining: ["ORG_OWNER", "GROUP_READ_ONLY"],
      },
      {
        role: "GROUP_READ_ONLY",
        from: { kind: "TEAM", id: ids.team, name: "core" },
        remaining: ["ORG_OWNER", "GROUP_OWNER"],
      },
    ]);
  });
});
