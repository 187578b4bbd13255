// POST /{orgs|groups}/{id}/serviceAccounts/{clientId}/secrets, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, refusal, startStage } from "../../../test/support/stage.ts";

const operations = { org: "createOrgServiceAccountSecret", group: "createGroupServiceAccountSecret" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, place } = accounts.accountSides[scope];
  const { clientId } = accounts.account;
  const post = (hours = 1000) =>
    accounts.request("POST", `${accountPath}/secrets`, { secretExpiresAfterHours: hours });

  await t.test("201 answers the secret, and the one before it has seven days left", async () => {
    place(stage);
    const reply = await stage.ask("owner", post());
    const { id, secret } = reply.json;
    match(secret, /^mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
    const dates = { createdAt: "2026-08-10T03:04:53Z", expiresAt: "2026-09-20T19:04:53Z" };
    accounts.assertAnswer(reply, 201, scope, { ...dates, id, lastUsedAt: null, secret });
    const expiries = accounts.maskedSecrets(stage).map(({ expiresAt }) => expiresAt);
    deepEqual(expiries.sort(), ["2026-08-17T03:04:53Z", "2026-09-20T19:04:53Z"]);
    deepEqual(recorded(stage), [inOrgFeed("SERVICE_ACCOUNT_SECRET_ADDED", { clientId })]);
  });

  const third = "400 SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED for a third, until the first has expired";
  await t.test(third, async () => {
    place(stage);
    equal((await stage.ask("owner", post())).status, 201);
    assertRefusal(
      await stage.ask("owner", post()),
      refusal("SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED", [clientId, 2]),
    );
    stage.clock.set({ advance: "P7D" });
    equal((await stage.ask("owner", post())).status, 201);
  });

  const tooLong = "400 INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME over the org's maximum";
  await t.test(tooLong, async () => {
    place(stage);
    accounts.limitSecrets(stage, 500);
    assertRefusal(await stage.ask("owner", post()), accounts.badLifetime(1000, 500));
  });

  await accounts.refusedAccounts(t, stage, scope, post());
  await accounts.changedByOwners(t, stage, scope, () => post(), 201);
});
