// Federated databases and the limits of their queries, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const making = "createGroupDataFederation";
const reading = "getGroupDataFederation";
const listing = "listGroupDataFederation";
const changing = "updateGroupDataFederation";
const removing = "deleteGroupDataFederation";
const downloading = "downloadGroupDataFederationQueryLogs";
const listingLimits = "listGroupDataFederationLimits";
const readingLimit = "getGroupDataFederationLimit";
const settingLimit = "setGroupDataFederationLimit";
const clearingLimit = "deleteGroupDataFederationLimit";

const of = { params: { tenantName: "reports" } };
const body = { name: "reports" };
const unset = {
  dataProcessRegion: null,
  groupId: ids.group,
  name: "reports",
  privateEndpointHostnames: [],
  state: "ACTIVE",
  storage: { databases: null, stores: null },
};
const virginia = { cloudProvider: "AWS", region: "VIRGINIA_USA" };
const storage = {
  databases: [
    {
      name: "all",
      collections: [{ name: "orders", dataSources: [{ storeName: "shop", database: "sales" }] }],
    },
  ],
  stores: [
    {
      name: "shop",
      provider: "atlas",
      clusterName: "data",
      projectId: ids.group,
      includeTags: false,
      additionalStorageClasses: [],
    },
  ],
};
const none = [
  "no federated database",
  { params: { tenantName: "gone" } },
  "DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME",
  [ids.group, "gone"],
] as const;

test("federated databases", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, testRefusals, told } = stage;
  const make = (more: object = {}) => get(making, { body: { ...body, ...more } });
  const makeRole = async (access: object = { providerName: "AWS" }) =>
    (await get("createGroupCloudProviderAccess", { body: access })).roleId as string;
  const authorize = (roleId: string, iamAssumedRoleArn = "arn:aws:iam::123456789012:role/reports") =>
    get("authorizeGroupCloudProviderAccessRole", {
      params: { roleId },
      body: { providerName: "AWS", iamAssumedRoleArn },
    });

  await t.test("200 ACTIVE at once, changed and gone, as recorded", async () => {
    const made = await answers(making, { body }, ({ hostnames }: { hostnames: string[] }) =>
      sortMembers({ ...unset, hostnames }),
    );
    equal(/^reports-[0-9a-f]{5}\.a\.query\./.test(made.hostnames[0]), true);
    await answers(reading, of, made);
    await answers(listing, {}, [made]);
    await answers(listing, { query: "type=ONLINE_ARCHIVE" }, []);
    const moved = { body: { dataProcessRegion: virginia }, query: "skipRoleValidation=false" };
    const hostnames = [made.hostnames[0].replace(".a.", ".virginia-usa.a.")];
    await answers(changing, { ...of, ...moved }, { ...made, dataProcessRegion: virginia, hostnames });
    const stored = await get(changing, { ...of, body: { storage } });
    deepEqual([stored.storage, stored.dataProcessRegion], [storage, virginia]);
    await answers(removing, of, {});
    for (const id of [reading, removing] as const) {
      await refuses(id, of, "DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME", [ids.group, "reports"]);
    }
    await answers(listing, {}, []);
    deepEqual(told(), [
      ["FEDERATED_DATABASE_CREATED", "group"],
      ["FEDERATED_DATABASE_UPDATED", "group"],
      ["FEDERATED_DATABASE_UPDATED", "group"],
      ["FEDERATED_DATABASE_REMOVED", "group"],
    ]);
  });

  await t.test("200 the roles of accounts are shown as they are now", async () => {
    const roleId = await makeRole();
    await authorize(roleId);
    const access = await get("getGroupCloudProviderAccess", { params: { roleId } });
    const aws = { roleId, testS3Bucket: "reports" };
    const shown = {
      externalId: access.atlasAssumedRoleExternalId,
      iamAssumedRoleARN: "arn:aws:iam::123456789012:role/reports",
      iamUserARN: access.atlasAWSAccountArn,
      roleId,
    };
    deepEqual((await make({ cloudProviderConfig: { aws } })).cloudProviderConfig, { aws: shown });
    const iamAssumedRoleARN = "arn:aws:iam::123456789012:role/others";
    await authorize(roleId, iamAssumedRoleARN);
    deepEqual((await get(reading, of)).cloudProviderConfig, { aws: { ...shown, iamAssumedRoleARN } });
    const uuid = "01234567-0123-0123-0123-0123456789ab";
    const principal = { atlasAzureAppId: uuid, servicePrincipalId: uuid, tenantId: uuid };
    const azureId = (
      await get("createGroupCloudProviderAccess", {
        body: { providerName: "AZURE", ...principal },
      })
    )._id;
    const gcpId = await makeRole({ providerName: "GCP" });
    await stage.clock.advance("PT5S");
    const account = await get("getGroupCloudProviderAccess", { params: { roleId: gcpId } });
    const config = { azure: { roleId: azureId }, gcp: { roleId: gcpId } };
    const both = await get(changing, { ...of, body: { cloudProviderConfig: config } });
    deepEqual(both.cloudProviderConfig, {
      azure: { atlasAppId: uuid, roleId: azureId, servicePrincipalId: uuid, tenantId: uuid },
      gcp: { gcpServiceAccount: account.gcpServiceAccountForAtlas, roleId: gcpId },
    });
  });

  await t.test(
    "400 for an unknown member of a store; null is left out where a member may be absent",
    async () => {
      const store = { name: "shop", provider: "atlas" };
      const asked = (more: object) => ({ body: { ...body, storage: { stores: [{ ...store, ...more }] } } });
      const { status, json } = await stage.call(making, asked({ nonsense: 1 }));
      deepEqual(
        [status, json.errorCode, json.parameters],
        [400, "INVALID_ATTRIBUTE", ["storage.stores.0.nonsense"]],
      );
      const made = await get(making, asked({ additionalStorageClasses: null, urls: null }));
      deepEqual(made.storage.stores, [store]);
    },
  );

  await t.test("a host for each private endpoint of the project", async () => {
    const made = await make();
    const endpointId = "vpce-0123456789abcdef0";
    await get("createGroupPrivateNetworkSettingEndpointId", { body: { endpointId } });
    const hostname = `${endpointId}-${made.hostnames[0]}`;
    deepEqual((await get(reading, of)).privateEndpointHostnames, [{ hostname, privateEndpoint: endpointId }]);
    await get("deleteGroupPrivateNetworkSettingEndpointId", { params: { endpointId } });
    deepEqual((await get(reading, of)).privateEndpointHostnames, []);
  });

  await t.test("a project that has one stays", async () => {
    await make();
    await refuses("deleteGroup", {}, "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_LAKES");
    await get(removing, of);
    await answers("deleteGroup", {}, {});
  });

  await t.test("200 a query log without a byte", async () => {
    await make();
    const query = `startDate=${Date.parse(now) / 1000 - 3600}`;
    const { status, headers } = await stage.call(downloading, { ...of, query });
    deepEqual(
      [status, headers["content-type"], headers["content-length"]],
      [200, "application/vnd.atlas.2023-01-01+gzip", "23"],
    );
    equal(
      headers["content-disposition"],
      'attachment; filename="reports_2026-08-10T02:04:53Z_2026-08-10T03:04:53Z_queries.log.gz"',
    );
  });

  const good =
    (call: object = {}) =>
    async () => {
      await make();
      return { ...of, ...call };
    };
  await testRefusals(
    {
      [reading]: good(),
      [changing]: good({ body: {} }),
      [removing]: good(),
      [downloading]: good(),
      [listingLimits]: good(),
      [readingLimit]: good({ params: { ...of.params, limitName: "bytesProcessed.monthly" } }),
      [clearingLimit]: good({ params: { ...of.params, limitName: "bytesProcessed.monthly" } }),
      [settingLimit]: good({
        params: { ...of.params, limitName: "bytesProcessed.query" },
        body: { value: 2 ** 40 },
      }),
    },
    [none],
  );

  const wrongStorage = (change: object, reason: string, field: string) =>
    [
      reason,
      { body: { storage: { ...storage, ...change } } },
      "DATA_FEDERATION_STORAGE_CONFIG_INVALID",
      [reason],
      field,
      `${reason}.`,
    ] as const;
  const withRole = (roleId: string) => ({
    body: { cloudProviderConfig: { aws: { roleId, testS3Bucket: "reports" } } },
  });
  await testRefusals({ [making]: { body }, [changing]: good({ body: {} }) }, [
    wrongStorage({ stores: [] }, "all.orders has data of shop, which is not a store", "storage.databases"),
    wrongStorage(
      { stores: [...storage.stores, ...storage.stores] },
      "two stores are named shop",
      "storage.stores",
    ),
    [
      "a region of another provider",
      { body: { dataProcessRegion: { cloudProvider: "GCP", region: "VIRGINIA_USA" } } },
      "INVALID_ATTRIBUTE",
      ["region"],
      "dataProcessRegion.region",
      "It must be one of IOWA_USA, BELGIUM_EU.",
    ],
    ["no role", withRole(ids.missing), "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", [ids.missing, ids.group]],
  ]);
  await t.test(
    "refused for a role of another provider or one that is not authorized, unless that is skipped",
    async () => {
      const gcpId = await makeRole({ providerName: "GCP" });
      const roleId = await makeRole();
      const asked = (id: string) => ({ body: { ...body, ...withRole(id).body } });
      await refuses(making, asked(gcpId), "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", ["AWS"]);
      await refuses(making, asked(roleId), "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", [roleId]);
      await get(making, { ...asked(roleId), query: "skipRoleValidation=true" });
      const change = { ...of, body: withRole(gcpId).body };
      await refuses(changing, change, "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", ["AWS"]);
      const again = { ...of, body: withRole(roleId).body };
      await refuses(changing, again, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", [roleId]);
    },
  );
  await testRefusals({ [making]: { body } }, [
    [
      "a name that is taken",
      { before: () => make() },
      "DATA_FEDERATION_TENANT_ALREADY_EXISTS_FOR_NAME",
      [ids.group, "reports"],
    ],
    [
      "no name",
      { body: { name: undefined } },
      "MISSING_ATTRIBUTE",
      ["name"],
      "name",
      "The value is required.",
    ],
  ]);
});

test("limits of the queries of a federated database", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: of.params });
  const { answers, get, testRefusals } = stage;
  const ofLimit = (limitName: string) => ({ params: { limitName } });
  const shown = (name: string, more: object) =>
    sortMembers({ currentUsage: 0, lastModifiedDate: now, name, tenantName: "reports", ...more });
  const monthly = shown("bytesProcessed.monthly", { overrunPolicy: "BLOCK", value: 109_951_162_777_600 });

  await t.test("200 set, listed before that of a month, and cleared, as recorded", async () => {
    await get(making, { body });
    await answers(listingLimits, {}, [monthly]);
    const query = ofLimit("bytesProcessed.query");
    const value = { value: 118_000_000_000 };
    const limit = shown("bytesProcessed.query", value);
    await answers(settingLimit, { ...query, body: value }, limit);
    await answers(readingLimit, query, limit);
    await answers(listingLimits, {}, [limit, monthly]);
    const killed = { value: 2 ** 40, overrunPolicy: "BLOCK_AND_KILL" };
    await answers(settingLimit, { ...query, body: killed }, shown("bytesProcessed.query", killed));
    await answers(clearingLimit, query);
    await answers(listingLimits, {}, [monthly]);
    deepEqual(
      stage.events().map(({ type }) => type),
      [
        "FEDERATED_DATABASE_CREATED",
        "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED",
        "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED",
        "DATA_FEDERATION_QUERY_LIMIT_DELETED",
      ],
    );
  });

  const daily = ofLimit("bytesProcessed.daily");
  const good =
    (call: object = {}) =>
    async () => {
      await get(making, { body });
      return { ...daily, ...call };
    };
  await testRefusals({ [readingLimit]: good(), [clearingLimit]: good() }, [
    ["a limit that is not set", {}, "RESOURCE_NOT_FOUND", ["bytesProcessed.daily"]],
  ]);
  await testRefusals({ [settingLimit]: good({ body: { value: 2 ** 30 } }) }, [
    [
      "less than a gibibyte",
      { body: { value: 1000 } },
      "INVALID_ATTRIBUTE",
      ["value"],
      "value",
      "The value must be 1073741824 to 1152921504606846976.",
    ],
    [
      "no value",
      { body: { value: undefined } },
      "MISSING_ATTRIBUTE",
      ["value"],
      "value",
      "The value is required.",
    ],
  ]);
});
