// GET /orgs/{orgId}/serviceAccounts/{clientId}/accessList, answer by answer.
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  orgAccountPath,
  page,
  readers,
  refusedAccounts,
  request,
  sentEntries,
  shownEntries,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("listOrgServiceAccountAccessList", async (t) => {
  const stage = await startStage(t);
  const path = `${orgAccountPath}/accessList`;
  const sending = request("GET", path);

  await t.test("200 lists addresses and networks", async () => {
    await stage.ask("owner", request("POST", path, sentEntries));
    assertAnswer(await stage.ask("reader", sending), 200, "org", page(stage, path, shownEntries));
  });

  await refusedAccounts(t, stage, sending, false);

  await t.test("Organization Read Only may", () => assertAccountCallers(stage, sending, readers("org")));
});
