// DELETE /groups/{groupId}/serviceAccounts/{clientId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inGroupFeed, recorded } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAccountCallers,
  assertAnswer,
  assign,
  groupAccountPath,
  orgAccountPath,
  owners,
  refusedAccounts,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("deleteGroupServiceAccount", async (t) => {
  const stage = await startStage(t);
  const sending = request("DELETE", groupAccountPath);

  await t.test("204 and the account keeps its roles elsewhere", async () => {
    assign(stage);
    assertAnswer(await stage.ask("groupOwner", sending), 204, "group");
    const seen = await stage.ask("owner", request("GET", orgAccountPath));
    assertAnswer(seen, 200, "org", shownAccount(stage, ["ORG_OWNER"]));
    deepEqual(recorded(stage), [
      inGroupFeed("SERVICE_ACCOUNT_REMOVED_FROM_GROUP", { clientId: account.clientId }),
    ]);
  });

  await refusedAccounts(t, stage, "group", sending);

  await t.test("Project Owners may", () => assertAccountCallers(stage, sending, owners("group", 204)));
});
