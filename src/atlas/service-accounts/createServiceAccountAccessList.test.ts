// POST /{orgs|groups}/{id}/serviceAccounts/{clientId}/accessList, answer by answer.
import { deepEqual } from "node:assert/strict";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, refusal, startStage } from "../../../test/support/stage.ts";

const operations = { org: "createOrgServiceAccountAccessList", group: "createGroupServiceAccountAccessList" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, place } = accounts.accountSides[scope];
  const path = `${accountPath}/accessList`;
  const post = (sent: object[] = accounts.sentEntries) => accounts.request("POST", path, sent);

  await t.test("200 answers the whole list", async () => {
    place(stage);
    const json = accounts.page(stage, path, accounts.shownEntries);
    accounts.assertAnswer(await stage.ask("owner", post()), 200, scope, json);
    const { clientId } = accounts.account;
    deepEqual(
      recorded(stage),
      ["192.0.2.7", "198.51.100.0/24"].map((whitelistEntry) =>
        inOrgFeed("SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED", { clientId, whitelistEntry }),
      ),
    );
  });

  for (const { sent, refusal } of accounts.badEntries) {
    await t.test(`${refusal.status} ${refusal.errorCode}, and nothing is added`, async () => {
      place(stage);
      assertRefusal(await stage.ask("owner", post([{ ipAddress: "203.0.113.1" }, ...sent])), refusal);
      deepEqual(recorded(stage), []);
    });
  }

  await t.test("409 ADDRESS_ALREADY_IN_ACCESS_LIST for an entry that is there", async () => {
    place(stage);
    await stage.ask("owner", post());
    assertRefusal(
      await stage.ask("owner", post([{ ipAddress: "192.0.2.7" }])),
      refusal("ADDRESS_ALREADY_IN_ACCESS_LIST", ["192.0.2.7"]),
    );
  });

  await accounts.refusedAccounts(t, stage, scope, post());
  await accounts.changedByOwners(t, stage, scope, () => post(), 200);
});
