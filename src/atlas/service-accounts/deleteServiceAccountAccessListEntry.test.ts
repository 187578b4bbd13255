// DELETE /{orgs|groups}/{id}/serviceAccounts/{clientId}/accessList/{ipAddress}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, refusal, startStage, testRefusals } from "../../../test/support/stage.ts";

const operations = {
  org: "deleteOrgServiceAccountAccessListEntry",
  group: "deleteGroupServiceAccountAccessListEntry",
};

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, place } = accounts.accountSides[scope];
  const { clientId } = accounts.account;
  const path = `${accountPath}/accessList`;
  const remove = (entry: string) => accounts.request("DELETE", `${path}/${entry}`);
  const add = (...sent: object[]) => stage.ask("owner", accounts.request("POST", path, sent));

  await t.test("204 takes the entry off the list", async () => {
    place(stage);
    await add(...accounts.sentEntries);
    accounts.assertAnswer(await stage.ask("owner", remove("198.51.100.0%2F24")), 204, scope);
    const { results } = (await stage.ask("owner", accounts.request("GET", path))).json;
    deepEqual(results, accounts.shownEntries.slice(0, 1));
    const details = { clientId, whitelistEntry: "198.51.100.0/24" };
    deepEqual(recorded(stage).at(-1), inOrgFeed("SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED", details));
  });

  const ofCaller = "400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST for the address the account asks from";
  await t.test(ofCaller, async () => {
    place(stage);
    await add({ cidrBlock: "127.0.0.0/8" });
    assertRefusal(
      await stage.ask("account", remove("127.0.0.0%2F8")),
      refusal("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST", ["127.0.0.0/8"]),
    );
    equal((await stage.ask("owner", remove("127.0.0.0%2F8"))).status, 204);
  });

  await testRefusals(t, stage, [
    [
      "for what is neither",
      remove("nonsense"),
      refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["nonsense"]),
      { before: () => place(stage) },
    ],
    [
      "for an entry that is not there",
      remove("192.0.2.7"),
      refusal("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", ["192.0.2.7", clientId]),
      { before: () => place(stage) },
    ],
  ]);

  const missing = () => remove("192.0.2.7");
  await accounts.refusedAccounts(t, stage, scope, missing());
  await accounts.changedByOwners(t, stage, scope, missing, "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND");
});
