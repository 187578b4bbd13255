// Organizations and their settings, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { fill, idsOf } from "../../../test/support/fill.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { settings, shownOrg } from "../../../test/support/orgs.ts";
import { now } from "../../../test/support/stage.ts";
import { idOf } from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const required = "The value is required.";
const nameRule = "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.";
const badNames = ["", "  ", "a/b", "a\0", "x".repeat(65)].map(
  (name): RefusedCall => [
    `a name of ${name.length}: ${JSON.stringify(name.slice(0, 3))}`,
    { body: { name } },
    "INVALID_ORG_NAME",
    [name],
    "name",
    nameRule,
  ],
);

test("organizations", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, told, url } = stage;
  const names = async (query: string) => {
    const { results, totalCount } = await get("listOrgs", { query });
    return [results.map((org: { name: string }) => org.name), totalCount];
  };

  await t.test("200 answers the organization, and lists the one of the caller", async () => {
    await answers("getOrg", {}, shownOrg(url));
    const { links, ...org } = shownOrg(url);
    const { id, isDeleted, ...rest } = org;
    await lists("listOrgs", { as: "member" }, [{ id, isDeleted, links: links.slice(0, 1), ...rest }]);
    equal((await get("listOrgs", { as: "stranger" })).results[0].id, ids.otherOrg);
  });

  await t.test("200 filters by the beginning of the name, in any case, and pages", async () => {
    for (const query of ["name=", "name=Ac", "name=acme"]) deepEqual(await names(query), [["Acme"], 1]);
    for (const query of ["name=cme", "name=Acme%20Inc", "name=Globex"]) {
      deepEqual(await names(query), [[], 0]);
    }
    deepEqual(await names("pageNum=2"), [[], 1]);
  });

  await t.test("200 renames it, ignores what is read-only, and tells only what changes", async () => {
    const readOnly = { ...shownOrg(url), id: ids.otherOrg, isDeleted: true };
    for (const [body, shown] of [
      [{ name: "Acme" }, {}],
      [{ name: "Acme & Sons" }, { name: "Acme & Sons" }],
      [{ ...readOnly, skipDefaultAlertsSettings: true }, { skip: true }],
      [{ name: "Acme" }, { skip: true }],
    ] as const) {
      await answers("updateOrg", { body }, shownOrg(url, shown));
      await answers("getOrg", {}, shownOrg(url, shown));
    }
    deepEqual(told(), [
      ["ORG_RENAMED", "org"],
      ["ORG_RENAMED", "org"],
      ["ORG_SETTINGS_UPDATED", "org"],
    ]);
  });

  await t.test(
    "204 deletes it and its credentials, and keeps the accounts of people and other organizations",
    async () => {
      await call("deleteGroup");
      const token = await stage.token();
      const people = stage.rows("select username from users order by username");
      await answers("deleteOrg");
      const path = `/api/atlas/v2/orgs/${ids.org}`;
      deepEqual([(await call("getOrg")).status, (await stage.bearing(token, { path })).status], [401, 401]);
      deepEqual(stage.rows("select username from users order by username"), people);
      for (const table of ["grants", "invites", "teams", "api_keys", "service_accounts"]) {
        deepEqual(stage.rows(`select 1 from ${table} where org_id = '${ids.org}'`), []);
      }
      const orphans = `select kind from principals where id not in
      (select id from users union select id from api_keys union select id from service_accounts)`;
      deepEqual(stage.rows(orphans), []);
      await get("getOrg", { as: "stranger", params: { orgId: ids.otherOrg } });
    },
  );

  await stage.testRefusals({ deleteOrg: {} }, [["one that has projects", {}, "ORG_NOT_EMPTY", [ids.org]]]);
  await stage.testRefusals({ getOrg: { params: { orgId: "acme" } } }, [
    ["what is no id", {}, "INVALID_ORG_ID", ["acme"]],
  ]);
  await stage.testRefusals({ updateOrg: { body: {} } }, [
    ...badNames,
    ["no name", {}, "MISSING_ATTRIBUTE", ["name"], "name", required],
  ]);
});

test("createOrg", async (t) => {
  const stage = await startOperations(t);
  const { answers, get, told, url } = stage;
  const orgOwnerId = "e2b6e34b3d91647abb20e7b8";
  const create = { body: { name: "Initech", orgOwnerId } };
  const addOwner = () => {
    fill(stage, "principals", { id: orgOwnerId, kind: "USER" });
    fill(stage, "users", { id: orgOwnerId, username: "zoe@example.com" });
    fill(stage, "grants", { principal_id: orgOwnerId, role: "ORG_MEMBER" });
    return create;
  };
  const owners = (id: string) =>
    stage.rows(`select principal_id from grants where org_id = '${id}' and role = 'ORG_OWNER'`);
  const ofPeople = "role = 'ORG_OWNER' and group_id is null and principal_id in (select id from users)";

  await t.test("201 makes an organization that the named user owns", async () => {
    const { organization } = await answers(
      "createOrg",
      addOwner(),
      (made: { organization: { id: string } }) => ({
        orgOwnerId,
        organization: shownOrg(url, { id: made.organization.id, name: "Initech" }),
        skipDefaultAlertsSettings: false,
      }),
    );
    deepEqual(owners(organization.id), [{ principal_id: orgOwnerId }]);
  });

  await t.test("201 answers an API key and a service account that open the new organization", async () => {
    const account = { name: "ci", description: "builds", roles: ["ORG_READ_ONLY"] };
    const more = {
      apiKey: { desc: "first", roles: ["ORG_MEMBER", "ORG_OWNER"] },
      serviceAccount: { ...account, secretExpiresAfterHours: 8 },
      skipDefaultAlertsSettings: true,
    };
    addOwner();
    const made = await get("createOrg", { body: { ...create.body, ...more } });
    const orgId = made.organization.id;
    const { id, privateKey, publicKey, ...key } = made.apiKey;
    deepEqual(key, {
      desc: "first",
      links: [{ href: `${url}/api/atlas/v2/orgs/${orgId}/apiKeys/${id}`, rel: "self" }],
      roles: ["ORG_OWNER", "ORG_MEMBER"].map((roleName) => ({ orgId, roleName })),
    });
    const { clientId, secrets, ...shown } = made.serviceAccount;
    deepEqual(shown, { createdAt: now, ...account, systemManaged: false });
    const [{ id: secretId, secret, ...dates }] = secrets;
    deepEqual(dates, { createdAt: now, expiresAt: "2026-08-10T11:04:53Z", lastUsedAt: null });
    match([clientId, secretId, secret].join(), /^mdb_sa_id_\w{24},\w{24},mdb_sa_sk_[\w-]{40}$/);
    deepEqual(made.organization, shownOrg(url, { id: orgId, name: "Initech", skip: true }));
    equal(made.skipDefaultAlertsSettings, true);
    equal((await stage.as({ publicKey, privateKey }, { path: `/api/atlas/v2/orgs/${orgId}` })).status, 200);
    deepEqual(told(), [
      ["ORG_CREATED", "org"],
      ["API_KEY_CREATED", "org"],
      ["SERVICE_ACCOUNT_CREATED", "org"],
    ]);
    deepEqual(new Set(stage.events().map(({ org_id }) => org_id)), new Set([orgId]));
  });

  await t.test(
    "201 and the oldest owner of its organization for a service account that names none",
    async () => {
      const [oldest] = idsOf(
        stage,
        `select principal_id as id from grants where org_id = '${ids.org}' and ${ofPeople} order by created_at, principal_id`,
      );
      const made = await get("createOrg", { as: "account", body: { name: "Initech" } });
      equal(made.orgOwnerId, oldest);
      deepEqual(owners(made.organization.id), [{ principal_id: oldest }]);
    },
  );

  const key = (desc: string, ...roles: string[]) => ({ body: { apiKey: { desc, roles } } });
  const account = (more: object) => ({
    body: { serviceAccount: { name: "ci", description: "x", roles: ["ORG_OWNER"], ...more } },
  });
  const other = idOf(stage, "other@example.com");
  const nobody = async () => {
    stage.execute(`delete from grants where ${ofPeople}`);
    // A request for a token is recorded.
    await stage.token();
  };
  const noOwner = { body: { orgOwnerId: undefined } };
  await t.test("400 INVALID_ROLE_FOR_ORG for a key with a role of projects", async () => {
    addOwner();
    const { json } = await stage.call("createOrg", {
      body: { ...create.body, ...key("first", "GROUP_OWNER").body },
    });
    equal(json.errorCode, "INVALID_ROLE_FOR_ORG");
  });
  const naming = "Name the user who becomes Organization Owner.";
  await stage.testRefusals({ createOrg: addOwner }, [
    ...badNames.slice(2, 3),
    ["an API key that names no owner", noOwner, "MISSING_ATTRIBUTE", ["orgOwnerId"], "orgOwnerId", naming],
    [
      "a service account of an organization that no person owns",
      { ...noOwner, as: "account", before: nobody },
      "MISSING_ATTRIBUTE",
      ["orgOwnerId"],
      "orgOwnerId",
      naming,
    ],
    ["an owner who has no account", { body: { orgOwnerId: ids.missing } }, "USER_NOT_FOUND", [ids.missing]],
    ["an owner of other organizations only", { body: { orgOwnerId: other } }, "USER_NOT_FOUND", [other]],
    [
      "a federation: there is none",
      { body: { federationSettingsId: ids.missing } },
      "RESOURCE_NOT_FOUND",
      [ids.missing],
    ],
    ["a key without roles", key("first"), "MISSING_API_KEY_ROLES"],
    [
      "a key with an unknown role",
      key("first", "ORG_KING"),
      "BAD_REQUEST",
      [],
      "_roles",
      "Invalid role name 'ORG_KING'. Must be a valid Role name.",
    ],
    ["a key without a description", key(" ", "ORG_OWNER"), "API_KEY_REQUIRES_DESCRIPTION"],
    [
      "a key with an endless description",
      key("x".repeat(251), "ORG_OWNER"),
      "INVALID_API_KEY_DESC",
      [250],
      "desc",
      "The description must have 1 to 250 characters, none of them a control character.",
    ],
    [
      "a secret of seven hours",
      account({ secretExpiresAfterHours: 7 }),
      "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
      [8, 8760, 7],
    ],
    [
      "an account with a secret of no lifetime",
      account({}),
      "MISSING_ONE_OF_ATTRIBUTES",
      ["secretExpiresAfterHours, withoutInitialSecret"],
      "secretExpiresAfterHours",
      "It is required unless withoutInitialSecret is true.",
    ],
  ]);
});

test("settings of an organization", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, testRefusals, told } = stage;
  const change = (body: object, json: object) => answers("updateOrgSettings", { body }, json);
  const updated = ["ORG_SETTINGS_UPDATED", "org"] as const;

  await t.test("200 what holds where nothing was set, then what is sent beside the rest", async () => {
    await answers("getOrgSettings", {}, settings);
    const all = {
      apiAccessListRequired: false,
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 7200, idleSessionTimeoutInSeconds: 600 },
      genAIFeaturesEnabled: false,
      maxServiceAccountSecretValidityInHours: 8,
      multiFactorAuthRequired: true,
      operationsContact: "ops@example.com",
      restrictEmployeeAccess: true,
      securityContact: "safe@example.com",
      streamsCrossGroupEnabled: true,
    };
    await change(all, all);
    await change({}, all);
    await change({ restrictEmployeeAccess: true }, all);
    const json = { ...all, operationsContact: null };
    await change({ operationsContact: null }, json);
    await answers("getOrgSettings", {}, json);
    await change({ multiFactorAuthRequired: false }, { ...json, multiFactorAuthRequired: false });
    deepEqual(told(), [
      updated,
      ["ORG_TWO_FACTOR_AUTH_REQUIRED", "org"],
      ["ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED", "org"],
      updated,
      updated,
      ["ORG_TWO_FACTOR_AUTH_OPTIONAL", "org"],
    ]);
  });

  await t.test("200 and no contact when it is empty, as the Terraform provider sends it", async () => {
    const { streamsCrossGroupEnabled, ...before } = settings;
    const secure = { ...before, securityContact: "safe@example.com", streamsCrossGroupEnabled };
    for (const [body, json] of [
      [{ operationsContact: "ops@example.com" }, { ...settings, operationsContact: "ops@example.com" }],
      [{ operationsContact: "" }, settings],
      [{ operationsContact: "" }, settings],
      [{ securityContact: "" }, settings],
      [{ securityContact: "safe@example.com" }, secure],
      [{ securityContact: "" }, settings],
    ] as const) {
      await change(body, json);
      await answers("getOrgSettings", {}, json);
    }
    deepEqual(told(), Array(4).fill(updated));
  });

  await t.test("200 requires access lists from the next request on, on the caller too", async () => {
    await change({ apiAccessListRequired: true }, { ...settings, apiAccessListRequired: true });
    await stage.refuses("getOrgSettings", {}, "ORG_REQUIRES_ACCESS_LIST", ["127.0.0.1"]);
    deepEqual(told(), [updated, ["ORG_PUBLIC_API_ACCESS_LIST_REQUIRED", "org"]]);
  });

  const email = "Must be an e-mail address, such as ada@example.com.";
  const timeouts = { absoluteSessionTimeoutInSeconds: 60, idleSessionTimeoutInSeconds: 61 };
  const idle = "customSessionTimeouts.idleSessionTimeoutInSeconds";
  await testRefusals({ updateOrgSettings: { body: {} } }, [
    [
      "a contact that is no address",
      { body: { operationsContact: "ops" } },
      "BAD_REQUEST",
      [],
      "operationsContact",
      email,
    ],
    [
      "an address with NUL",
      { body: { securityContact: "a\0b@example.com" } },
      "BAD_REQUEST",
      [],
      "securityContact",
      email,
    ],
    [
      "an idle session that outlasts all",
      { body: { customSessionTimeouts: timeouts } },
      "BAD_REQUEST",
      [],
      idle,
      "Must not be longer than absoluteSessionTimeoutInSeconds.",
    ],
    ...[7, 8761].map(
      (hours): RefusedCall => [
        `secrets of ${hours} hours`,
        { body: { maxServiceAccountSecretValidityInHours: hours } },
        "BAD_REQUEST",
        [],
        "maxServiceAccountSecretValidityInHours",
        "The value must be a whole number from 8 to 8760.",
      ],
    ),
  ]);

  const unset = {
    delegatedMcpAccess: null,
    delegatedPartnerAccess: null,
    idleRefreshTokenLifetime: null,
    maximumRefreshTokenLifetime: null,
  };
  await t.test("200 delegation: null for what was not set, and null takes a setting back", async () => {
    const all = {
      delegatedMcpAccess: "READ_WRITE",
      delegatedPartnerAccess: "DISALLOWED",
      idleRefreshTokenLifetime: 1,
      maximumRefreshTokenLifetime: 31_536_000,
    };
    const none = { delegatedMcpAccess: null };
    await answers("getOrgDelegationSettings", {}, unset);
    for (const [body, json] of [
      [none, unset],
      [all, all],
      [all, all],
      [none, { ...all, ...none }],
    ]) {
      await answers("updateOrgDelegationSettings", { body }, json);
    }
    await answers("getOrgDelegationSettings", {}, { ...all, ...none });
    deepEqual(told(), Array(2).fill(["ORG_DELEGATION_SETTINGS_UPDATED", "org"]));
  });
  await t.test("400 BAD_REQUEST for what a setting cannot be", async () => {
    for (const [id, body] of [
      ["updateOrgDelegationSettings", { delegatedMcpAccess: "ALL" }],
      ["updateOrgDelegationSettings", { delegatedPartnerAccess: "READ_ONLY" }],
      ["updateOrgDelegationSettings", { idleRefreshTokenLifetime: 0 }],
      ["updateOrgDelegationSettings", { maximumRefreshTokenLifetime: 31_536_001 }],
      ["updateOrgMaintenanceSettings", { waveAssignmentMode: "RANDOM" }],
    ] as const) {
      const { json } = await call(id, { body });
      deepEqual(
        [json.errorCode, json.badRequestDetail.fields[0].field],
        ["BAD_REQUEST", Object.keys(body)[0]],
      );
    }
    deepEqual(told(), []);
  });

  for (const version of ["preview", "2025-03-12"] as const) {
    await t.test(
      `200 maintenance: set, kept where none is sent, and taken back, in version ${version}`,
      async () => {
        const none = { effectiveWaveAssignmentMode: "MANUAL", waveAssignmentMode: null };
        const mapped = {
          effectiveWaveAssignmentMode: "ENV_TAG_MAPPING",
          waveAssignmentMode: "ENV_TAG_MAPPING",
        };
        const sent = { waveAssignmentMode: "ENV_TAG_MAPPING" };
        await answers("resetOrgMaintenanceSettings", { version }, none);
        for (const [body, json] of [
          [{}, none],
          [sent, mapped],
          [sent, mapped],
          [{}, mapped],
        ]) {
          await answers("updateOrgMaintenanceSettings", { version, body }, json);
          await answers("getOrgMaintenanceSettings", { version }, json);
        }
        await answers("resetOrgMaintenanceSettings", { version }, none);
        await answers("getOrgMaintenanceSettings", { version }, none);
        deepEqual(told(), [updated, updated]);
      },
    );
  }
  await testRefusals({ getOrgMaintenanceSettings: { version: "2023-01-01" } }, [
    ["an older version", {}, "INVALID_VERSION_DATE"],
  ]);
});
