// Proves listOrgRolesToGive and listGroupRolesToGive: the roles that the caller may give.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";
import { groupRoleNames, orgRoleNames } from "../../core/contract/roles.ts";

const { org: orgId, group: groupId } = ids;
const all = [...orgRoleNames, ...groupRoleNames];
const belowMember = [
  "ORG_BILLING_ADMIN",
  "ORG_BILLING_READ_ONLY",
  "ORG_STREAM_PROCESSING_ADMIN",
  "ORG_MEMBER",
];
/** The roles above an access manager's, because they give access to data. */
const aboveManager = [
  "GROUP_OWNER",
  "GROUP_NETWORK_ACCESS_MANAGER",
  "GROUP_CLUSTER_LOG_VIEWER",
  "GROUP_STREAM_PROCESSING_OWNER",
  "GROUP_DATABASE_ACCESS_ADMIN",
  "GROUP_ALERTS_MANAGER",
  "GROUP_BACKUP_MANAGER",
  "GROUP_CLUSTER_MANAGER",
  "GROUP_CLUSTER_CREATOR",
  "GROUP_CLUSTER_RESILIENCE_TESTER",
  "GROUP_REPLICA_SET_MANAGER",
];

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

    for (const [role, above] of [
      ["GROUP_ACCESS_MANAGER", aboveManager],
      ["GROUP_READ_ONLY", [...aboveManager, "GROUP_ACCESS_MANAGER"]],
    ] as const) {
      await t.test(`200 ${strictRoles ? "without" : "with"} what is above ${role}`, async () => {
        await stage.give(member, role);
        const offered: string[] = await stage.read(member, "listGroupRolesToGive", { groupId });
        deepEqual(
          offered.filter((each) => each.startsWith("GROUP_")),
          groupRoleNames.filter((each) => !strictRoles || !above.includes(each)),
        );
      });
    }
  });
}
