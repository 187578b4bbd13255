// DELETE /groups/{groupId}/serviceAccounts/{clientId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inGroupFeed, recorded } from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("deleteGroupServiceAccount", async (t) => {
  const stage = await startStage(t);
  const sending = accounts.request("DELETE", accounts.groupAccountPath);

  await t.test("204 and the account keeps its roles elsewhere", async () => {
    accounts.assign(stage);
    accounts.assertAnswer(await stage.ask("groupOwner", sending), 204, "group");
    const seen = await stage.ask("owner", accounts.request("GET", accounts.orgAccountPath));
    accounts.assertAnswer(seen, 200, "org", accounts.shownAccount(stage, ["ORG_OWNER"]));
    deepEqual(recorded(stage), [
      inGroupFeed("SERVICE_ACCOUNT_REMOVED_FROM_GROUP", { clientId: accounts.account.clientId }),
    ]);
  });

  await accounts.refusedAccounts(t, stage, "group", sending);
});
