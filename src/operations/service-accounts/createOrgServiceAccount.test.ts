// POST /orgs/{orgId}/serviceAccounts, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded, roleForOrg } from "../../../test/support/api-keys.ts";
import {
  accountCreations,
  assertAccountCallers,
  assertAnswer,
  orgAccountsPath,
  owners,
  request,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("createOrgServiceAccount", async (t) => {
  const stage = await startStage(t);
  const post = (changed: object = {}) =>
    request("POST", orgAccountsPath, {
      name: "deploy",
      description: "Deploys it, daily.",
      roles: ["ORG_MEMBER", "ORG_READ_ONLY"],
      secretExpiresAfterHours: 24,
      ...changed,
    });

  await t.test("201 answers the account with its secret, this once", async () => {
    const reply = await stage.ask("owner", post());
    const { clientId, secrets } = reply.json;
    const [{ id, secret }] = secrets;
    match(clientId, /^mdb_sa_id_[0-9a-f]{24}$/);
    match(secret, /^mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
    const dates = { createdAt: "2026-08-10T03:04:53Z", expiresAt: "2026-08-11T03:04:53Z" };
    const json = {
      clientId,
      createdAt: dates.createdAt,
      description: "Deploys it, daily.",
      name: "deploy",
      roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
      secrets: [{ ...dates, id, lastUsedAt: null, secret }],
    };
    assertAnswer(reply, 201, "org", json);
    const masked = { ...dates, id, lastUsedAt: null, maskedSecretValue: `mdb_sa_sk_...${secret.slice(-4)}` };
    const seen = await stage.ask("owner", request("GET", `${orgAccountsPath}/${clientId}`));
    assertAnswer(seen, 200, "org", { ...json, secrets: [masked] });
    deepEqual(recorded(stage), [inOrgFeed("SERVICE_ACCOUNT_CREATED", { clientId })]);
    equal(JSON.stringify(stage.rows("select * from service_account_secrets")).includes(secret), false);
  });

  await accountCreations(t, stage, orgAccountsPath, post);

  await t.test("400 INVALID_ROLE_FOR_ORG for a role of the other scope", async () => {
    assertRefusal(await stage.ask("owner", post({ roles: ["GROUP_OWNER"] })), roleForOrg);
  });

  await t.test("Organization Owners may", () => assertAccountCallers(stage, post(), owners("org", 201)));
});
