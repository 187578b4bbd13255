// Proves listGroupRolesToGive: the roles that no change in a project refuses to a person.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";
import { groupRoleNames, orgRoleNames } from "../../contract/roles.ts";

/** What opens doors to the data is above who only manages access. */
const ofTheData = new Set<string>([
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
]);
const all = [...orgRoleNames, ...groupRoleNames];

for (const strictRoles of [true, false]) {
  testConsole(
    `listGroupRolesToGive, ${strictRoles ? "strict" : "not strict"}`,
    { strictRoles },
    async (t, stage) => {
      const { group: groupId, org: orgId } = ids;
      const list = async (username: string) => {
        return (await stage.ask(username, "listGroupRolesToGive", { groupId })).json;
      };
      const hold = async (role: "GROUP_ACCESS_MANAGER" | "GROUP_READ_ONLY") => {
        const userId = await stage.userId(member);
        await stage.store.write((tx) => tx.grants.give(userId, { orgId, groupId }, role, 1));
      };
      const inGroup = (roles: readonly string[]) => roles.filter((role) => role.startsWith("GROUP_"));

      await t.test("200 with all for an owner", async () => {
        deepEqual(await list(owner), all);
      });

      await t.test(
        `200 ${strictRoles ? "without" : "with"} what is above for an access manager`,
        async () => {
          await hold("GROUP_ACCESS_MANAGER");
          const below = groupRoleNames.filter((role) => role !== "GROUP_OWNER" && !ofTheData.has(role));
          deepEqual(inGroup(await list(member)), strictRoles ? below : groupRoleNames);
        },
      );

      await t.test(`200 ${strictRoles ? "without" : "with"} what is above for a reader`, async () => {
        await hold("GROUP_READ_ONLY");
        const above = new Set<string>([...ofTheData, "GROUP_OWNER", "GROUP_ACCESS_MANAGER"]);
        const below = groupRoleNames.filter((role) => !above.has(role));
        deepEqual(inGroup(await list(member)), strictRoles ? below : groupRoleNames);
      });
    },
  );
}
