// POST /groups/{groupId}/serviceAccounts, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { inGroupFeed, inOrgFeed, roleForGroup, told, unknownRole } from "../../../test/support/api-keys.ts";
import {
  assertAccountCallers,
  assertAnswer,
  badLifetime,
  groupAccountsPath,
  limitSecrets,
  owners,
  request,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

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
    deepEqual(told(stage), [
      inOrgFeed("SERVICE_ACCOUNT_CREATED", { clientId }),
      inGroupFeed("SERVICE_ACCOUNT_ADDED_TO_GROUP", { clientId }),
    ]);
    equal(JSON.stringify(stage.rows("select * from service_account_secrets")).includes(secret), false);
  });

  await t.test("201 and its secret is good for a token", async () => {
    const { clientId, secrets } = (await stage.ask("owner", post())).json;
    const basic = Buffer.from(`${clientId}:${secrets[0].secret}`).toString("base64");
    const form = { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" };
    const asked = { method: "POST", path: "/api/oauth/token", headers: form };
    const token = await stage.send({ ...asked, body: "grant_type=client_credentials" });
    equal(token.status, 200);
    equal((await stage.bearing(token.json.access_token, request("GET", groupAccountsPath))).status, 200);
  });

  await t.test("400 INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME for 7 hours, and over a year", async () => {
    for (const hours of [7, 8761]) {
      const reply = await stage.ask("owner", post({ secretExpiresAfterHours: hours }));
      assertRefusal(reply, badLifetime(hours));
    }
  });

  await t.test(
    "400 INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME over the organization's own maximum",
    async () => {
      limitSecrets(stage, 23);
      assertRefusal(await stage.ask("owner", post()), badLifetime(24, 23));
    },
  );

  await t.test("400 BAD_REQUEST for a role that does not exist", async () => {
    assertRefusal(await stage.ask("owner", post({ roles: ["KING"] })), unknownRole);
  });

  await t.test("400 BAD_REQUEST for a name with other characters", async () => {
    for (const name of ["a/b", "", "x".repeat(65), "a\u0000b"]) {
      const reply = await stage.ask("owner", post({ name }));
      equal(reply.headers["x-error-code"], "BAD_REQUEST", reply.text);
    }
  });

  await t.test("400 INVALID_ROLE_FOR_GROUP for a role of the other scope", async () => {
    assertRefusal(await stage.ask("owner", post({ roles: ["ORG_OWNER"] })), roleForGroup);
  });

  await t.test("400 MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED for the 501st account", async () => {
    for (let index = 1; index < 500; index++) {
      const id = `e${String(index).padStart(23, "0")}`;
      stage.execute(`insert into principals (id, kind) values ('${id}', 'SERVICE_ACCOUNT')`);
      stage.execute(
        `insert into service_accounts (id, org_id, name, description, created_at)
         values ('${id}', '${ids.org}', 'filler', 'filler', 0)`,
      );
    }
    assertRefusal(await stage.ask("owner", post()), {
      status: 400,
      errorCode: "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
      detail: `Maximum number of Service Accounts per org (500) in ${ids.org} exceeded when trying to add a new Service Account.`,
      parameters: [500, ids.org],
    });
  });

  await t.test("Project Owners may", () => assertAccountCallers(stage, post(), owners("group", 201)));
});
