// Restore jobs of clusters and of collections, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne, free } from "../../../test/support/clusters.ts";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const clusterName = "data";
const target = { targetClusterName: "other", targetGroupId: ids.group };

test("restore jobs", async (t) => {
  const stage = await startOperations(t, {
    as: "groupOwner",
    params: { clusterName },
    clusterSpeed: "atlas",
  });
  const { answers, get, lists, refuses, testRefusals } = stage;
  const at = (now: string) => stage.clock.set({ now });
  const make = (name: string, more: object = {}) =>
    get("createGroupCluster", { body: { ...clusterOf(name), backupEnabled: true, ...more } });
  /** Makes a cluster with a snapshot that is completed, and another one; returns the id of the snapshot. */
  const prepare = async (more: object = {}): Promise<string> => {
    await make(clusterName, { pitEnabled: true, ...more });
    await make("other", more);
    const { id } = await get("takeGroupClusterBackupSnapshots", { body: { retentionInDays: 30 } });
    at("2026-08-10T04:00:00Z");
    return id;
  };
  const restore = (body: object) => get("createGroupClusterBackupRestoreJob", { body });
  const job = (restoreJobId: string): Asked => ({ params: { restoreJobId } });
  const path = `${stage.url}/api/atlas/v2/groups/${ids.group}`;
  const eventsOf = async (start: string): Promise<string[]> =>
    (await get("listGroupEvents", { query: "itemsPerPage=500" })).results
      .map(({ eventTypeName }: { eventTypeName: string }) => eventTypeName)
      .filter((type: string) => type.startsWith(start))
      .reverse();

  await t.test("200 automated: until it is finished, its target cannot be changed", async () => {
    const snapshotId = await prepare();
    const begun = await answers(
      "createGroupClusterBackupRestoreJob",
      { body: { deliveryType: "automated", snapshotId, ...target } },
      ({ id, targetDeploymentItemName }: { id: string; targetDeploymentItemName: string }) => ({
        cancelled: false,
        deliveryType: "automated",
        deliveryUrl: [],
        desiredTimestamp: { date: null, increment: null, time: null },
        expired: false,
        failed: false,
        id,
        links: [
          { href: `${path}/clusters/data/backup/restoreJobs/${id}`, rel: "self" },
          {
            href: `${path}/clusters/data/backup/snapshots/${snapshotId}`,
            rel: "https://cloud.mongodb.com/snapshot",
          },
          { href: `${path}/clusters/data`, rel: "https://cloud.mongodb.com/cluster" },
          { href: path, rel: "https://cloud.mongodb.com/group" },
        ],
        snapshotId,
        targetClusterName: "other",
        targetDeploymentItemName,
        targetGroupId: ids.group,
        timestamp: "2026-08-10T03:06:19Z",
      }),
    );
    await answers("getGroupClusterBackupRestoreJob", job(begun.id), begun);
    const other = { clusterName: "other" };
    await refuses(
      "updateGroupCluster",
      { params: other, body: { backupEnabled: false } },
      "CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE",
      ["other"],
    );
    await refuses(
      "createGroupClusterBackupRestoreJob",
      { body: { deliveryType: "automated", snapshotId, ...target } },
      "ATLAS_CLUSTER_RESTORE_IN_PROGRESS",
      ["other"],
    );
    await refuses("cancelGroupClusterBackupRestoreJob", job(begun.id), "CANNOT_CANCEL_AUTOMATED_RESTORE", [
      begun.id,
    ]);
    at("2026-08-10T04:03:55Z");
    const { finishedAt, ...others } = await get("getGroupClusterBackupRestoreJob", job(begun.id));
    deepEqual([finishedAt, others], ["2026-08-10T04:03:55Z", begun]);
    await get("updateGroupCluster", { params: other, body: { backupEnabled: false } });
    deepEqual(await eventsOf("CPS_RESTORE"), ["CPS_RESTORE_REQUESTED_AUDIT", "CPS_RESTORE_SUCCESSFUL"]);
  });

  await t.test("200 a download: its URL is offered for an hour, or until it is canceled", async () => {
    const snapshotId = await prepare();
    const asked = { deliveryType: "download", snapshotId };
    const { id } = await restore(asked);
    await refuses(
      "createGroupClusterBackupRestoreJob",
      { body: asked },
      "CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY",
      [snapshotId],
    );
    const seen = async () => {
      const { deliveryUrl, expired, expiresAt, cancelled } = await get(
        "getGroupClusterBackupRestoreJob",
        job(id),
      );
      return { urls: deliveryUrl.length, expired, expiresAt, cancelled };
    };
    deepEqual(await seen(), { urls: 0, expired: false, expiresAt: undefined, cancelled: false });
    at("2026-08-10T04:03:14Z");
    const expiresAt = "2026-08-10T05:03:14Z";
    deepEqual(await seen(), { urls: 1, expired: false, expiresAt, cancelled: false });
    const { deliveryUrl } = await get("getGroupClusterBackupRestoreJob", job(id));
    const [host = "", port, ...rest] = new URL(deliveryUrl[0]).pathname.split("/");
    equal(
      new URL(deliveryUrl[0]).host.replace(/\.\w{6}\./, ".word."),
      `restore-${id}.word.mongodb.net:27017`,
    );
    deepEqual([host, port?.length, rest], ["", 24, [`restore-${snapshotId}.tar.gz`]]);
    const second = await restore(asked);
    await lists("listGroupClusterBackupRestoreJobs", {}, [
      second,
      await get("getGroupClusterBackupRestoreJob", job(id)),
    ]);
    await answers("cancelGroupClusterBackupRestoreJob", job(second.id));
    equal((await get("getGroupClusterBackupRestoreJob", job(second.id))).cancelled, true);
    at("2026-08-10T05:03:14Z");
    deepEqual(await seen(), { urls: 0, expired: true, expiresAt, cancelled: false });
    await answers("cancelGroupClusterBackupRestoreJob", job(id));
    deepEqual(await seen(), { urls: 0, expired: true, expiresAt, cancelled: false });
  });

  await t.test("200 of a sharded cluster: a URL for each shard", async () => {
    const specs = clusterOf(clusterName).replicationSpecs;
    const snapshotId = await prepare({ clusterType: "SHARDED", replicationSpecs: [...specs, ...specs] });
    const { id } = await restore({ deliveryType: "download", snapshotId });
    at("2026-08-10T04:10:00Z");
    const { components, deliveryUrl } = await get("getGroupClusterBackupRestoreJob", job(id));
    deepEqual(
      components.map(({ downloadUrl }: { downloadUrl: string }) => downloadUrl),
      deliveryUrl,
    );
    equal(new Set(deliveryUrl).size, 2);
  });

  await t.test("200 to a point in time: from the last snapshot before it", async () => {
    const snapshotId = await prepare();
    const point = Date.parse("2026-08-10T03:30:00Z") / 1000;
    const asked = { deliveryType: "pointInTime", ...target };
    const made = await restore({ ...asked, pointInTimeUTCSeconds: point });
    deepEqual(
      [made.snapshotId, made.desiredTimestamp, made.pointInTimeUTCSeconds],
      [snapshotId, { date: "2026-08-10T03:30:00Z", increment: null, time: point }, point],
    );
    at("2026-08-10T05:00:00Z");
    const byOplog = await restore({ ...asked, oplogTs: point, oplogInc: 2 });
    deepEqual(byOplog.desiredTimestamp, { date: "2026-08-10T03:30:00Z", increment: 2, time: point });
  });

  const automated = async () => ({
    body: { deliveryType: "automated", snapshotId: await prepare(), ...target },
  });
  const change = (body: object, before?: () => unknown) => ({ body, ...(before && { before }) });
  const elsewhere: RefusedCall[] = [
    ["no target", change({ targetClusterName: "none" }), "CLUSTER_NOT_FOUND", ["none", ids.group]],
    [
      "a project of others",
      change({ targetGroupId: ids.missing }),
      "CANNOT_RESTORE_TO_TARGET",
      ["other", ids.missing],
    ],
    [
      "a flex cluster",
      change({ targetClusterName: "flex" }, () => get("createGroupFlexCluster", { body: flexOne })),
      "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
      ["flex"],
    ],
    [
      "a free cluster",
      change({ targetClusterName: "free" }, () =>
        get("createGroupCluster", { body: clusterOf("free", free) }),
      ),
      "CANNOT_RESTORE_TO_TARGET",
      ["free", ids.group],
    ],
    [
      "a sharded cluster",
      change({ targetClusterName: "sharded" }, () => make("sharded", { clusterType: "SHARDED" })),
      "CANNOT_RESTORE_TO_TARGET",
      ["sharded", ids.group],
    ],
    [
      "an older version",
      change({ targetClusterName: "older" }, () => make("older", { mongoDBMajorVersion: "7.0" })),
      "CANNOT_RESTORE_TO_TARGET",
      ["older", ids.group],
    ],
    [
      "a paused cluster",
      change({ targetClusterName: "paused" }, async () => {
        await make("paused");
        await stage.clusters.settle(ids.group, "paused");
        await get("updateGroupCluster", { params: { clusterName: "paused" }, body: { paused: true } });
      }),
      "CLUSTER_PAUSED_CANNOT_RESTORE",
      ["paused"],
    ],
    ["no snapshot", change({ snapshotId: ids.missing }), "SNAPSHOT_NOT_FOUND", [ids.missing, clusterName]],
  ];
  const ofCollections = async () => ({
    body: {
      snapshotId: await prepare(),
      collections: [{ sourceNamespace: "sales.orders" }],
      indexStrategy: "ALL",
      ...target,
      writeStrategy: "CREATE_NEW",
    },
  });
  await testRefusals(
    {
      createGroupClusterBackupRestoreJob: automated,
      createGroupClusterCollectionRestoreJob: ofCollections,
    },
    elsewhere,
  );
  const required = "The value is required.";
  const point = Date.parse("2026-08-10T03:30:00Z") / 1000;
  const inPast = { deliveryType: "pointInTime", pointInTimeUTCSeconds: point };
  await testRefusals({ createGroupClusterBackupRestoreJob: automated }, [
    [
      "no name of a target",
      change({ targetClusterName: undefined }),
      "MISSING_ATTRIBUTE",
      ["targetClusterName"],
      "targetClusterName",
      required,
    ],
    ["no id of a snapshot", change({ snapshotId: undefined }), "SNAPSHOT_NOT_FOUND", ["null", clusterName]],
    [
      "no point in time",
      change({ deliveryType: "pointInTime" }),
      "MISSING_ATTRIBUTE",
      ["pointInTimeUTCSeconds"],
      "pointInTimeUTCSeconds",
      required,
    ],
    [
      "half a point in the oplog",
      change({ deliveryType: "pointInTime", oplogTs: point }),
      "MISSING_ATTRIBUTE",
      ["oplogInc"],
      "oplogInc",
      required,
    ],
    [
      "a point before the window",
      change({ ...inPast, pointInTimeUTCSeconds: point - 30 * 24 * 60 * 60 }),
      "INVALID_PIT_RESTORE_TIME",
      [clusterName],
    ],
    [
      "a point in the future",
      change({ ...inPast, pointInTimeUTCSeconds: point + 24 * 60 * 60 }),
      "INVALID_PIT_RESTORE_TIME",
      [clusterName],
    ],
    [
      "a point before all snapshots",
      change({ ...inPast, pointInTimeUTCSeconds: Date.parse("2026-08-10T03:05:00Z") / 1000 }),
      "UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME",
      [clusterName],
    ],
  ]);

  await t.test("409 CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT before it is completed", async () => {
    await make(clusterName);
    const { id: snapshotId } = await get("takeGroupClusterBackupSnapshots", { body: {} });
    const body = { deliveryType: "download", snapshotId };
    await refuses("createGroupClusterBackupRestoreJob", { body }, "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT", [
      snapshotId,
    ]);
  });

  await t.test("a job goes with its cluster", async () => {
    const snapshotId = await prepare();
    const { id } = await restore({ deliveryType: "download", snapshotId });
    await get("deleteGroupCluster");
    at("2026-08-10T06:00:00Z");
    await make(clusterName);
    await refuses("getGroupClusterBackupRestoreJob", job(id), "RESTORE_JOB_NOT_FOUND", [id, clusterName]);
    await lists("listGroupClusterBackupRestoreJobs", {}, []);
  });

  await testRefusals({ getGroupClusterBackupRestoreJob: {}, cancelGroupClusterBackupRestoreJob: {} }, [
    [
      "no job",
      { before: () => make(clusterName), ...job(ids.missing) },
      "RESTORE_JOB_NOT_FOUND",
      [ids.missing, clusterName],
    ],
  ]);

  await t.test("201 collections: each in the state of the job", async () => {
    const { body } = await ofCollections();
    const collections = [
      { sourceNamespace: "sales.orders" },
      { sourceNamespace: "sales.items", targetNamespace: "archive.items" },
    ];
    const asked = { ...body, collections, collectionSuffix: "-old", databaseSuffix: null };
    const begun = await answers(
      "createGroupClusterCollectionRestoreJob",
      { body: asked },
      ({ id }: { id: string }) => ({
        collectionSuffix: "-old",
        collections,
        createdAt: "2026-08-10T04:00:00Z",
        id,
        indexStatus: { failedCollectionCount: 0, state: "NOT_STARTED" },
        indexStrategy: "ALL",
        restoredDocuments: 0,
        snapshotId: body.snapshotId,
        state: "INITIALIZING",
        targetClusterName: "other",
        targetGroupId: ids.group,
        totalDocuments: 0,
        writeStrategy: "CREATE_NEW",
      }),
    );
    const of: Asked = { params: { jobId: begun.id } };
    const one: Asked = { params: { jobId: begun.id, sourceNamespace: "sales.items" } };
    const walked = [];
    for (const now of ["04:00:30", "04:01:00", "04:02:00", "04:03:00"]) {
      at(`2026-08-10T${now}Z`);
      const { state, indexStatus, finishedAt } = await get("getGroupClusterCollectionRestoreJob", of);
      const { state: stateOfOne } = await get("getGroupClusterCollectionRestoreJobCollection", one);
      walked.push([state, stateOfOne, indexStatus.state, finishedAt]);
    }
    deepEqual(walked, [
      ["INITIALIZING", "NOT_STARTED", "NOT_STARTED", undefined],
      ["IN_PROGRESS", "IN_PROGRESS", "NOT_STARTED", undefined],
      ["FINALIZING", "FINALIZING", "IN_PROGRESS", undefined],
      ["SUCCESSFUL", "SUCCESSFUL", "SUCCESSFUL", "2026-08-10T04:03:00Z"],
    ]);
    const shown = {
      effectiveTargetNamespace: "sales.orders-old",
      indexStatus: { state: "SUCCESSFUL" },
      restoredDocuments: 0,
      sourceNamespace: "sales.orders",
      state: "SUCCESSFUL",
      totalDocuments: 0,
    };
    const { results } = await get("listGroupClusterCollectionRestoreJobCollections", of);
    deepEqual(results[0], shown);
    equal(results[1].effectiveTargetNamespace, "archive.items-old");
    const queries: readonly (readonly [string, number])[] = [
      ["state=SUCCESSFUL", 2],
      ["state=FAILED", 0],
      ["sourceNamespace=sales.items", 1],
      ["targetNamespace=archive.items-old", 1],
    ];
    for (const [query, count] of queries) {
      const page = await get("listGroupClusterCollectionRestoreJobCollections", { ...of, query });
      equal(page.results.length, count, query);
    }
    equal((await get("listGroupClusterCollectionRestoreJobs")).results[0].id, begun.id);
    deepEqual(await eventsOf("CPS_COLLECTION"), ["CPS_COLLECTION_RESTORE_SUCCESSFUL"]);
    await refuses(
      "getGroupClusterCollectionRestoreJobCollection",
      { params: { jobId: begun.id, sourceNamespace: "sales.none" } },
      "RESOURCE_NOT_FOUND",
      ["sales.none"],
    );
    const built = await get("createGroupClusterCollectionRestoreJob", {
      body: { ...asked, collectionSuffix: null, indexStrategy: "NONE" },
    });
    equal(built.indexStatus.state, "NOT_RESTORED");
  });

  const exactlyOne = "Exactly one of snapshotId, oplogTs and pointInTimeUtcSeconds is required.";
  await testRefusals({ createGroupClusterCollectionRestoreJob: ofCollections }, [
    [
      "a snapshot and a point in time",
      change({ pointInTimeUtcSeconds: point }),
      "INVALID_ATTRIBUTE",
      ["snapshotId"],
      "snapshotId",
      exactlyOne,
    ],
    [
      "half a point in the oplog",
      change({ snapshotId: undefined, oplogTs: point }),
      "INVALID_ATTRIBUTE",
      ["oplogInc"],
      "oplogInc",
      "The value is required with oplogTs.",
    ],
    [
      "no collection",
      change({ collections: [] }),
      "INVALID_ATTRIBUTE",
      ["collections"],
      "collections",
      "A collection or a database is required.",
    ],
    [
      "a database in place of a collection",
      change({ collections: [{ sourceNamespace: "sales" }] }),
      "INVALID_ATTRIBUTE",
      ["collections.sourceNamespace"],
      "collections.sourceNamespace",
      "'sales' names no collection of a database.",
    ],
    [
      "a point in the future",
      change({ snapshotId: undefined, pointInTimeUtcSeconds: point + 24 * 60 * 60 }),
      "INVALID_PIT_RESTORE_TIME",
      [clusterName],
    ],
  ]);
  await testRefusals(
    {
      getGroupClusterCollectionRestoreJob: {},
      listGroupClusterCollectionRestoreJobCollections: {},
      getGroupClusterCollectionRestoreJobCollection: { params: { sourceNamespace: "sales.orders" } },
    },
    [
      [
        "no job",
        { before: () => make(clusterName), params: { jobId: ids.missing } },
        "COLLECTION_RESTORE_JOB_NOT_FOUND",
        [ids.missing, clusterName],
      ],
    ],
  );

  await t.test("nothing is in a snapshot", async () => {
    const snapshotId = await prepare();
    const of = { params: { snapshotId, databaseName: "sales", collectionName: "orders" } };
    deepEqual((await get("listGroupClusterBackupSnapshotDatabases", of)).results, []);
    for (const operation of [
      "getGroupClusterBackupSnapshotDatabase",
      "listGroupClusterBackupSnapshotDatabaseCollections",
      "getGroupClusterBackupSnapshotDatabaseCollection",
    ] as const) {
      await refuses(operation, of, "RESOURCE_NOT_FOUND", ["sales"]);
    }
  });
});
