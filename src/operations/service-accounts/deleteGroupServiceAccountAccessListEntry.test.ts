// DELETE /groups/{groupId}/serviceAccounts/{clientId}/accessList/{ipAddress}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAnswer,
  assign,
  groupAccountPath,
  refusedAccounts,
  refusedBeyondGroup,
  request,
  sentEntries,
  shownEntries,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("deleteGroupServiceAccountAccessListEntry", async (t) => {
  const stage = await startStage(t);
  const path = `${groupAccountPath}/accessList`;
  const remove = (entry: string) => request("DELETE", `${path}/${entry}`);
  const add = (...sent: object[]) => stage.ask("owner", request("POST", path, sent));

  await t.test("204 takes the entry off the list", async () => {
    assign(stage);
    await add(...sentEntries);
    assertAnswer(await stage.ask("owner", remove("198.51.100.0%2F24")), 204, "group");
    const { results } = (await stage.ask("owner", request("GET", path))).json;
    deepEqual(results, shownEntries.slice(0, 1));
    deepEqual(
      recorded(stage).at(-1),
      inOrgFeed("SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED", {
        clientId: account.clientId,
        whitelistEntry: "198.51.100.0/24",
      }),
    );
  });

  await t.test(
    "400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST for the address the account asks from",
    async () => {
      assign(stage);
      await add({ cidrBlock: "127.0.0.0/8" });
      assertRefusal(await stage.ask("account", remove("127.0.0.0%2F8")), {
        status: 400,
        errorCode: "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST",
        detail: "Entry 127.0.0.0/8 covers the caller's own address and cannot be removed by it.",
        parameters: ["127.0.0.0/8"],
      });
      equal((await stage.ask("owner", remove("127.0.0.0%2F8"))).status, 204);
    },
  );

  await t.test("400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION for what is neither", async () => {
    assign(stage);
    assertRefusal(await stage.ask("owner", remove("nonsense")), {
      status: 400,
      errorCode: "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
      detail: "nonsense is neither an IP address nor a CIDR block.",
      parameters: ["nonsense"],
    });
  });

  await t.test("404 SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND for an entry that is not there", async () => {
    assign(stage);
    assertRefusal(await stage.ask("owner", remove("192.0.2.7")), {
      status: 404,
      errorCode: "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND",
      detail: `192.0.2.7 is not on the access list of service account ${account.clientId}.`,
      parameters: ["192.0.2.7", account.clientId],
    });
  });

  await refusedAccounts(t, stage, remove("192.0.2.7"), true);

  await refusedBeyondGroup(t, stage, () => remove("192.0.2.7"), "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND");
});
