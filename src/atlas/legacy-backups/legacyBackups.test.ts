// Legacy backups, which no cluster has here.
import { test } from "node:test";
import { clusterOf, flexOne } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const lists = [
  "listGroupClusterBackupCheckpoints",
  "listGroupClusterRestoreJobs",
  "listGroupClusterSnapshots",
] as const;

test("legacy backups", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "instant" });
  const { get, refuses, testRefusals } = stage;
  const named = { clusterName: "data" };
  const made = async (params: object) => {
    await get("createGroupCluster", { body: clusterOf("data") });
    return { params: { ...named, ...params } };
  };

  await t.test("empty pages of a cluster without backups", async () => {
    const asked = await made({});
    for (const id of lists) await stage.lists(id, asked, []);
  });

  const job = { delivery: { methodName: "HTTP" }, snapshotId: ids.missing };
  const calls = {
    getGroupClusterBackupCheckpoint: { params: { checkpointId: ids.missing } },
    createGroupClusterRestoreJob: { body: job },
    getGroupClusterRestoreJob: { params: { jobId: ids.missing } },
    getGroupClusterSnapshotSchedule: {},
    updateGroupClusterSnapshotSchedule: { body: { snapshotIntervalHours: 6 } },
    getGroupClusterSnapshot: { params: { snapshotId: ids.missing } },
    updateGroupClusterSnapshot: { params: { snapshotId: ids.missing }, body: { doNotDelete: true } },
    deleteGroupClusterSnapshot: { params: { snapshotId: ids.missing } },
  } as const;
  type Asked = { readonly params?: object; readonly body?: object };

  await t.test("404 for what there could be of a cluster without backups", async () => {
    const { id } = await get("createGroupCluster", { body: clusterOf("data") });
    for (const [operation, { params, ...asked }] of Object.entries<Asked>(calls)) {
      const whole = { ...asked, params: { ...named, ...params } };
      const known = operation as keyof typeof calls;
      await refuses(known, whole, "BACKUP_CONFIG_NOT_FOUND", [id, ids.group]);
    }
  });

  const all = { ...calls, ...Object.fromEntries(lists.map((id) => [id, {}])) };
  const good = Object.fromEntries(
    Object.entries<Asked>(all).map(([id, { params, ...asked }]) => [
      id,
      { ...asked, params: { ...params, clusterName: "gone" } },
    ]),
  );
  await testRefusals(good, [
    ["no cluster", {}, "CLUSTER_NOT_FOUND", ["gone", ids.group]],
    [
      "a cluster with cloud backups",
      {
        params: { clusterName: "kept" },
        before: () => get("createGroupCluster", { body: { ...clusterOf("kept"), backupEnabled: true } }),
      },
      "INCORRECT_BACKUP_API_ENDPOINT",
      ["kept"],
    ],
    [
      "a flex cluster",
      { params: { clusterName: "flex" }, before: () => get("createGroupFlexCluster", { body: flexOne }) },
      "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
      ["flex"],
    ],
  ]);
});
