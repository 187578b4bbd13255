// Proves listMyOrgRoles: what a person holds, for pages that offer what it allows.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId } = ids;

testConsole("listMyOrgRoles", async (t, stage) => {
  const mine = async (username: string) => stage.ask(username, "listMyOrgRoles", { orgId });

  await t.test("200 with those in the organization itself", async () => {
    deepEqual((await mine(owner)).json, ["ORG_OWNER"]);
    deepEqual((await mine(member)).json, ["ORG_MEMBER"]);
  });
});
