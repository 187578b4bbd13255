// Proves listOrgRolesToGive: the roles that no change in an organization refuses to a person.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";
import { groupRoleNames, orgRoleNames } from "../../contract/roles.ts";

const all = [...orgRoleNames, ...groupRoleNames];

for (const strictRoles of [true, false]) {
  testConsole(
    `listOrgRolesToGive, ${strictRoles ? "strict" : "not strict"}`,
    { strictRoles },
    async (t, stage) => {
      const { org: orgId } = ids;
      const list = async (username: string) => {
        return (await stage.ask(username, "listOrgRolesToGive", { orgId })).json;
      };

      await t.test("200 with all for an owner, in projects too", async () => {
        deepEqual(await list(owner), all);
      });

      await t.test(`200 with ${strictRoles ? "what lets do no more" : "all"} for a member`, async () => {
        const below = [
          "ORG_BILLING_ADMIN",
          "ORG_BILLING_READ_ONLY",
          "ORG_STREAM_PROCESSING_ADMIN",
          "ORG_MEMBER",
        ];
        deepEqual(await list(member), strictRoles ? below : all);
      });
    },
  );
}
