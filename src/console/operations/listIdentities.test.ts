// Proves listIdentities: those who may release an account see who has it.
import { deepEqual } from "node:assert/strict";
import { member, other, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("listIdentities", async (t, stage) => {
  const { org: orgId } = ids;
  const identity = { issuer: "https://login.example.com", subject: "1" };

  await t.test("200 with those of a person of the organization, and none of another", async () => {
    for (const email of [member, other]) {
      const claims = { ...identity, subject: email, email, emailVerified: true, firstName: "", lastName: "" };
      await stage.perform("signInWithProvider", claims);
    }
    const session = await stage.session(owner);
    const seen = async (username: string) => {
      const userId = await stage.userId(username);
      return await stage.get("listIdentities", { orgId, userId }, { session });
    };
    deepEqual(await seen(member), { identities: [{ ...identity, subject: member }] });
    deepEqual(await seen(owner), { identities: [] });
    deepEqual(await seen(other), { identities: [] });
  });
});
