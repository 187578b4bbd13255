// Proves listMyGroupRoles: what a person holds, for pages that offer what it allows.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { member, owner, startConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { group: groupId } = ids;

test("listMyGroupRoles", async (t) => {
  const stage = await startConsole(t);
  const mine = async (username: string) =>
    stage.perform("listMyGroupRoles", { groupId }, { session: await stage.session(username) });

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
