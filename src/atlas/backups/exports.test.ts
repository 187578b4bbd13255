// Export buckets of a project, and exports of snapshots to them, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { type Asked, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const clusterName = "data";

test("export buckets and exports", async (t) => {
  const stage = await startOperations(t, {
    as: "groupOwner",
    params: { clusterName },
    clusterSpeed: "atlas",
  });
  const { answers, get, lists, refuses, testRefusals } = stage;
  const at = (now: string) => stage.clock.set({ now });
  const authorize = async (roleId: string) => {
    const body = { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/exports" };
    await get("authorizeGroupCloudProviderAccessRole", { params: { roleId }, body });
  };
  const makeRole = async (providerName: "AWS" | "AZURE" | "GCP"): Promise<string> => {
    const azure = "9f2deb0d-be22-4524-a403-df531868bac0";
    const ofAzure = { atlasAzureAppId: azure, servicePrincipalId: azure, tenantId: azure };
    const body = { providerName, ...(providerName === "AZURE" && ofAzure) };
    const { roleId, _id } = await get("createGroupCloudProviderAccess", { body });
    return roleId ?? _id;
  };
  const makeAws = async () => {
    const iamRoleId = await makeRole("AWS");
    await authorize(iamRoleId);
    return { bucketName: "test-bucket", cloudProvider: "AWS", iamRoleId };
  };
  const makeBucket = async () => get("createGroupBackupExportBucket", { body: await makeAws() });
  const bucket = (exportBucketId: string, body?: object): Asked => ({
    params: { exportBucketId },
    ...(body && { body }),
  });

  await t.test("200 a bucket of AWS, as recorded; again under the same name", async () => {
    const body = await makeAws();
    const made = await answers("createGroupBackupExportBucket", { body }, ({ _id }: { _id: string }) => ({
      _id,
      bucketName: "test-bucket",
      cloudProvider: "AWS",
      iamRoleId: body.iamRoleId,
      requirePrivateNetworking: false,
    }));
    const second = await get("createGroupBackupExportBucket", { body });
    await lists("listGroupBackupExportBuckets", {}, [made, second]);
    const isPrivate = { requirePrivateNetworking: true };
    const changed = { ...made, ...isPrivate };
    await answers("updateGroupBackupExportBucket", bucket(made._id, isPrivate), changed);
    const whole = sortMembers({ ...changed, region: "us-east-1" });
    await answers("getGroupBackupExportBucket", bucket(made._id), whole);
    await answers("deleteGroupBackupExportBucket", bucket(made._id));
    await refuses("getGroupBackupExportBucket", bucket(made._id), "EXPORT_BUCKET_NOT_FOUND", [
      made._id,
      ids.group,
    ]);
  });

  await t.test("200 buckets of the other providers", async () => {
    const serviceUrl = "https://exports.blob.core.windows.net/";
    const azure = {
      bucketName: "azure",
      cloudProvider: "AZURE",
      roleId: await makeRole("AZURE"),
      serviceUrl,
    };
    const { _id, ...shown } = await get("createGroupBackupExportBucket", { body: azure });
    deepEqual(shown, { ...azure, tenantId: "9f2deb0d-be22-4524-a403-df531868bac0" });
    const gcp = { bucketName: "google", cloudProvider: "GCP", roleId: await makeRole("GCP") };
    const { _id: __, ...second } = await get("createGroupBackupExportBucket", { body: gcp });
    deepEqual(second, gcp);
    const isPrivate = bucket(_id, { requirePrivateNetworking: true });
    await refuses("updateGroupBackupExportBucket", isPrivate, "INVALID_ATTRIBUTE", [
      "requirePrivateNetworking",
    ]);
  });

  const required = "The value is required.";
  const lacking = (name: string, body: object = {}) =>
    [
      `no ${name}`,
      { body: { ...body, [name]: undefined } },
      "MISSING_ATTRIBUTE",
      [name],
      name,
      required,
    ] as const;
  const roleId = ids.missing;
  await testRefusals({ createGroupBackupExportBucket: async () => ({ body: await makeAws() }) }, [
    lacking("bucketName"),
    lacking("iamRoleId"),
    lacking("roleId", { cloudProvider: "GCP" }),
    lacking("serviceUrl", { cloudProvider: "AZURE", roleId }),
    [
      "a short name",
      { body: { bucketName: "me" } },
      "EXPORT_BUCKET_NAME_INVALID",
      ["me"],
      "bucketName",
      "The value must have 3 to 63 characters.",
    ],
    ["no access", { body: { iamRoleId: roleId } }, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", [roleId]],
  ]);
  await t.test("400 CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED before a role is named", async () => {
    const iamRoleId = await makeRole("AWS");
    const body = { bucketName: "test-bucket", cloudProvider: "AWS", iamRoleId };
    const code = "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED";
    await refuses("createGroupBackupExportBucket", { body }, code, [iamRoleId]);
  });
  await testRefusals(
    {
      getGroupBackupExportBucket: {},
      updateGroupBackupExportBucket: { body: { requirePrivateNetworking: true } },
      deleteGroupBackupExportBucket: {},
    },
    [["no bucket", bucket(ids.missing), "EXPORT_BUCKET_NOT_FOUND", [ids.missing, ids.group]]],
  );

  const makeCluster = () =>
    get("createGroupCluster", { body: { ...clusterOf(clusterName), backupEnabled: true } });
  const prepare = async () => {
    const { _id: exportBucketId } = await makeBucket();
    await makeCluster();
    const { id: snapshotId } = await get("takeGroupClusterBackupSnapshots", { body: {} });
    at("2026-08-10T03:28:25Z");
    return { body: { exportBucketId, snapshotId, customData: [{ key: "by", value: "release" }] } };
  };

  await t.test("200 queued, in progress and successful, as recorded", async () => {
    const { body } = await prepare();
    const unix = Date.parse("2026-08-10T03:28:25Z") / 1000;
    const queued = await answers("createGroupClusterBackupExport", { body }, ({ id }: { id: string }) => ({
      createdAt: "2026-08-10T03:28:25Z",
      customData: body.customData,
      exportBucketId: body.exportBucketId,
      exportStatus: { exportedCollections: 0, totalCollections: 0 },
      id,
      prefix: `exported_snapshots/${ids.org}/${ids.group}/data/2026-08-10T0306/${unix}`,
      snapshotId: body.snapshotId,
      state: "Queued",
    }));
    const one = { params: { exportId: queued.id } };
    const seen = () => get("getGroupClusterBackupExport", one);
    deepEqual(await seen(), queued);
    at("2026-08-10T03:30:50Z");
    deepEqual(await seen(), { ...queued, state: "InProgress" });
    await refuses(
      "deleteGroupBackupExportBucket",
      bucket(body.exportBucketId),
      "EXPORT_BUCKET_DELETE_FAILED",
      [body.exportBucketId, clusterName],
    );
    at("2026-08-10T03:41:50Z");
    const { finishedAt, ...others } = await seen();
    deepEqual([finishedAt, others], ["2026-08-10T03:41:50Z", { ...queued, state: "Successful" }]);
    await lists("listGroupClusterBackupExports", {}, [await seen()]);
    equal((await get("listGroupEvents")).results[0].eventTypeName, "CPS_EXPORT_SUCCESSFUL");
  });

  await t.test("a snapshot is kept while it is exported", async () => {
    const { body } = await prepare();
    const of = { params: { snapshotId: body.snapshotId } };
    at("2026-08-11T03:05:00Z");
    const { expiresAt } = await get("getGroupClusterBackupSnapshot", of);
    at("2026-08-11T03:07:00Z");
    await get("createGroupClusterBackupExport", { body });
    await refuses("deleteGroupClusterBackupSnapshot", of, "CANNOT_DELETE_IN_PROGRESS_SNAPSHOT", [
      body.snapshotId,
    ]);
    const held = await get("getGroupClusterBackupSnapshot", of);
    deepEqual([expiresAt, held.expiresAt], ["2026-08-11T03:07:19Z", "2026-08-11T03:20:25Z"]);
    at("2026-08-11T03:21:00Z");
    await refuses("getGroupClusterBackupSnapshot", of, "SNAPSHOT_NOT_FOUND", [body.snapshotId, clusterName]);
  });

  await t.test("a schedule without exports forgets its bucket, unless the change names it", async () => {
    const { _id: exportBucketId } = await makeBucket();
    await makeCluster();
    const exported = { exportBucketId, frequencyType: "monthly" };
    const change = async (body: object) => (await get("updateGroupClusterBackupSchedule", { body })).export;
    deepEqual(await change({ autoExportEnabled: true, export: exported }), exported);
    deepEqual(await change({ restoreWindowDays: 7 }), exported);
    deepEqual(await change({ autoExportEnabled: false, export: exported }), exported);
    equal(await change({ autoExportEnabled: false }), undefined);
  });

  await t.test("a schedule exports its monthly snapshots, and keeps its bucket", async () => {
    const { _id: exportBucketId } = await makeBucket();
    await makeCluster();
    await get("updateGroupClusterBackupSchedule", {
      body: {
        autoExportEnabled: true,
        export: { exportBucketId, frequencyType: "monthly" },
        useOrgAndGroupNamesInExportPrefix: true,
      },
    });
    at("2026-10-10T00:00:00Z");
    const { results } = await get("listGroupClusterBackupExports");
    deepEqual(
      results.map(({ createdAt, state, prefix }: Readonly<Record<string, string>>) => [
        createdAt,
        state,
        prefix?.replace(/\/\d+$/, ""),
      ]),
      ["2026-09-30", "2026-08-31"].map((day) => [
        `${day}T03:07:19Z`,
        "Successful",
        `exported_snapshots/Acme/payments/data/${day}T0306`,
      ]),
    );
    const one = { params: { exportId: results[0].id } };
    deepEqual(await get("getGroupClusterBackupExport", one), results[0]);
    await refuses("deleteGroupBackupExportBucket", bucket(exportBucketId), "EXPORT_BUCKET_DELETE_FAILED", [
      exportBucketId,
      clusterName,
    ]);
    await get("deleteGroupClusterBackupSchedule");
    await answers("deleteGroupBackupExportBucket", bucket(exportBucketId));
  });

  await t.test("409 for a snapshot that is not complete", async () => {
    const { _id: exportBucketId } = await makeBucket();
    await makeCluster();
    const { id: snapshotId } = await get("takeGroupClusterBackupSnapshots", { body: {} });
    const body = { exportBucketId, snapshotId };
    const code = "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT";
    await refuses("createGroupClusterBackupExport", { body }, code, [snapshotId]);
  });

  await testRefusals({ createGroupClusterBackupExport: prepare }, [
    [
      "no bucket",
      { body: { exportBucketId: ids.missing } },
      "EXPORT_BUCKET_NOT_FOUND",
      [ids.missing, ids.group],
    ],
    ["no snapshot", { body: { snapshotId: ids.missing } }, "SNAPSHOT_NOT_FOUND", [ids.missing, clusterName]],
  ]);
  await testRefusals(
    {
      getGroupClusterBackupExport: async () => {
        await makeCluster();
        return { params: { exportId: ids.missing } };
      },
    },
    [["no export", {}, "BACKUP_EXPORT_NOT_FOUND", [ids.missing, clusterName]]],
  );
  await t.test("404 EXPORT_BUCKET_NOT_FOUND for a schedule that exports to none", async () => {
    await makeCluster();
    const body = { export: { exportBucketId: ids.missing, frequencyType: "monthly" } };
    await refuses("updateGroupClusterBackupSchedule", { body }, "EXPORT_BUCKET_NOT_FOUND", [
      ids.missing,
      ids.group,
    ]);
  });
});
