// POST /groups/{groupId}/serviceAccounts/{clientId}/secrets, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAnswer,
  assign,
  badLifetime,
  groupAccountPath,
  limitSecrets,
  maskedSecrets,
  refusedAccounts,
  refusedBeyondGroup,
  request,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("createGroupServiceAccountSecret", async (t) => {
  const stage = await startStage(t);
  const post = (hours = 1000) =>
    request("POST", `${groupAccountPath}/secrets`, { secretExpiresAfterHours: hours });

  await t.test("201 answers the secret, and the one before it has seven days left", async () => {
    assign(stage);
    const reply = await stage.ask("owner", post());
    const { id, secret } = reply.json;
    match(secret, /^mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
    const dates = { createdAt: "2026-08-10T03:04:53Z", expiresAt: "2026-09-20T19:04:53Z" };
    assertAnswer(reply, 201, "group", { ...dates, id, lastUsedAt: null, secret });
    deepEqual(
      maskedSecrets(stage)
        .map(({ expiresAt }) => expiresAt)
        .sort(),
      ["2026-08-17T03:04:53Z", "2026-09-20T19:04:53Z"],
    );
    deepEqual(recorded(stage), [inOrgFeed("SERVICE_ACCOUNT_SECRET_ADDED", { clientId: account.clientId })]);
  });

  await t.test(
    "400 SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED for a third, until the first has expired",
    async () => {
      assign(stage);
      equal((await stage.ask("owner", post())).status, 201);
      assertRefusal(await stage.ask("owner", post()), {
        status: 400,
        errorCode: "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED",
        detail: `Service account ${account.clientId} has 2 secrets already; delete one first.`,
        parameters: [account.clientId, 2],
      });
      stage.clock.set({ advance: "P7D" });
      equal((await stage.ask("owner", post())).status, 201);
    },
  );

  await t.test(
    "400 INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME over the organization's own maximum",
    async () => {
      assign(stage);
      limitSecrets(stage, 500);
      assertRefusal(await stage.ask("owner", post()), badLifetime(1000, 500));
    },
  );

  await refusedAccounts(t, stage, post(), true);

  await refusedBeyondGroup(t, stage, () => post(), 201);
});
