// Proves getFactorRule: the rule set in the console, and the one set by the API.

import { deepEqual } from "node:assert/strict";
import { member, testConsole } from "../../../test/console/support/console-operations.ts";
import { settleOrg } from "../../../test/support/settings.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("getFactorRule", async (t, stage) => {
  const get = async (username: string) => {
    const session = await stage.session(username, { hasSecondFactor: true });
    return stage.perform("getFactorRule", { orgId: ids.org }, { session });
  };

  await t.test("200 for members: nobody, owners, or everybody once the API requires it", async () => {
    deepEqual((await get(member)).json, { rule: "nobody" });
    for (const [settings, rule] of [
      [{ secondFactorOfOwners: true }, "owners"],
      [{ secondFactorOfOwners: true, multiFactorAuthRequired: true }, "everybody"],
    ] as const) {
      await stage.store.write((tx) => settleOrg(tx, ids.org, settings));
      deepEqual((await get(member)).json, { rule });
    }
  });
});
