// Proves listMyGroupRoles: what a person holds, for pages that offer what it allows.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { group: groupId } = ids;

testConsole("listMyGroupRoles", async (t, stage) => {
  const mine = async (username: string) => stage.ask(username, "listMyGroupRoles", { groupId });

  await t.test("200 with those in the organization as well", async () => {
    deepEqual((await mine(owner)).json, ["ORG_OWNER", "GROUP_OWNER"]);
  });

  await t.test("200 with one's own alone", async () => {
    const userId = await stage.userId(member);
    await stage.store.write((tx) =>
      tx.grants.give(userId, { orgId: ids.org, groupId }, "GROUP_READ_ONLY", 1),
    );
    deepEqual((await mine(member)).json.sort(), ["GROUP_READ_ONLY", "ORG_MEMBER"]);
  });
});
