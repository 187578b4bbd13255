// DELETE /orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAccountCallers,
  assertAnswer,
  endsTokens,
  maskedSecrets,
  orgAccountPath,
  owners,
  refusedAccounts,
  request,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("deleteOrgServiceAccountSecret", async (t) => {
  const stage = await startStage(t);
  const remove = (id = maskedSecrets(stage)[0]?.id) => request("DELETE", `${orgAccountPath}/secrets/${id}`);

  await t.test("204 and the secret is gone", async () => {
    assertAnswer(await stage.ask("owner", remove()), 204, "org");
    deepEqual(maskedSecrets(stage), []);
    deepEqual(recorded(stage), [inOrgFeed("SERVICE_ACCOUNT_SECRET_DELETED", { clientId: account.clientId })]);
  });

  await t.test("404 SERVICE_ACCOUNT_SECRET_NOT_FOUND for an unknown secret", async () => {
    assertRefusal(await stage.ask("owner", remove(ids.missing)), {
      status: 404,
      errorCode: "SERVICE_ACCOUNT_SECRET_NOT_FOUND",
      detail: `Service account ${account.clientId} has no secret with ID ${ids.missing}.`,
      parameters: [account.clientId, ids.missing],
    });
  });

  await endsTokens(t, stage, remove);
  await refusedAccounts(t, stage, remove(), false);

  await t.test("Organization Owners may", () => assertAccountCallers(stage, remove(), owners("org", 204)));
});
