// Proves listMyOrgRoles and listMyGroupRoles: the roles of the caller, by which pages offer actions.
import { deepEqual } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId } = ids;

testConsole("one's own roles", async (t, stage) => {
  const inOrg = (username: string) => stage.read(username, "listMyOrgRoles", { orgId });
  const inGroup = (username: string) => stage.read(username, "listMyGroupRoles", { groupId });

  await t.test("200 with those in the organization itself", async () => {
    deepEqual([await inOrg(owner), await inOrg(member)], [["ORG_OWNER"], ["ORG_MEMBER"]]);
  });

  await t.test("200 with those in the organization as well, in a project", async () => {
    deepEqual(await inGroup(owner), ["ORG_OWNER", "GROUP_OWNER"]);
  });

  await t.test("200 with one's own alone", async () => {
    await stage.give(member, "GROUP_READ_ONLY");
    deepEqual((await inGroup(member)).sort(), ["GROUP_READ_ONLY", "ORG_MEMBER"]);
  });
});
