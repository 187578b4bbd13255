// Snapshots of clusters, answer by answer: by the schedule and the clock, and on demand.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne } from "../../../test/support/clusters.ts";
import { type Asked, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const clusterName = "data";
const person = {
  authorizedEmail: "security@example.com",
  authorizedUserFirstName: "Ada",
  authorizedUserLastName: "Lovelace",
};
interface Seen {
  readonly copyRegions: readonly string[];
  readonly id: string;
  readonly createdAt: string;
  readonly frequencyType: string;
  readonly policyItems: readonly string[];
  readonly expiresAt: string;
}

test("snapshots of a cluster", async (t) => {
  const stage = await startOperations(t, {
    as: "groupOwner",
    params: { clusterName },
    clusterSpeed: "atlas",
  });
  const { answers, get, refuses, testRefusals } = stage;
  const make = (more: object = {}) =>
    get("createGroupCluster", { body: { ...clusterOf(clusterName), backupEnabled: true, ...more } });
  const all = async (query?: string): Promise<Seen[]> =>
    (await get("listGroupClusterBackupSnapshots", query === undefined ? {} : { query })).results;
  const take = (body: object = {}) => get("takeGroupClusterBackupSnapshots", { body });
  const of = (snapshotId: string, body?: object): Asked => ({
    params: { snapshotId },
    ...(body && { body }),
  });
  const at = (now: string) => stage.clock.set({ now });
  /** Lists the types of events about backups, the oldest first. */
  const events = async (): Promise<string[]> =>
    (await get("listGroupEvents", { query: "itemsPerPage=500" })).results
      .map(({ eventTypeName }: { eventTypeName: string }) => eventTypeName)
      .filter((type: string) => type.startsWith("CPS_"))
      .reverse();
  const path = `${stage.url}/api/atlas/v2/groups/${ids.group}/clusters/${clusterName}`;

  await t.test("200 queued, in progress and completed, as recorded", async () => {
    await make();
    const asked = { description: "test-snapshot", retentionInDays: 1 };
    const queued = await answers(
      "takeGroupClusterBackupSnapshots",
      { body: asked },
      ({ id }: { id: string }) => ({
        copyRegions: [],
        description: "test-snapshot",
        expiresAt: "2026-08-11T03:04:53Z",
        frequencyType: "ondemand",
        id,
        links: [
          { href: `${path}/backup/snapshots/${id}`, rel: "self" },
          { href: path, rel: "https://cloud.mongodb.com/cluster" },
        ],
        policyItems: [],
        replicaSetName: clusterName,
        snapshotType: "onDemand",
        status: "queued",
        storageSizeBytes: 0,
        type: "replicaSet",
      }),
    );
    const one = of(queued.id);
    await answers("getGroupClusterBackupSnapshot", one, queued);
    at("2026-08-10T03:05:00Z");
    await answers("getGroupClusterBackupSnapshot", one, { ...queued, status: "inProgress" });
    at("2026-08-10T03:05:30Z");
    const begun = sortMembers({ ...queued, mongodVersion: "8.0.29", status: "inProgress" });
    await answers("getGroupClusterBackupSnapshot", one, begun);
    at("2026-08-10T03:06:19Z");
    const running = sortMembers({ ...begun, cloudProvider: "AWS" });
    await answers("getGroupClusterBackupSnapshot", one, running);
    await refuses("takeGroupClusterBackupSnapshots", { body: {} }, "UNFINISHED_ON_DEMAND_SNAPSHOT", [
      clusterName,
    ]);
    await refuses("deleteGroupClusterBackupSnapshot", one, "CANNOT_DELETE_IN_PROGRESS_SNAPSHOT", [queued.id]);
    const longer = of(queued.id, { retentionUnit: "DAYS", retentionValue: 2 });
    await refuses(
      "updateGroupClusterBackupSnapshot",
      longer,
      "CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION",
      [queued.id],
    );
    at("2026-08-10T03:07:19Z");
    const completed = sortMembers({
      ...running,
      createdAt: "2026-08-10T03:06:19Z",
      expiresAt: "2026-08-11T03:07:19Z",
      status: "completed",
      storageSizeBytes: 10 * 1024 ** 3,
    });
    await answers("getGroupClusterBackupSnapshot", one, completed);
    await stage.lists("listGroupClusterBackupSnapshots", {}, [completed]);
    const kept = { ...completed, expiresAt: "2026-08-12T03:07:19Z" };
    await answers("updateGroupClusterBackupSnapshot", longer, kept);
    await answers("deleteGroupClusterBackupSnapshot", one);
    await refuses("getGroupClusterBackupSnapshot", one, "SNAPSHOT_NOT_FOUND", [queued.id, clusterName]);
    deepEqual(await events(), [
      "CPS_ON_DEMAND_SNAPSHOT_REQUESTED",
      "CPS_SNAPSHOT_COMPLETED_AUDIT",
      "CPS_SNAPSHOT_RETENTION_MODIFIED_AUDIT",
      "CPS_SNAPSHOT_DELETED_AUDIT",
    ]);
  });

  await t.test("one on demand ends by the clock", async () => {
    await make();
    const { id } = await take();
    at("2026-08-11T03:07:18Z");
    equal((await get("getGroupClusterBackupSnapshot", of(id))).status, "completed");
    at("2026-08-11T03:07:19Z");
    await refuses("getGroupClusterBackupSnapshot", of(id), "SNAPSHOT_NOT_FOUND", [id, clusterName]);
    deepEqual(await events(), [
      "CPS_ON_DEMAND_SNAPSHOT_REQUESTED",
      "CPS_SNAPSHOT_COMPLETED_AUDIT",
      "CPS_SNAPSHOT_DELETED_AUDIT",
    ]);
  });

  await t.test("200 those of the schedule: each item's, as long as it says", async () => {
    await make();
    const { policies } = await get("getGroupClusterBackupSchedule");
    const [hourly, daily, weekly] = policies[0].policyItems.map(({ id }: { id: string }) => id);
    deepEqual(await all(), []);
    at("2026-08-10T09:04:53Z");
    const [first] = await all();
    deepEqual(
      { ...first, id: undefined, links: undefined },
      {
        copyRegions: [],
        expiresAt: "2026-08-17T09:04:53Z",
        frequencyType: "hourly",
        id: undefined,
        links: undefined,
        policyItems: [hourly],
        replicaSetName: clusterName,
        snapshotType: "scheduled",
        status: "queued",
        storageSizeBytes: 0,
        type: "replicaSet",
      },
    );
    at("2026-08-15T12:00:00Z");
    const week = await all();
    equal(week.length, 21);
    deepEqual(await get("getGroupClusterBackupSnapshot", of(week[20]?.id ?? "")), week[20]);
    deepEqual(
      week
        .filter(({ frequencyType }) => frequencyType !== "hourly")
        .map((each) => [each.frequencyType, each.createdAt.slice(0, 10), each.policyItems]),
      [
        ["weekly", "2026-08-15", [hourly, daily, weekly]],
        ["daily", "2026-08-14", [hourly, daily]],
        ["daily", "2026-08-13", [hourly, daily]],
        ["daily", "2026-08-12", [hourly, daily]],
        ["daily", "2026-08-11", [hourly, daily]],
      ],
    );
    at("2027-08-10T04:00:00Z");
    const year = await all("itemsPerPage=500");
    const count = (type: string) => year.filter(({ frequencyType }) => frequencyType === type).length;
    deepEqual(["hourly", "daily", "weekly", "monthly", "yearly"].map(count), [21, 6, 3, 12, 1]);
    equal(year[0]?.createdAt, "2027-08-10T03:06:19Z");
    equal(new Set(year.map(({ id }) => id)).size, year.length);
    const before = Date.parse("2026-12-31T00:00:00Z") / 1000;
    deepEqual(
      (await all(`pointInTimeUtcSeconds=${before}`)).map(({ createdAt }) => createdAt.slice(0, 7)),
      ["2026-12", "2026-11", "2026-10", "2026-09", "2026-08"],
    );
    equal((await all("itemsPerPage=5&pageNum=2")).length, 5);
  });

  await t.test("200: one that is kept beyond all dates ends at the last", async () => {
    await make();
    const last = "9999-12-31T23:59:59Z";
    const taken = await get("takeGroupClusterBackupSnapshots", { body: { retentionInDays: 2_147_483_647 } });
    at("2026-08-10T03:10:00Z");
    equal((await get("getGroupClusterBackupSnapshot", of(taken.id))).expiresAt, last);
    const body = { retentionUnit: "YEARS", retentionValue: 2_147_483_647 };
    equal((await get("updateGroupClusterBackupSnapshot", { ...of(taken.id), body })).expiresAt, last);
  });

  for (const { version, zoneOf } of [
    { version: "2024-08-05", zoneOf: ({ zoneId }: { zoneId: string }) => ({ zoneId }) },
    { version: "2023-01-01", zoneOf: ({ id }: { id: string }) => ({ replicationSpecId: id }) },
  ] as const) {
    await t.test(`copies of earlier snapshots are deleted in ${version}`, async () => {
      await make();
      const { replicationSpecs } = await get("getGroupCluster", {
        version: version === "2023-01-01" ? "2023-02-01" : version,
      });
      const copied = { cloudProvider: "AWS", regionName: "EU_WEST_1", ...zoneOf(replicationSpecs[0]) };
      const change = (body: object) => get("updateGroupClusterBackupSchedule", { version, body });
      const regions = async () => [...new Set((await all()).flatMap(({ copyRegions }) => copyRegions))];
      await change({ copySettings: [{ ...copied, frequencies: ["DAILY"] }] });
      at("2026-08-13T04:00:00Z");
      await change({ copySettings: [], deleteCopiedBackups: [] });
      deepEqual(await regions(), ["EU_WEST_1"]);
      await change({ deleteCopiedBackups: [{ ...copied, regionName: "EU_WEST_2" }] });
      deepEqual(await regions(), ["EU_WEST_1"]);
      await change({ deleteCopiedBackups: [copied] });
      deepEqual(await regions(), []);
    });
  }

  await t.test("a change of the schedule leaves snapshots as they are, unless it says so", async () => {
    await make();
    at("2026-08-12T00:00:00Z");
    const before = await all();
    const [{ id: policyId, policyItems }] = (await get("getGroupClusterBackupSchedule")).policies;
    const change = (items: object[], more: object = {}) =>
      get("updateGroupClusterBackupSchedule", {
        body: { policies: [{ id: policyId, policyItems: items }], ...more },
      });
    await change([{ ...policyItems[1], retentionValue: 30 }]);
    deepEqual(await all(), before);
    at("2026-08-13T04:00:00Z");
    const [made, other, ...others] = await all();
    deepEqual([made?.frequencyType, other?.frequencyType, others], ["daily", "daily", before]);
    await change([{ ...policyItems[1], retentionValue: 40 }], { updateSnapshots: true });
    deepEqual(
      (await all())
        .filter(({ policyItems: of }) => of.includes(policyItems[1].id))
        .map(({ expiresAt }) => expiresAt.slice(0, 10)),
      ["2026-09-22", "2026-09-21", "2026-09-20"],
    );
    const { id: _, ...another } = policyItems[0];
    await change([another], { deleteSnapshots: true });
    deepEqual(await all(), []);
    at("2026-08-13T10:00:00Z");
    const last = await all();
    equal(last.length, 1);
    await get("deleteGroupClusterBackupSchedule");
    at("2026-08-14T10:00:00Z");
    deepEqual(await all(), last);
    at("2026-08-30T00:00:00Z");
    deepEqual(await all(), []);
  });

  await t.test("an event once one is copied to another region", async () => {
    const { replicationSpecs } = await make();
    const [{ zoneId }] = replicationSpecs;
    const copy = { cloudProvider: "AWS", frequencies: ["ON_DEMAND"], regionName: "US_WEST_2", zoneId };
    await get("updateGroupClusterBackupSchedule", { body: { copySettings: [copy] } });
    await take();
    at("2026-08-10T04:00:00Z");
    const { results } = await get("listGroupEvents", { query: "eventType=CPS_COPY_SNAPSHOT_SUCCESSFUL" });
    equal(results.length, 1);
  });

  await t.test("a scheduled one can be kept for longer, and deleted for good", async () => {
    await make();
    at("2026-08-10T16:00:00Z");
    const [second, first] = await all();
    const id = first?.id ?? "";
    const longer = await get(
      "updateGroupClusterBackupSnapshot",
      of(id, { retentionUnit: "MONTHS", retentionValue: 1 }),
    );
    deepEqual(longer, { ...first, expiresAt: "2026-09-10T09:07:19Z" });
    await get("deleteGroupClusterBackupSnapshot", of(second?.id ?? ""));
    deepEqual(await all(), [longer]);
    at("2026-09-01T00:00:00Z");
    deepEqual((await all("itemsPerPage=500")).at(-1), longer);
    await get("deleteGroupClusterBackupSnapshot", of(id));
    ok(!(await all("itemsPerPage=500")).some((each) => each.id === id));
  });

  await t.test("none are made while the cluster is paused, nor before backups are on", async () => {
    await make({ backupEnabled: false });
    at("2026-08-12T00:00:00Z");
    await refuses("takeGroupClusterBackupSnapshots", { body: {} }, "BACKUP_JOB_NOT_FOUND", [
      clusterName,
      ids.group,
    ]);
    const change = (body: object) => get("updateGroupCluster", { body });
    await change({ backupEnabled: true });
    deepEqual(await all(), []);
    equal((await get("getGroupClusterBackupSchedule")).referenceHourOfDay, 0);
    at("2026-08-12T13:00:00Z");
    const made = await all();
    equal(made.length, 2);
    await change({ paused: true });
    at("2026-08-13T13:00:00Z");
    deepEqual(await all(), made);
    await change({ paused: false });
    at("2026-08-13T19:00:00Z");
    deepEqual((await all()).slice(1), made);
    await take();
    at("2026-08-13T20:00:00Z");
    await change({ backupEnabled: false });
    deepEqual(await all(), []);
    await change({ backupEnabled: true });
    deepEqual(await all(), []);
  });

  for (const [what, asked, count] of [
    ["go with their cluster", {}, 0],
    ["outlive their cluster if its backups are retained", { query: "retainBackups=true" }, 2],
  ] as const) {
    await t.test(`snapshots ${what}`, async () => {
      await make();
      await take({ retentionInDays: 3 });
      at("2026-08-10T10:00:00Z");
      const before = await all();
      equal(before.length, 2);
      await get("deleteGroupCluster", asked);
      at("2026-08-10T11:00:00Z");
      if (count > 0) {
        deepEqual(await all(), before);
        deepEqual(await get("getGroupClusterBackupSnapshot", of(before[0]?.id ?? "")), before[0]);
        await refuses("takeGroupClusterBackupSnapshots", { body: {} }, "BACKUP_JOB_NOT_FOUND", [
          clusterName,
          ids.group,
        ]);
        at("2026-08-18T00:00:00Z");
      }
      await refuses("listGroupClusterBackupSnapshots", {}, "CLUSTER_NOT_FOUND", [clusterName, ids.group]);
    });
  }

  await t.test("the compliance policy protects snapshots and backups", async () => {
    await make({ pitEnabled: true });
    const onDemandPolicyItem = {
      frequencyType: "ondemand",
      frequencyInterval: 0,
      retentionUnit: "days",
      retentionValue: 3,
    };
    const policy = { ...person, pitEnabled: true, restoreWindowDays: 7, onDemandPolicyItem };
    await get("updateGroupBackupCompliancePolicy", { body: policy });
    const { id } = await take();
    await refuses(
      "takeGroupClusterBackupSnapshots",
      { body: { retentionInDays: 2 } },
      "SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY",
    );
    at("2026-08-10T04:00:00Z");
    const protecting = [
      ["deleteGroupClusterBackupSnapshot", of(id), "CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY"],
      [
        "updateGroupClusterBackupSnapshot",
        of(id, { retentionUnit: "DAYS", retentionValue: 2 }),
        "CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY",
      ],
      [
        "updateGroupCluster",
        { body: { backupEnabled: false } },
        "CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY",
      ],
      [
        "updateGroupCluster",
        { body: { pitEnabled: false } },
        "CANNOT_DISABLE_PIT_WITH_BACKUP_COMPLIANCE_POLICY",
      ],
      [
        "updateGroupClusterBackupSchedule",
        { body: { restoreWindowDays: 3 } },
        "CANNOT_DECREASE_PIT_WINDOW_WITH_BACKUP_COMPLIANCE_POLICY",
      ],
      [
        "updateGroupClusterBackupSchedule",
        { body: { deleteSnapshots: true } },
        "CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY",
      ],
      ["disableGroupBackupCompliancePolicy", {}, "CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY"],
    ] as const;
    for (const [operation, asked, code] of protecting) await refuses(operation, asked, code);
    await get("deleteGroupCluster");
    at("2026-08-10T05:00:00Z");
    equal((await all()).length, 1);
    await refuses("deleteGroup", {}, "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY");
  });

  const there = async () => {
    await make();
    at("2026-08-10T16:00:00Z");
    return of((await all())[0]?.id ?? "");
  };
  const kept = async () => ({ ...(await there()), body: { retentionUnit: "DAYS", retentionValue: 1 } });
  await testRefusals(
    {
      getGroupClusterBackupSnapshot: there,
      updateGroupClusterBackupSnapshot: kept,
      deleteGroupClusterBackupSnapshot: there,
    },
    [
      ["no snapshot", of(ids.missing), "SNAPSHOT_NOT_FOUND", [ids.missing, clusterName]],
      ["what is no id", of("x"), "INVALID_SNAPSHOT_ID", ["x"]],
      ["no cluster", { params: { clusterName: "none" } }, "CLUSTER_NOT_FOUND", ["none", ids.group]],
      [
        "a flex cluster",
        { before: () => get("createGroupFlexCluster", { body: flexOne }), params: { clusterName: "flex" } },
        "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
        ["flex"],
      ],
    ],
  );
  await testRefusals({ updateGroupClusterBackupSnapshot: kept }, [
    [
      "no day",
      { body: { retentionValue: 0 } },
      "BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID",
      [0],
      "retentionValue",
      "The snapshot would have expired.",
    ],
  ]);

  await t.test("200 of a sharded cluster: one for each shard, which cannot be changed alone", async () => {
    const specs = clusterOf(clusterName).replicationSpecs;
    await make({ clusterType: "SHARDED", replicationSpecs: [...specs, ...specs] });
    const { id } = await take();
    at("2026-08-10T04:00:00Z");
    const shown = await get("getGroupClusterBackupSnapshotShardedCluster", of(id));
    equal(shown.type, "shardedCluster");
    deepEqual(
      shown.members.map(
        ({ cloudProvider, replicaSetName }: { cloudProvider: string; replicaSetName: string }) => [
          cloudProvider,
          replicaSetName.replace(/^atlas-\w{6}/, "atlas"),
        ],
      ),
      [
        ["AWS", "atlas-shard-0"],
        ["AWS", "atlas-shard-1"],
      ],
    );
    const memberIds = shown.members.map((each: Seen) => each.id);
    deepEqual(shown.snapshotIds, memberIds);
    const { results, totalCount } = await get("listGroupClusterBackupSnapshotShardedClusters");
    deepEqual([results, totalCount], [[shown], 1]);
    const member = await get("getGroupClusterBackupSnapshot", of(memberIds[1]));
    deepEqual([member.type, member.replicaSetName], ["replicaSet", shown.members[1].replicaSetName]);
    const whole = await get("getGroupClusterBackupSnapshot", of(id));
    deepEqual([whole.type, whole.replicaSetName], ["shardedCluster", undefined]);
    await refuses(
      "deleteGroupClusterBackupSnapshot",
      of(memberIds[0]),
      "CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT",
      [memberIds[0]],
    );
    await refuses(
      "updateGroupClusterBackupSnapshot",
      of(memberIds[0], { retentionUnit: "DAYS", retentionValue: 2 }),
      "CANNOT_MODIFY_CLUSTER_SNAPSHOT",
      [memberIds[0]],
    );
    await answers("deleteGroupClusterBackupSnapshotShardedCluster", of(id));
    deepEqual(await all(), []);
  });

  await t.test("200 no shards of a replica set, by which it cannot be deleted", async () => {
    const { params } = await there();
    const { snapshotId = "" } = params ?? {};
    const shown = await get("getGroupClusterBackupSnapshotShardedCluster", of(snapshotId));
    deepEqual([shown.type, shown.members, shown.snapshotIds], ["replicaSet", [], []]);
    deepEqual((await get("listGroupClusterBackupSnapshotShardedClusters")).results, []);
    await refuses("deleteGroupClusterBackupSnapshotShardedCluster", of(snapshotId), "SNAPSHOT_NOT_FOUND", [
      snapshotId,
      clusterName,
    ]);
  });
});
