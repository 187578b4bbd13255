// POST /orgs, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../../test/support/fill.ts";
import { shownOrg } from "../../../test/support/orgs.ts";
import {
  assertRefusal,
  assertSuccess,
  now,
  type Refusal,
  refusal,
  startStage,
  unkept,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = "/api/atlas/v2/orgs";

test("createOrg", async (t) => {
  const stage = await startStage(t);
  /** An owner that the seed of every case gives the same id. */
  const orgOwnerId = "e2b6e34b3d91647abb20e7b8";
  const post = (body: object = {}) => ({
    method: "POST",
    path,
    body: { name: "Initech", orgOwnerId, ...body },
  });
  const asOwner = async (body: object = {}) => {
    addOwner();
    return stage.ask("owner", post(body));
  };
  const addOwner = () => {
    fill(stage, "principals", { id: orgOwnerId, kind: "USER" });
    fill(stage, "users", { id: orgOwnerId, username: "zoe@example.com" });
    fill(stage, "grants", { principal_id: orgOwnerId, role: "ORG_MEMBER" });
  };
  const refused = async (body: object, refusal: Refusal) => {
    assertRefusal(await asOwner(body), refusal);
    deepEqual(stage.rows("select name from orgs order by name"), [{ name: "Acme" }, { name: "Globex" }]);
    deepEqual(stage.events(), []);
  };

  await t.test("201 makes an organization that the named user owns", async () => {
    const reply = await asOwner();
    const { id } = reply.json.organization;
    match(id, /^[0-9a-f]{24}$/);
    const organization = shownOrg(stage.url, { id, name: "Initech" });
    const json = { orgOwnerId, organization, skipDefaultAlertsSettings: false };
    assertSuccess(reply, { status: 201, limit: 300, headers: unkept, json });
    deepEqual(stage.rows(`select principal_id, role from grants where org_id = '${id}'`), [
      { principal_id: orgOwnerId, role: "ORG_OWNER" },
    ]);
  });

  await t.test("201 answers an API key and a service account that open the new organization", async () => {
    const reply = await asOwner({
      apiKey: { desc: "first", roles: ["ORG_MEMBER", "ORG_OWNER"] },
      serviceAccount: {
        name: "ci",
        description: "builds",
        roles: ["ORG_READ_ONLY"],
        secretExpiresAfterHours: 8,
      },
      skipDefaultAlertsSettings: true,
    });
    const { apiKey, organization, serviceAccount } = reply.json;
    const orgId = organization.id;
    const self = `${stage.url}${path}/${orgId}/apiKeys/${apiKey.id}`;
    const secret = serviceAccount.secrets[0];
    const json = {
      apiKey: {
        desc: "first",
        id: apiKey.id,
        links: [{ href: self, rel: "self" }],
        privateKey: apiKey.privateKey,
        publicKey: apiKey.publicKey,
        roles: ["ORG_OWNER", "ORG_MEMBER"].map((roleName) => ({ orgId, roleName })),
      },
      orgOwnerId,
      organization: shownOrg(stage.url, { id: orgId, name: "Initech", skip: true }),
      serviceAccount: {
        clientId: serviceAccount.clientId,
        createdAt: now,
        description: "builds",
        name: "ci",
        roles: ["ORG_READ_ONLY"],
        secrets: [
          {
            createdAt: now,
            expiresAt: "2026-08-10T11:04:53Z",
            id: secret.id,
            lastUsedAt: null,
            secret: secret.secret,
          },
        ],
        systemManaged: false,
      },
      skipDefaultAlertsSettings: true,
    };
    assertSuccess(reply, { status: 201, limit: 300, headers: unkept, json });
    equal((await stage.as(apiKey, { path: `${path}/${orgId}` })).status, 200);
    const rows = stage.events().map(({ type, org_id }) => ({ type, org_id }));
    deepEqual(rows, [
      { type: "ORG_CREATED", org_id: orgId },
      { type: "API_KEY_CREATED", org_id: orgId },
      { type: "SERVICE_ACCOUNT_CREATED", org_id: orgId },
    ]);
  });

  await t.test(
    "201 and the oldest owner of its organization for a service account that names none",
    async () => {
      const [oldest] = stage.rows(
        `select p.id from grants g join principals p on p.id = g.principal_id
       where p.kind = 'USER' and g.org_id = '${ids.org}' and g.role = 'ORG_OWNER' and g.group_id is null
       order by g.created_at, p.id`,
      );
      const reply = await stage.ask("account", post({ orgOwnerId: undefined }));
      equal(reply.status, 201, reply.text);
      equal(reply.json.orgOwnerId, (oldest as { id: string }).id);
      const { id } = reply.json.organization;
      deepEqual(stage.rows(`select principal_id, role from grants where org_id = '${id}'`), [
        { principal_id: reply.json.orgOwnerId, role: "ORG_OWNER" },
      ]);
    },
  );

  await t.test(
    "400 MISSING_ATTRIBUTE for a service account of an organization that no person owns",
    async () => {
      stage.execute(
        `delete from grants where role = 'ORG_OWNER' and principal_id in (select id from principals where kind = 'USER')`,
      );
      const { status, json } = await stage.ask("account", post({ orgOwnerId: undefined }));
      deepEqual([status, json.errorCode, json.parameters], [400, "MISSING_ATTRIBUTE", ["orgOwnerId"]]);
    },
  );

  await t.test("400 MISSING_ATTRIBUTE for an API key that names no owner", () =>
    refused(
      { orgOwnerId: undefined },
      refusal(
        "MISSING_ATTRIBUTE",
        ["orgOwnerId"],
        "orgOwnerId",
        "Name the user who becomes Organization Owner.",
      ),
    ),
  );

  await t.test("404 USER_NOT_FOUND for an owner who has no account", () =>
    refused({ orgOwnerId: ids.missing }, refusal("USER_NOT_FOUND", [ids.missing])),
  );

  await t.test("404 USER_NOT_FOUND for an owner who belongs to other organizations only", async () => {
    const [other] = stage.rows("select id from users where username = 'other@example.com'");
    const { id } = other as { id: string };
    await refused({ orgOwnerId: id }, refusal("USER_NOT_FOUND", [id]));
  });

  await t.test("404 RESOURCE_NOT_FOUND for a federation: there are none", () =>
    refused({ federationSettingsId: ids.missing }, refusal("RESOURCE_NOT_FOUND", [ids.missing])),
  );

  for (const [errorCode, body] of [
    ["INVALID_ORG_NAME", { name: "a/b" }],
    ["MISSING_API_KEY_ROLES", { apiKey: { desc: "first", roles: [] } }],
    ["BAD_REQUEST", { apiKey: { desc: "first", roles: ["ORG_KING"] } }],
    ["INVALID_ROLE_FOR_ORG", { apiKey: { desc: "first", roles: ["GROUP_OWNER"] } }],
    ["API_KEY_REQUIRES_DESCRIPTION", { apiKey: { desc: " ", roles: ["ORG_OWNER"] } }],
    ["INVALID_API_KEY_DESC", { apiKey: { desc: "x".repeat(251), roles: ["ORG_OWNER"] } }],
    [
      "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
      { serviceAccount: { name: "ci", description: "x", roles: ["ORG_OWNER"], secretExpiresAfterHours: 7 } },
    ],
    ["MISSING_ONE_OF_ATTRIBUTES", { serviceAccount: { name: "ci", description: "x", roles: ["ORG_OWNER"] } }],
  ] as const) {
    await t.test(`400 ${errorCode}, and nothing is made`, async () => {
      const reply = await asOwner(body);
      deepEqual([reply.status, reply.json.errorCode], [400, errorCode], reply.text);
      equal(stage.rows("select id from orgs").length, 2);
      deepEqual(stage.events(), []);
    });
  }
});
