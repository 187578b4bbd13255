// Snapshots of flex clusters and restore jobs of them, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne } from "../../../test/support/clusters.ts";
import { type Asked, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const name = "flex";

test("backups of a flex cluster", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { name }, clusterSpeed: "atlas" });
  const { answers, get, lists, refuses, testRefusals } = stage;
  const at = (now: string) => stage.clock.set({ now });
  const make = () => get("createGroupFlexCluster", { body: flexOne });
  const all = async () => (await get("listGroupFlexClusterBackupSnapshots")).results;
  const prepare = async (): Promise<string> => {
    await make();
    at("2026-08-11T12:00:00Z");
    return (await all())[0].id;
  };
  const job = (restoreJobId: string): Asked => ({ params: { restoreJobId } });

  await t.test("200 a snapshot each day from the second on, kept for eight", async () => {
    await make();
    at("2026-08-11T03:04:52Z");
    deepEqual(await all(), []);
    at("2026-08-11T03:04:53Z");
    const [pending] = await all();
    deepEqual(pending, {
      expiration: "2026-08-19T03:04:53Z",
      id: pending.id,
      mongoDBVersion: "8.0.29",
      scheduledTime: "2026-08-11T03:04:53Z",
      status: "PENDING",
    });
    at("2026-08-11T03:05:20Z");
    const running = { ...pending, startTime: "2026-08-11T03:05:20Z", status: "RUNNING" };
    deepEqual(
      await get("getGroupFlexClusterBackupSnapshot", { params: { snapshotId: pending.id } }),
      running,
    );
    at("2026-08-11T03:06:39Z");
    const completed = { finishTime: "2026-08-11T03:06:39Z", status: "COMPLETED" };
    deepEqual(await all(), [{ ...running, ...completed }]);
    at("2026-12-24T12:00:00Z");
    const late = await all();
    deepEqual(
      [late.length, late[0].scheduledTime, late[7].scheduledTime],
      [8, "2026-12-17T03:04:53Z", "2026-12-24T03:04:53Z"],
    );
    await refuses(
      "getGroupFlexClusterBackupSnapshot",
      { params: { snapshotId: pending.id } },
      "TENANT_SNAPSHOT_NOT_FOUND",
      [pending.id, name],
    );
  });

  await t.test("200 a restore job, as recorded", async () => {
    const snapshotId = await prepare();
    const body = { snapshotId, targetDeploymentItemName: name, targetProjectId: ids.group };
    const pending = await answers(
      "createGroupFlexClusterBackupRestoreJob",
      { body },
      ({ id }: { id: string }) => ({
        deliveryType: "RESTORE",
        expirationDate: "2026-08-11T18:00:00Z",
        id,
        instanceName: name,
        projectId: ids.group,
        restoreScheduledDate: "2026-08-11T12:00:00Z",
        snapshotFinishedDate: "2026-08-11T03:06:39Z",
        snapshotId,
        status: "PENDING",
        targetDeploymentItemName: name,
        targetProjectId: ids.group,
      }),
    );
    at("2026-08-11T12:00:04Z");
    deepEqual(await get("getGroupFlexClusterBackupRestoreJob", job(pending.id)), {
      ...pending,
      status: "RUNNING",
    });
    at("2026-08-11T12:01:04Z");
    const { restoreFinishedDate, ...done } = await get(
      "getGroupFlexClusterBackupRestoreJob",
      job(pending.id),
    );
    deepEqual([restoreFinishedDate, done], ["2026-08-11T12:01:04Z", { ...pending, status: "COMPLETED" }]);
    const { id } = await get("createGroupFlexClusterBackupRestoreJob", { body });
    deepEqual(
      (await get("listGroupFlexClusterBackupRestoreJobs")).results.map((each: { id: string }) => each.id),
      [id, pending.id],
    );
    const events = (await get("listGroupEvents")).results.map(
      ({ eventTypeName }: { eventTypeName: string }) => eventTypeName,
    );
    deepEqual(
      events.filter((type: string) => type.startsWith("TENANT_")),
      ["TENANT_RESTORE_REQUESTED_AUDIT", "TENANT_RESTORE_COMPLETED_AUDIT", "TENANT_RESTORE_REQUESTED_AUDIT"],
    );
  });

  await t.test("200 a download: its URL is offered at once, for six hours", async () => {
    const snapshotId = await prepare();
    const { id, deliveryType, snapshotUrl } = await get("downloadGroupFlexClusterBackup", {
      body: { snapshotId },
    });
    equal(deliveryType, "DOWNLOAD");
    const urlAt = async (now: string) => {
      at(now);
      return (await get("getGroupFlexClusterBackupRestoreJob", job(id))).snapshotUrl;
    };
    equal(new URL(snapshotUrl).pathname.endsWith(`/${snapshotId}.tgz`), true);
    equal(await urlAt("2026-08-11T12:01:04Z"), snapshotUrl);
    equal(await urlAt("2026-08-11T18:00:00Z"), undefined);
  });

  await t.test("jobs go with their cluster", async () => {
    const snapshotId = await prepare();
    const { id } = await get("downloadGroupFlexClusterBackup", { body: { snapshotId } });
    await get("deleteGroupFlexCluster");
    at("2026-08-11T13:00:00Z");
    await make();
    await refuses("getGroupFlexClusterBackupRestoreJob", job(id), "TENANT_RESTORE_NOT_FOUND", [id, name]);
    await lists("listGroupFlexClusterBackupRestoreJobs", {}, []);
  });

  const restoring = async () => ({
    body: { snapshotId: await prepare(), targetDeploymentItemName: name },
  });
  const downloading = async () => ({ body: { snapshotId: await prepare() } });
  await testRefusals(
    {
      createGroupFlexClusterBackupRestoreJob: restoring,
      downloadGroupFlexClusterBackup: downloading,
    },
    [
      [
        "no snapshot",
        { body: { snapshotId: ids.missing } },
        "TENANT_SNAPSHOT_NOT_FOUND",
        [ids.missing, name],
      ],
    ],
  );
  await testRefusals({ createGroupFlexClusterBackupRestoreJob: restoring }, [
    ["no target", { body: { targetDeploymentItemName: "none" } }, "CLUSTER_NOT_FOUND", ["none", ids.group]],
    [
      "a project of others",
      { body: { targetProjectId: ids.missing } },
      "CANNOT_RESTORE_TO_TARGET",
      [name, ids.missing],
    ],
  ]);
  await t.test("409 CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT before it is finished", async () => {
    await make();
    at("2026-08-11T03:05:00Z");
    const [{ id: snapshotId }] = await all();
    const body = { snapshotId };
    await refuses("downloadGroupFlexClusterBackup", { body }, "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT", [
      snapshotId,
    ]);
  });
  const ofData = async () => {
    await get("createGroupCluster", { body: clusterOf("data") });
    return { params: { name: "data", snapshotId: ids.missing, restoreJobId: ids.missing } };
  };
  await testRefusals(
    {
      listGroupFlexClusterBackupSnapshots: ofData,
      getGroupFlexClusterBackupSnapshot: ofData,
      listGroupFlexClusterBackupRestoreJobs: ofData,
      getGroupFlexClusterBackupRestoreJob: ofData,
    },
    [["another cluster", {}, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["data"]]],
  );
});
