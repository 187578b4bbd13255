// Proves listOrgHolders: who may do what in an organization, and who may ask.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testConsole } from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { account, ids, keys } from "../../../test/support/world.ts";

testConsole("listOrgHolders", async (t, stage) => {
  const { org: orgId } = ids;
  const perform = async (role: string) => stage.ask(owner, "listOrgHolders", { orgId, role });

  await t.test(
    "200 with whoever holds the role in the organization itself, or one that implies it",
    async () => {
      const { json } = await perform("ORG_READ_ONLY");
      const from = { kind: "ORG", id: orgId, name: "Acme" };
      deepEqual(pluck(json.results, "name", "by"), [
        [owner, [{ role: "ORG_OWNER", from }]],
        [account.clientId, [{ role: "ORG_OWNER", from }]],
        [keys.elsewhere.publicKey, [{ role: "ORG_OWNER", from }]],
        [keys.owner.publicKey, [{ role: "ORG_OWNER", from }]],
        [keys.reader.publicKey, [{ role: "ORG_READ_ONLY", from }]],
      ]);
      equal(json.total, 5);
    },
  );

  await t.test("404 for a role of projects, which nobody holds in an organization", async () => {
    const { status, json } = await perform("GROUP_OWNER");
    deepEqual([status, json.errorCode], [404, "RESOURCE_NOT_FOUND"]);
  });
});
