// POST /groups/{groupId}/serviceAccounts/{clientId}/accessList, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAnswer,
  assign,
  badEntries,
  groupAccountPath,
  page,
  refusedAccounts,
  refusedBeyondGroup,
  request,
  sentEntries,
  shownEntries,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("createGroupServiceAccountAccessList", async (t) => {
  const stage = await startStage(t);
  const path = `${groupAccountPath}/accessList`;
  const post = (sent: object[] = sentEntries) => request("POST", path, sent);

  await t.test("200 answers the whole list", async () => {
    assign(stage);
    assertAnswer(await stage.ask("owner", post()), 200, "group", page(stage, path, shownEntries));
    deepEqual(
      recorded(stage),
      ["192.0.2.7", "198.51.100.0/24"].map((whitelistEntry) =>
        inOrgFeed("SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED", { clientId: account.clientId, whitelistEntry }),
      ),
    );
  });

  for (const { sent, refusal } of badEntries) {
    await t.test(`${refusal.status} ${refusal.errorCode}, and nothing is added`, async () => {
      assign(stage);
      assertRefusal(await stage.ask("owner", post([{ ipAddress: "203.0.113.1" }, ...sent])), refusal);
      deepEqual(recorded(stage), []);
    });
  }

  await t.test("409 ADDRESS_ALREADY_IN_ACCESS_LIST for an entry that is there", async () => {
    assign(stage);
    await stage.ask("owner", post());
    assertRefusal(await stage.ask("owner", post([{ ipAddress: "192.0.2.7" }])), {
      status: 409,
      errorCode: "ADDRESS_ALREADY_IN_ACCESS_LIST",
      detail: "The address 192.0.2.7 is on the access list already.",
      parameters: ["192.0.2.7"],
    });
  });

  await refusedAccounts(t, stage, post(), true);

  await refusedBeyondGroup(t, stage, () => post(), 200);
});
