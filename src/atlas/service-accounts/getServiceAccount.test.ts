// GET /{orgs|groups}/{id}/serviceAccounts/{clientId}, answer by answer.
import { equal } from "node:assert/strict";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { startStage } from "../../../test/support/stage.ts";

const operations = { org: "getOrgServiceAccount", group: "getGroupServiceAccount" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, role, place } = accounts.accountSides[scope];
  const sending = accounts.request("GET", accountPath);

  await t.test("200 answers the account with its secret masked", async () => {
    place(stage);
    const json = accounts.shownAccount(stage, [role]);
    accounts.assertAnswer(await stage.ask("reader", sending), 200, scope, json);
  });

  await t.test("200 shows when a token was last asked for with a secret", async () => {
    place(stage);
    stage.clock.set({ advance: "PT1H" });
    await stage.token();
    const reply = await stage.ask("owner", sending);
    equal(reply.json.secrets[0].lastUsedAt, "2026-08-10T04:04:53Z");
  });

  await accounts.refusedAccounts(t, stage, scope, sending);
});
