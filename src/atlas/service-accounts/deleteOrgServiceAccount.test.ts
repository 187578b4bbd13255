// DELETE /orgs/{orgId}/serviceAccounts/{clientId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAnswer,
  orgAccountPath,
  orgAccountsPath,
  refusedAccounts,
  request,
} from "../../../test/support/service-accounts.ts";
import { eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("deleteOrgServiceAccount", async (t) => {
  const stage = await startStage(t);
  const sending = request("DELETE", orgAccountPath);

  await t.test("204 and its tokens are refused from the next request on", async () => {
    const token = await stage.token();
    assertAnswer(await stage.ask("owner", sending), 204, "org");
    equal((await stage.bearing(token, request("GET", orgAccountsPath))).status, 401);
    deepEqual(recorded(stage), [
      inOrgFeed("SERVICE_ACCOUNT_DELETED", { clientId: account.clientId }),
      inOrgFeed("SERVICE_ACCOUNT_SECRET_DELETED", { clientId: account.clientId }),
    ]);
  });

  await t.test("204 and an event where invitations of the account are pending", async () => {
    stage.execute(
      `update invites set inviter_username = '${account.clientId}' where id = '${ids.orgInvite}'`,
    );
    equal((await stage.ask("owner", sending)).status, 204);
    deepEqual(stage.events().slice(-1), [
      eventBy("owner", "INVITATIONS_OF_REMOVED_INVITER", { orgId: ids.org, target: account.clientId }),
    ]);
  });

  await refusedAccounts(t, stage, "org", sending);
});
