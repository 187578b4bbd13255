// Log integrations of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const datadog = {
  apiKey: "0123456789abcdef",
  logTypes: ["MONGOD"],
  region: "US1",
  type: "DATADOG_LOG_EXPORT",
};
const headers = [
  { name: "x-api-key", value: "first-secret" },
  { name: "x-tenant", value: "other-secret" },
];
const otel = {
  logTypes: ["MONGOD_AUDIT"],
  otelEndpoint: "https://logs.example.net/v1/logs",
  otelSuppliedHeaders: headers,
  type: "OTEL_LOG_EXPORT",
};
const splunk = {
  hecToken: "splunk-token",
  hecUrl: "https://splunk.example.net",
  logTypes: ["MONGOS"],
  type: "SPLUNK_LOG_EXPORT",
};
const masked = {
  datadog: { ...datadog, apiKey: "************cdef" },
  otel: {
    ...otel,
    otelSuppliedHeaders: [
      { name: "x-api-key", value: "********cret" },
      { name: "x-tenant", value: "********cret" },
    ],
  },
  splunk: { ...splunk, hecToken: "********oken" },
};
const stored = { bucketName: "logs", logTypes: ["MONGOD"], prefixPath: "atlas" };
const noId = ids.missing;

test("log integrations of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, lists, refuses, testRefusals, told } = stage;
  const of = (id: string, body?: object) => ({ params: { id }, ...(body && { body }) });
  const create = (body: object) => get("createGroupLogIntegration", { body });
  const holds = (secret: string) => JSON.stringify(stage.rows("select * from documents")).includes(secret);
  const authorized = async () => {
    const { roleId } = await get("createGroupCloudProviderAccess", { body: { providerName: "AWS" } });
    const body = { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/logs" };
    await get("authorizeGroupCloudProviderAccessRole", { params: { roleId }, body });
    return roleId;
  };

  await t.test("201 shows the ends of secrets, which the store has sealed", async () => {
    const made = [await create(datadog), await create(otel), await create(splunk)];
    const shown = [masked.datadog, masked.otel, masked.splunk].map((each, nth) =>
      sortMembers({ ...each, id: made[nth].id }),
    );
    deepEqual(made, shown);
    await lists("listGroupLogIntegrations", {}, shown);
    await lists("listGroupLogIntegrations", { query: "integrationType=OTEL_LOG_EXPORT" }, shown.slice(1, 2));
    for (const each of shown) await answers("getGroupLogIntegration", of(each.id), each);
    for (const secret of [datadog.apiKey, "first-secret", splunk.hecToken]) equal(holds(secret), false);
  });

  await t.test("200 replaces all of it; a secret that comes back as it was shown stays", async () => {
    const { id } = await create(otel);
    const body = { ...masked.otel, otelSuppliedHeaders: [masked.otel.otelSuppliedHeaders[1]] };
    await answers("updateGroupLogIntegration", of(id, body), sortMembers({ ...body, id }));
    const other = { ...otel, otelSuppliedHeaders: [{ name: "x-api-key", value: "third" }] };
    const value = "*hird";
    const shown = { ...other, id, otelSuppliedHeaders: [{ name: "x-api-key", value }] };
    await answers("updateGroupLogIntegration", of(id, other), sortMembers(shown));
  });

  await t.test("204 removes one, and each change is an event", async () => {
    const { id } = await create(datadog);
    await get("updateGroupLogIntegration", of(id, { ...datadog, region: "EU" }));
    await answers("deleteGroupLogIntegration", of(id));
    await lists("listGroupLogIntegrations", {}, []);
    deepEqual(told(), [
      ["DATADOG_LOG_STREAMING_ENABLED", "group"],
      ["DATADOG_LOG_STREAMING_CONFIGURATION_UPDATED", "group"],
      ["DATADOG_LOG_STREAMING_DISABLED", "group"],
    ]);
  });

  await t.test("201 to a bucket, with a role that is authorized", async () => {
    const body = { ...stored, iamRoleId: await authorized(), type: "S3_LOG_EXPORT" };
    const { id, ...shown } = await create(body);
    deepEqual(shown, { ...body, useLegacyPathStructure: false });
  });

  await t.test("400 with a role that is not authorized, or of another provider", async () => {
    const { roleId } = await get("createGroupCloudProviderAccess", { body: { providerName: "AWS" } });
    const s3 = { ...stored, iamRoleId: roleId, type: "S3_LOG_EXPORT" };
    const gcs = { ...stored, roleId, type: "GCS_LOG_EXPORT" };
    const azure = {
      ...gcs,
      bucketName: undefined,
      storageAccountName: "a",
      storageContainerName: "c",
      type: "AZURE_LOG_EXPORT",
    };
    const made = { ...stored, iamRoleId: await authorized(), type: "S3_LOG_EXPORT" };
    const { id: there } = await create(made);
    const changing = (more: object) => ({ ...of(there), body: { ...made, ...more } });
    const update = "updateGroupLogIntegration";
    await refuses(update, changing({ iamRoleId: roleId }), "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", [
      roleId,
    ]);
    await refuses(update, changing({ iamRoleId: noId }), "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", [
      noId,
      ids.group,
    ]);
    const body = { providerName: "GCP" };
    const { roleId: ofGoogle } = await get("createGroupCloudProviderAccess", { body });
    await refuses(update, changing({ iamRoleId: ofGoogle }), "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", [
      "AWS",
    ]);
    const id = "createGroupLogIntegration";
    await refuses(id, { body: s3 }, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", [roleId]);
    await refuses(id, { body: gcs }, "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", ["GCP"]);
    await refuses(id, { body: azure }, "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", ["AZURE"]);
    await refuses(id, { body: { ...s3, iamRoleId: noId } }, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", [
      noId,
      ids.group,
    ]);
  });

  const there = async () => of((await create(datadog)).id, datadog);
  await testRefusals({ updateGroupLogIntegration: there }, [
    [
      "another type",
      { body: { ...splunk, apiKey: undefined, region: undefined } },
      "INVALID_ATTRIBUTE",
      ["type"],
      "type",
      "It stays DATADOG_LOG_EXPORT.",
    ],
  ]);
  await testRefusals(
    {
      getGroupLogIntegration: {},
      updateGroupLogIntegration: { body: datadog },
      deleteGroupLogIntegration: {},
    },
    [["no integration", of(noId), "RESOURCE_NOT_FOUND", [noId]]],
  );
});
