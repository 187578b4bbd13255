// GET /{orgs|groups}/{id}/serviceAccounts, answer by answer.
import { deepEqual } from "node:assert/strict";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { startStage } from "../../../test/support/stage.ts";

const operations = { org: "listOrgServiceAccounts", group: "listGroupServiceAccounts" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountsPath, role, place } = accounts.accountSides[scope];
  const sending = accounts.request("GET", accountsPath);

  await t.test("200 lists the accounts with their secrets masked", async () => {
    place(stage);
    const json = accounts.page(stage, accountsPath, [accounts.shownAccount(stage, [role])]);
    accounts.assertAnswer(await stage.ask("reader", sending), 200, scope, json);
  });

  await t.test("200 answers an empty page after the last", async () => {
    place(stage);
    const reply = await stage.ask("owner", accounts.request("GET", `${accountsPath}?pageNum=2`));
    deepEqual([reply.json.results, reply.json.totalCount], [[], 1]);
  });
});
