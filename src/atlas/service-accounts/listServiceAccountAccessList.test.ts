// GET /{orgs|groups}/{id}/serviceAccounts/{clientId}/accessList, answer by answer.
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { startStage } from "../../../test/support/stage.ts";

const operations = { org: "listOrgServiceAccountAccessList", group: "listGroupServiceAccountAccessList" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, place } = accounts.accountSides[scope];
  const path = `${accountPath}/accessList`;
  const sending = accounts.request("GET", path);

  await t.test("200 lists addresses and networks", async () => {
    place(stage);
    await stage.ask("owner", accounts.request("POST", path, accounts.sentEntries));
    const json = accounts.page(stage, path, accounts.shownEntries);
    accounts.assertAnswer(await stage.ask("reader", sending), 200, scope, json);
  });

  await accounts.refusedAccounts(t, stage, scope, sending);
});
