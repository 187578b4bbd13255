// GET /orgs/{orgId}/serviceAccounts/{clientId}, answer by answer.
import { equal } from "node:assert/strict";
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

  await t.test("200 shows when a token was last asked for with a secret", async () => {
    stage.clock.set({ advance: "PT1H" });
    await stage.token();
    const reply = await stage.ask("owner", sending);
    equal(reply.json.secrets[0].lastUsedAt, "2026-08-10T04:04:53Z");
  });
});
