// Proves listOrgRolesToGive and listGroupRolesToGive: the roles that the caller may give.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";
import { groupRoleNames, orgRoleNames } from "../../core/contract/roles.ts";

const { org: orgId, group: groupId } = ids;
const all = [...orgRoleNames, ...groupRoleNames];
const belowMember = ["ORG_MEMBER"];
/** The project roles that let do no more than a reader: what they are for is not here. */
const likeReader = ["GROUP_READ_ONLY", "GROUP_REAL_TIME_PERFORMANCE_OPERATOR", "GROUP_TRIGGER_MANAGER"];

for (const strictRoles of [true, false]) {
  const title = `roles to give, ${strictRoles ? "strict" : "not strict"}`;
  testConsole(title, { strictRoles }, async (t, stage) => {
    await t.test("200 with all for an owner", async () => {
      deepEqual(await stage.read(owner, "listOrgRolesToGive", { orgId }), all);
      deepEqual(await stage.read(owner, "listGroupRolesToGive", { groupId }), all);
    });

    await t.test(`200 with ${strictRoles ? "what lets do no more" : "all"} for a member`, async () => {
      const offered = await stage.read(member, "listOrgRolesToGive", { orgId });
      deepEqual(offered, strictRoles ? belowMember : all);
    });

    for (const [role, atMost] of [
      ["GROUP_ACCESS_MANAGER", ["GROUP_ACCESS_MANAGER", ...likeReader]],
      ["GROUP_READ_ONLY", likeReader],
    ] as const) {
      await t.test(`200 ${strictRoles ? "without" : "with"} what is above ${role}`, async () => {
        await stage.give(member, role);
        const offered: string[] = await stage.read(member, "listGroupRolesToGive", { groupId });
        deepEqual(
          offered.filter((each) => each.startsWith("GROUP_")),
          groupRoleNames.filter((each) => !strictRoles || atMost.includes(each)),
        );
      });
    }
  });
}
