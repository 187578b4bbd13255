// GET /groups/{groupId}/serviceAccounts/{clientId}/accessList, answer by answer.
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  assign,
  groupAccountPath,
  page,
  readers,
  refusedAccounts,
  request,
  sentEntries,
  shownEntries,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";

test("listGroupServiceAccountAccessList", async (t) => {
  const stage = await startStage(t);
  const path = `${groupAccountPath}/accessList`;
  const sending = request("GET", path);

  await t.test("200 lists addresses and networks", async () => {
    assign(stage);
    await stage.ask("owner", request("POST", path, sentEntries));
    assertAnswer(await stage.ask("reader", sending), 200, "group", page(stage, path, shownEntries));
  });

  await refusedAccounts(t, stage, sending, true);

  await t.test("Project Read Only may", () => assertAccountCallers(stage, sending, readers("group")));
});
