// DELETE /{orgs|groups}/{id}/serviceAccounts/{clientId}/secrets/{secretId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const operations = { org: "deleteOrgServiceAccountSecret", group: "deleteGroupServiceAccountSecret" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, place } = accounts.accountSides[scope];
  const { clientId } = accounts.account;
  const remove = (id = accounts.maskedSecrets(stage)[0]?.id) =>
    accounts.request("DELETE", `${accountPath}/secrets/${id}`);

  await t.test("204 and the secret is gone", async () => {
    place(stage);
    accounts.assertAnswer(await stage.ask("owner", remove()), 204, scope);
    deepEqual(accounts.maskedSecrets(stage), []);
    deepEqual(recorded(stage), [inOrgFeed("SERVICE_ACCOUNT_SECRET_DELETED", { clientId })]);
  });

  await t.test("404 SERVICE_ACCOUNT_SECRET_NOT_FOUND for an unknown secret", async () => {
    place(stage);
    assertRefusal(
      await stage.ask("owner", remove(ids.missing)),
      refusal("SERVICE_ACCOUNT_SECRET_NOT_FOUND", [clientId, ids.missing]),
    );
  });

  await accounts.endsTokens(t, stage, remove);
  await accounts.refusedAccounts(t, stage, scope, remove());
  await accounts.changedByOwners(t, stage, scope, () => remove(), 204);
});
