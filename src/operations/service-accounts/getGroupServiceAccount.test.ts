// GET /groups/{groupId}/serviceAccounts/{clientId}, answer by answer.
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  assign,
  groupAccountPath,
  readers,
  refusedAccounts,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("getGroupServiceAccount", async (t) => {
  const stage = await startStage(t);
  const sending = request("GET", groupAccountPath);

  await t.test("200 answers the account with its secret masked", async () => {
    assign(stage);
    assertAnswer(await stage.ask("reader", sending), 200, "group", shownAccount(stage, ["GROUP_READ_ONLY"]));
  });

  await refusedAccounts(t, stage, sending, true);

  await t.test("Project Read Only may", () => assertAccountCallers(stage, sending, readers("group")));
});
