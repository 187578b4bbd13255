// GET /orgs/{orgId}/serviceAccounts/{clientId}, answer by answer.
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  orgAccountPath,
  readers,
  refusedAccounts,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("getOrgServiceAccount", async (t) => {
  const stage = await startStage(t);
  const sending = request("GET", orgAccountPath);

  await t.test("200 answers the account with its secret masked", async () => {
    assertAnswer(await stage.ask("reader", sending), 200, "org", shownAccount(stage, ["ORG_OWNER"]));
  });

  await refusedAccounts(t, stage, sending, false);

  await t.test("Organization Read Only may", () => assertAccountCallers(stage, sending, readers("org")));
});
