// Refusals that many operations on backups share: of flex clusters, of clusters that are restored, of snapshots that are not
// complete, and those of a compliance policy.
import { test } from "node:test";
import { clusterOf, flexOne, freeOne, googleKey } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import type { OperationId } from "../index.ts";

const clusterName = "data";
const missing = ids.missing;
const target = { targetClusterName: "other", targetGroupId: ids.group };
const restored = {
  collections: [{ sourceNamespace: "sales.orders" }],
  collectionSuffix: "-restored",
  indexStrategy: "ALL",
  writeStrategy: "CREATE_NEW",
};

/** Bodies that the operations on the backups of one cluster accept; those without one are null. */
const ofCluster: Partial<Record<OperationId, object | null>> = {
  cancelGroupClusterBackupRestoreJob: null,
  createGroupClusterBackupExport: { exportBucketId: missing, snapshotId: missing },
  deleteGroupClusterBackupSnapshotShardedCluster: null,
  getGroupClusterBackupExport: null,
  getGroupClusterBackupRestoreJob: null,
  getGroupClusterBackupSnapshotDatabase: null,
  getGroupClusterBackupSnapshotDatabaseCollection: null,
  getGroupClusterBackupSnapshotShardedCluster: null,
  getGroupClusterCollectionRestoreJob: null,
  getGroupClusterCollectionRestoreJobCollection: null,
  listGroupClusterBackupExports: null,
  listGroupClusterBackupRestoreJobs: null,
  listGroupClusterBackupSnapshotDatabaseCollections: null,
  listGroupClusterBackupSnapshotDatabases: null,
  listGroupClusterBackupSnapshotShardedClusters: null,
  listGroupClusterBackupSnapshots: null,
  listGroupClusterCollectionRestoreJobCollections: null,
  listGroupClusterCollectionRestoreJobs: null,
  takeGroupClusterBackupSnapshots: {},
};

test("backups refuse", async (t) => {
  const stage = await startOperations(t, {
    as: "groupOwner",
    params: {
      clusterName,
      collectionName: "orders",
      databaseName: "sales",
      exportId: missing,
      jobId: missing,
      restoreJobId: missing,
      snapshotId: missing,
      sourceNamespace: "sales.orders",
    },
    clusterSpeed: "atlas",
  });
  const { get, refuses } = stage;
  const at = (now: string) => stage.clock.set({ now });
  const make = (name: string, more: object = {}) =>
    get("createGroupCluster", { body: { ...clusterOf(name), backupEnabled: true, ...more } });
  const take = async (): Promise<string> => (await get("takeGroupClusterBackupSnapshots", { body: {} })).id;
  /** Makes two clusters, one with a snapshot that is complete. */
  const prepare = async (): Promise<string> => {
    await make(clusterName, { pitEnabled: true });
    await make("other");
    const snapshotId = await take();
    at("2026-08-10T04:00:00Z");
    return snapshotId;
  };
  const beginRestore = async () => {
    const snapshotId = await prepare();
    const body = { deliveryType: "automated", snapshotId, ...target };
    await get("createGroupClusterBackupRestoreJob", { body });
    return snapshotId;
  };

  await t.test("400 for flex clusters", async () => {
    await get("createGroupFlexCluster", { body: flexOne });
    const { name } = flexOne;
    for (const [id, body] of Object.entries(ofCluster) as [OperationId, object | null][]) {
      const asked = { params: { clusterName: name }, ...(body && { body }) };
      await refuses(id, asked, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", [name]);
    }
  });

  await t.test("400 for changes of a cluster that is restored", async () => {
    const snapshotId = await beginRestore();
    const ofTarget = { params: { clusterName: "other" } };
    const code = "CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE";
    await refuses("pinGroupClusterFeatureCompatibilityVersion", { ...ofTarget, body: {} }, code, ["other"]);
    await refuses("unpinGroupClusterFeatureCompatibilityVersion", ofTarget, code, ["other"]);
    await refuses("restartGroupClusterPrimaries", ofTarget, code, ["other"]);
    const args = { ...ofTarget, body: { javascriptEnabled: false } };
    await refuses("updateGroupClusterProcessArgs", args, code, ["other"]);
    const body = { snapshotId, ...restored, ...target };
    await refuses("createGroupClusterCollectionRestoreJob", { body }, "ATLAS_CLUSTER_RESTORE_IN_PROGRESS", [
      "other",
    ]);
  });

  await t.test("400 for changes of a flex cluster that is restored", async () => {
    const { name } = flexOne;
    await get("createGroupFlexCluster", { body: flexOne });
    at("2026-08-11T12:00:00Z");
    const [{ id: snapshotId }] = (await get("listGroupFlexClusterBackupSnapshots", { params: { name } }))
      .results;
    const body = { snapshotId, targetDeploymentItemName: name };
    await get("createGroupFlexClusterBackupRestoreJob", { params: { name }, body });
    const code = "CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE";
    await refuses("updateGroupFlexCluster", { params: { name }, body: { tags: [] } }, code, [name]);
    const upgraded = { ...clusterOf(name), name };
    await refuses("tenantGroupFlexClusterUpgrade", { body: upgraded }, code, [name]);
    await get("createGroupCluster", { body: freeOne });
    const toFree = { snapshotId, targetDeploymentItemName: freeOne.name };
    await get("createGroupFlexClusterBackupRestoreJob", { params: { name }, body: toFree });
    const larger = { ...clusterOf(freeOne.name), name: freeOne.name };
    await refuses("upgradeGroupClusterTenantUpgrade", { body: larger }, code, [freeOne.name]);
  });

  await t.test("400 for the backups of a cluster that is no flex cluster", async () => {
    const snapshotId = await prepare();
    const params = { name: clusterName };
    const code = "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API";
    await refuses("downloadGroupFlexClusterBackup", { params, body: { snapshotId } }, code, [clusterName]);
    const body = { snapshotId, targetDeploymentItemName: clusterName };
    await refuses("createGroupFlexClusterBackupRestoreJob", { params, body }, code, [clusterName]);
  });

  await t.test("409 for a flex snapshot that is not finished", async () => {
    const params = { name: flexOne.name };
    await get("createGroupFlexCluster", { body: flexOne });
    at("2026-08-11T03:05:00Z");
    const [{ id: snapshotId }] = (await get("listGroupFlexClusterBackupSnapshots", { params })).results;
    const body = { snapshotId, targetDeploymentItemName: flexOne.name };
    const code = "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT";
    await refuses("createGroupFlexClusterBackupRestoreJob", { params, body }, code, [snapshotId]);
  });

  await t.test("409 for uses of a snapshot that is not complete", async () => {
    await make(clusterName);
    await make("other");
    const snapshotId = await take();
    const code = "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT";
    const body = { snapshotId, ...restored, ...target };
    await refuses("createGroupClusterCollectionRestoreJob", { body }, code, [snapshotId]);
  });

  await t.test("a download of a snapshot that is encrypted with a key of the project", async () => {
    await get("updateGroupEncryptionAtRest", { body: googleKey });
    await make(clusterName, { encryptionAtRestProvider: "GCP" });
    const snapshotId = await take();
    at("2026-08-10T04:00:00Z");
    const body = { deliveryType: "download", snapshotId };
    const code = "CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION";
    await refuses("createGroupClusterBackupRestoreJob", { body }, code, [snapshotId]);
  });

  await t.test("400 for a point of time before all snapshots", async () => {
    await prepare();
    const pointInTimeUtcSeconds = Date.parse("2026-08-10T03:05:00Z") / 1000;
    const body = { pointInTimeUtcSeconds, ...restored, ...target };
    const code = "UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME";
    await refuses("createGroupClusterCollectionRestoreJob", { body }, code, [clusterName]);
  });

  await t.test(
    "a snapshot of a sharded cluster that is not complete, or of which one is a part",
    async () => {
      const specs = clusterOf(clusterName).replicationSpecs;
      await make(clusterName, { clusterType: "SHARDED", replicationSpecs: [...specs, ...specs] });
      const snapshotId = await take();
      const id = "deleteGroupClusterBackupSnapshotShardedCluster";
      const { members } = await get("getGroupClusterBackupSnapshotShardedCluster", {
        params: { snapshotId },
      });
      const part = { params: { snapshotId: members[0].id } };
      await refuses(id, part, "CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT", [members[0].id]);
      await refuses(id, { params: { snapshotId } }, "CANNOT_DELETE_IN_PROGRESS_SNAPSHOT", [snapshotId]);
      at("2026-08-10T04:00:00Z");
      const body = {
        authorizedEmail: "ada@example.com",
        authorizedUserFirstName: "Ada",
        authorizedUserLastName: "Lovelace",
        scheduledPolicyItems: [],
      };
      await get("updateGroupBackupCompliancePolicy", { body });
      await refuses(id, { params: { snapshotId } }, "CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY");
    },
  );
});
