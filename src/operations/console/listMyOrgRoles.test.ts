// Proves listMyOrgRoles: what a person holds, for pages that offer what it allows.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { member, owner, startConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId } = ids;

test("listMyOrgRoles", async (t) => {
  const stage = await startConsole(t);
  const mine = async (username: string) =>
    stage.perform("listMyOrgRoles", { orgId }, { session: await stage.session(username) });

  await t.test("200 with those in the organization itself", async () => {
    deepEqual((await mine(owner)).json, ["ORG_OWNER"]);
    deepEqual((await mine(member)).json, ["ORG_MEMBER"]);
  });
});
