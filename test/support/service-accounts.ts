// How service accounts look in answers, and the cases that several of their operations share.

import { deepEqual, equal } from "node:assert/strict";
import type { TestContext } from "node:test";
import { unknownRole } from "./api-keys.ts";
import { assertTokenRefused } from "./challenges.ts";
import { requestToken } from "./oauth.ts";
import { settlingOrg } from "./settings.ts";
import type { Scope } from "./sides.ts";
import {
  assertRefusal,
  assertSuccess,
  badRequest,
  now,
  type Refusal,
  refusal,
  type Stage,
  unkept,
} from "./stage.ts";
import { account, ids, type Sending } from "./world.ts";

export { account };
export const orgAccountsPath = `/api/atlas/v2/orgs/${ids.org}/serviceAccounts`;
export const orgAccountPath = `${orgAccountsPath}/${account.clientId}`;
export const groupAccountsPath = `/api/atlas/v2/groups/${ids.group}/serviceAccounts`;
export const groupAccountPath = `${groupAccountsPath}/${account.clientId}`;

const media = "application/vnd.atlas.2024-08-05+json";

/** A request of the version of service accounts. */
export const request = (method: string, path: string, body?: object): Sending => ({
  method,
  path,
  headers: { accept: media },
  ...(body && { body }),
});

/** Compares a success whole: those of projects have another limit. */
export function assertAnswer(
  reply: Parameters<typeof assertSuccess>[0],
  status: number,
  of: Scope,
  json?: unknown,
) {
  assertSuccess(reply, {
    status,
    limit: of === "org" ? 500 : 1200,
    // Only what is made, an account or a secret, shows a secret.
    headers: { "content-type": `${media};charset=utf-8`, ...(status === 201 && unkept) },
    ...(json !== undefined && { json }),
  });
}

export const page = (stage: Stage, path: string, results: object[]) => ({
  links: [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
  results,
  totalCount: results.length,
});

interface SecretRow {
  id: string;
  tail: string;
  created_at: number;
  expires_at: number;
}

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** The secrets of the seeded account, masked. */
export const maskedSecrets = (stage: Stage) =>
  (
    stage.rows(
      `select id, tail, created_at, expires_at from service_account_secrets
       where service_account_id = '${account.clientId.slice(10)}' order by created_at, id`,
    ) as SecretRow[]
  ).map(({ id, tail, created_at, expires_at }) => ({
    createdAt: stamp(created_at),
    expiresAt: stamp(expires_at),
    id,
    lastUsedAt: null,
    maskedSecretValue: `mdb_sa_sk_...${tail}`,
  }));

/** The seeded account as every answer but that of its creation shows it. */
export const shownAccount = (stage: Stage, roles: string[], changed: object = {}) => ({
  clientId: account.clientId,
  createdAt: now,
  description: "seeded",
  name: "ci",
  roles,
  secrets: maskedSecrets(stage),
  systemManaged: false,
  ...changed,
});

/** Puts the seeded account into the seeded project. */
export const assign = (stage: Stage, role = "GROUP_READ_ONLY") =>
  stage.execute(
    `insert into grants (principal_id, org_id, group_id, role, created_at)
     values ('${account.clientId.slice(10)}', '${ids.org}', '${ids.group}', '${role}', 0)`,
  );

/** Where the operations of each side find the seeded account, and the role that it has there once it is in place. */
export const accountSides = {
  org: {
    accountsPath: orgAccountsPath,
    accountPath: orgAccountPath,
    role: "ORG_OWNER",
    place: (_stage: Stage): void => {},
  },
  group: {
    accountsPath: groupAccountsPath,
    accountPath: groupAccountPath,
    role: "GROUP_READ_ONLY",
    place: (stage: Stage): void => assign(stage),
  },
} as const;

const notFound = (clientId: string): Refusal => refusal("SERVICE_ACCOUNT_NOT_FOUND", [clientId]);

/** An account that is not there, and for a project one that holds no role in it. */
export async function refusedAccounts(t: TestContext, stage: Stage, scope: Scope, sending: Sending) {
  await t.test("404 SERVICE_ACCOUNT_NOT_FOUND for an unknown account", async () => {
    const clientId = `mdb_sa_id_${ids.missing}`;
    const path = sending.path.replace(account.clientId, clientId);
    assertRefusal(await stage.ask("owner", { ...sending, path }), notFound(clientId));
  });
  if (scope === "org") return;
  await t.test("404 SERVICE_ACCOUNT_NOT_FOUND for an account outside the project", async () => {
    assertRefusal(await stage.ask("owner", sending), notFound(account.clientId));
  });
}

/**
 * A request that changes the account itself, which holds more than the project of the path: for those alone who hold all of
 * it. `sending` is composed after the account was put into the project; `status` is what those are answered who may.
 */
export async function refusedBeyondGroup(
  t: TestContext,
  stage: Stage,
  sending: () => Sending,
  status: number | string,
) {
  const askAsGroupOwner = async () => {
    const reply = await stage.ask("groupOwner", sending());
    return reply.headers["x-error-code"] ?? reply.status;
  };
  const holdInstead = (role: string, groupId: string | null) =>
    stage.execute(
      `update grants set role = '${role}', group_id = ${groupId === null ? "null" : `'${groupId}'`}
       where principal_id = '${account.clientId.slice(10)}'`,
    );

  await t.test(
    "401 USER_UNAUTHORIZED to Project Owners, for an account that owns the organization",
    async () => {
      assign(stage);
      equal(await askAsGroupOwner(), "USER_UNAUTHORIZED");
    },
  );

  await t.test("Project Owners may, for an account that holds nothing outside", async () => {
    holdInstead("ORG_MEMBER", null);
    assign(stage);
    equal(await askAsGroupOwner(), status);
  });

  await t.test("401 USER_UNAUTHORIZED for an account with a role in another project", async () => {
    stage.execute(
      `insert into groups (id, org_id, name, created_at, with_default_alerts_settings)
       values ('${ids.missing}', '${ids.org}', 'other', 0, 1)`,
    );
    holdInstead("GROUP_READ_ONLY", ids.missing);
    assign(stage);
    equal(await askAsGroupOwner(), "USER_UNAUTHORIZED");
  });
}

/** Who may change the account itself: its owners, and in a project those alone who hold all that it holds elsewhere. */
export async function changedByOwners(
  t: TestContext,
  stage: Stage,
  scope: Scope,
  sending: () => Sending,
  status: number | string,
) {
  if (scope === "group") await refusedBeyondGroup(t, stage, sending, status);
}

/** What the end of a secret means for access tokens; `remove` deletes the secret of an id. */
export async function endsTokens(t: TestContext, stage: Stage, remove: (secretId: string) => Sending) {
  await t.test("204 and tokens of the secret are refused from the next request on, others not", async () => {
    assign(stage);
    const asked = request("POST", `${orgAccountPath}/secrets`, { secretExpiresAfterHours: 24 });
    const other = (await stage.ask("owner", asked)).json;
    const ofOther = await requestToken(stage, { clientId: account.clientId, clientSecret: other.secret });
    const [seeded, made] = [await stage.token(), ofOther.json.access_token as string];
    const statusOf = async (token: string) =>
      (await stage.bearing(token, request("GET", orgAccountsPath))).status;
    deepEqual([await statusOf(seeded), await statusOf(made)], [200, 200]);
    const first = maskedSecrets(stage).find(({ id }) => id !== other.id);
    equal((await stage.ask("owner", remove(first?.id ?? ""))).status, 204);
    const refused = await stage.bearing(seeded, request("GET", orgAccountsPath));
    assertTokenRefused(
      refused,
      "The access token was revoked, or its service account or secret was deleted.",
    );
    equal(await statusOf(made), 200);
  });
}

export const badLifetime = (hours: number, most = 8760): Refusal =>
  refusal("INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME", [8, most, hours]);

/** Lets secrets of the seeded organization live at most this many hours. */
export const limitSecrets = (stage: Stage, hours: number) =>
  stage.execute(settlingOrg(ids.org, { maxServiceAccountSecretValidityInHours: hours }));

/** Refusals of a list of addresses, each with the body that leads to it. */
export const badEntries: { sent: object[]; refusal: Refusal }[] = [
  {
    sent: [{ ipAddress: "nonsense" }],
    refusal: refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["nonsense"]),
  },
  {
    sent: [{ ipAddress: "192.0.2.7", cidrBlock: "192.0.2.0/24" }],
    refusal: refusal("BAD_ACCESS_LIST_ADD_REQUEST"),
  },
  {
    sent: [{ ipAddress: "192.0.2.7" }, { cidrBlock: "192.0.2.7/32" }],
    refusal: refusal("DUPLICATE_ADDRESSES_IN_INPUT", ["192.0.2.7"]),
  },
  {
    sent: [{ ipAddress: null }],
    refusal: refusal("MISSING_ONE_OF_ATTRIBUTES", ["ipAddress, cidrBlock"]),
  },
];

export const shownEntries = [
  { cidrBlock: "192.0.2.7/32", ipAddress: "192.0.2.7" },
  { cidrBlock: "198.51.100.0/24", ipAddress: null },
].map(({ cidrBlock, ipAddress }) => ({
  cidrBlock,
  createdAt: now,
  ipAddress,
  lastUsedAddress: null,
  lastUsedAt: null,
  requestCount: 0,
}));

export const sentEntries = [{ ipAddress: "192.0.2.7" }, { cidrBlock: "198.51.100.0/24" }];

/** What the creation of an account answers alike in an organization and in a project; `path` lists those that there are. */
export async function accountCreations(
  t: TestContext,
  stage: Stage,
  path: string,
  post: (changed?: object) => Sending,
): Promise<void> {
  await t.test("201 and its secret is good for a token", async () => {
    const { clientId, secrets } = (await stage.ask("owner", post())).json;
    const basic = Buffer.from(`${clientId}:${secrets[0].secret}`).toString("base64");
    const form = { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" };
    const asked = { method: "POST", path: "/api/oauth/token", headers: form };
    const token = await stage.send({ ...asked, body: "grant_type=client_credentials" });
    equal(token.status, 200);
    equal((await stage.bearing(token.json.access_token, request("GET", path))).status, 200);
  });

  await t.test("201 without an initial secret, which can be made later", async () => {
    const none = { secretExpiresAfterHours: undefined, withoutInitialSecret: true };
    const reply = await stage.ask("owner", post(none));
    deepEqual([reply.status, reply.json.secrets], [201, []]);
    const secretsPath = `${path}/${reply.json.clientId}/secrets`;
    const made = await stage.ask("owner", request("POST", secretsPath, { secretExpiresAfterHours: 24 }));
    equal(made.status, 201);
  });

  const hours = "secretExpiresAfterHours";
  await t.test("400 for a lifetime beside withoutInitialSecret, and for neither", async () => {
    const both = await stage.ask("owner", post({ withoutInitialSecret: true }));
    assertRefusal(both, badRequest(hours, "It must be absent where withoutInitialSecret is true."));
    for (const withoutInitialSecret of [undefined, false]) {
      const neither = post({ secretExpiresAfterHours: undefined, withoutInitialSecret });
      const why = "It is required unless withoutInitialSecret is true.";
      assertRefusal(
        await stage.ask("owner", neither),
        refusal("MISSING_ONE_OF_ATTRIBUTES", [`${hours}, withoutInitialSecret`], hours, why),
      );
    }
  });

  await t.test("400 INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME for 0 and 7 hours, and over a year", async () => {
    for (const hours of [0, 7, 8761]) {
      const reply = await stage.ask("owner", post({ secretExpiresAfterHours: hours }));
      assertRefusal(reply, badLifetime(hours));
    }
  });

  await t.test("400 INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME over the org's maximum", async () => {
    limitSecrets(stage, 23);
    assertRefusal(await stage.ask("owner", post()), badLifetime(24, 23));
  });

  await t.test("400 BAD_REQUEST for a role that does not exist", async () => {
    assertRefusal(await stage.ask("owner", post({ roles: ["KING"] })), unknownRole);
  });

  await t.test("400 BAD_REQUEST for a name with other characters", async () => {
    for (const name of ["a/b", "", "x".repeat(65), "a\u0000b"]) {
      const reply = await stage.ask("owner", post({ name }));
      equal(reply.headers["x-error-code"], "BAD_REQUEST", reply.text);
    }
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
    assertRefusal(
      await stage.ask("owner", post()),
      refusal("MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED", [500, ids.org]),
    );
  });
}
