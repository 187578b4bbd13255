// POST /{orgs|groups}/{id}/serviceAccounts, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import * as keys from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

const sides = {
  org: {
    sent: ["ORG_MEMBER", "ORG_READ_ONLY"],
    roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
    events: (details: object) => [keys.inOrgFeed("SERVICE_ACCOUNT_CREATED", details)],
    foreign: "GROUP_OWNER",
    refusal: keys.roleForOrg,
  },
  group: {
    sent: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"],
    roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"],
    events: (details: object) => [
      keys.inOrgFeed("SERVICE_ACCOUNT_CREATED", details),
      keys.inGroupFeed("SERVICE_ACCOUNT_ADDED_TO_GROUP", details),
    ],
    foreign: "ORG_OWNER",
    refusal: keys.roleForGroup,
  },
};

const operations = { org: "createOrgServiceAccount", group: "createGroupServiceAccount" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountsPath } = accounts.accountSides[scope];
  const { sent, roles, events, foreign, refusal } = sides[scope];
  const texts = { name: "deploy", description: "Deploys it, daily." };
  const post = (changed: object = {}) =>
    accounts.request("POST", accountsPath, {
      ...texts,
      roles: sent,
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
    const { createdAt } = dates;
    const { name, description } = texts;
    const shown = { clientId, createdAt, description, name, roles };
    accounts.assertAnswer(reply, 201, scope, {
      ...shown,
      secrets: [{ ...dates, id, lastUsedAt: null, secret }],
      systemManaged: false,
    });
    const masked = { ...dates, id, lastUsedAt: null, maskedSecretValue: `mdb_sa_sk_...${secret.slice(-4)}` };
    const seen = await stage.ask("owner", accounts.request("GET", `${accountsPath}/${clientId}`));
    accounts.assertAnswer(seen, 200, scope, { ...shown, secrets: [masked], systemManaged: false });
    deepEqual(keys.recorded(stage), events({ clientId }));
    equal(JSON.stringify(stage.rows("select * from service_account_secrets")).includes(secret), false);
  });

  await accounts.accountCreations(t, stage, accountsPath, post);

  await t.test(`400 ${refusal.errorCode} for a role of the other scope`, async () => {
    assertRefusal(await stage.ask("owner", post({ roles: [foreign] })), refusal);
  });
});
