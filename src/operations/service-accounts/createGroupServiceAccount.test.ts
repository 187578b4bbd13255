// POST /groups/{groupId}/serviceAccounts, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { inGroupFeed, inOrgFeed, recorded, roleForGroup } from "../../../test/support/api-keys.ts";
import {
  accountCreations,
  assertAccountCallers,
  assertAnswer,
  groupAccountsPath,
  owners,
  request,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("createGroupServiceAccount", async (t) => {
  const stage = await startStage(t);
  const post = (changed: object = {}) =>
    request("POST", groupAccountsPath, {
      name: "deploy",
      description: "Deploys it, daily.",
      roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"],
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
      roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"],
      secrets: [{ ...dates, id, lastUsedAt: null, secret }],
    };
    assertAnswer(reply, 201, "group", json);
    const masked = { ...dates, id, lastUsedAt: null, maskedSecretValue: `mdb_sa_sk_...${secret.slice(-4)}` };
    const seen = await stage.ask("owner", request("GET", `${groupAccountsPath}/${clientId}`));
    assertAnswer(seen, 200, "group", { ...json, secrets: [masked] });
    deepEqual(recorded(stage), [
      inOrgFeed("SERVICE_ACCOUNT_CREATED", { clientId }),
      inGroupFeed("SERVICE_ACCOUNT_ADDED_TO_GROUP", { clientId }),
    ]);
    equal(JSON.stringify(stage.rows("select * from service_account_secrets")).includes(secret), false);
  });

  await accountCreations(t, stage, groupAccountsPath, post);

  await t.test("400 INVALID_ROLE_FOR_GROUP for a role of the other scope", async () => {
    assertRefusal(await stage.ask("owner", post({ roles: ["ORG_OWNER"] })), roleForGroup);
  });

  await t.test("Project Owners may", () => assertAccountCallers(stage, post(), owners("group", 201)));
});
