// Operations on what is in a snapshot, and on restore jobs of single collections.

import type {
  ApiAtlasCollectionRestoreCollectionStateResponse,
  ApiAtlasCollectionRestoreJobResponse,
} from "../../client/api.ts";
import type { Changing } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { stepOf } from "../../core/domain/course.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import {
  type FaultMaker,
  type Instant,
  pageOf,
  showPageOf,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { collectionRestores, type OfCluster } from "./kept.ts";
import { findPrior, findTarget, occupy, pointErrors, type Restoring, targetErrors } from "./restores.ts";
import {
  type CollectionRestore,
  checkCollectionRestore,
  collectionStepInAtlas,
  endOfCollectionRestore,
  stateOfCollection,
  stateOfCollectionRestore,
  targetOf,
} from "./rules/collection-restore.ts";
import {
  expectEnd,
  type FoundSnapshot,
  findSnapshot,
  findSource,
  holdSnapshot,
  namesOf,
  refuseIncomplete,
  type SnapshotSource,
  sourceErrors,
} from "./snapshots.ts";

type Named = { readonly name: string };
const showName = ({ name }: Named) => ({ name });

type InSnapshot = Parameters<typeof findSource>[0] &
  Parameters<typeof findSnapshot>[0] & {
    readonly group: { readonly id: string };
    readonly params: { readonly clusterName: string; readonly snapshotId: string };
  };

/** Lists the databases of a snapshot. Nothing is copied into one, so only those of a seed have any. */
async function databasesIn(context: InSnapshot) {
  const source = await findSource(context, context.group, context.params.clusterName);
  const snapshot = await findSnapshot(context, source, context.params.snapshotId);
  return snapshot.row?.document.databases ?? [];
}

async function findDatabase(
  context: InSnapshot & {
    readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
    readonly params: { readonly databaseName: string };
  },
) {
  const { databaseName } = context.params;
  const found = (await databasesIn(context)).find(({ name }) => name === databaseName);
  if (found === undefined) throw context.fault("RESOURCE_NOT_FOUND", { resource: databaseName });
  return found;
}

const reading = {
  errors: [...sourceErrors, "SNAPSHOT_NOT_FOUND"],
  needs: ["clusterSpeed"],
} as const;
const finding = { ...reading, errors: [...reading.errors, "RESOURCE_NOT_FOUND"] } as const;

export const listGroupClusterBackupSnapshotDatabases = atlas(
  "listGroupClusterBackupSnapshotDatabases",
  reading,
).handle(async (context) => pageOf(await databasesIn(context), context.query), showPageOf(showName));

export const getGroupClusterBackupSnapshotDatabase = atlas(
  "getGroupClusterBackupSnapshotDatabase",
  finding,
).handle(findDatabase, showName);

const collectionsOf = ({ collections = [] }: { readonly collections?: readonly string[] }): Named[] =>
  collections.map((name) => ({ name }));

export const listGroupClusterBackupSnapshotDatabaseCollections = atlas(
  "listGroupClusterBackupSnapshotDatabaseCollections",
  finding,
).handle(
  async (context) => pageOf(collectionsOf(await findDatabase(context)), context.query),
  showPageOf(showName),
);

export const getGroupClusterBackupSnapshotDatabaseCollection = atlas(
  "getGroupClusterBackupSnapshotDatabaseCollection",
  finding,
).handle(async (context) => {
  const { collectionName: resource } = context.params;
  const found = collectionsOf(await findDatabase(context)).find(({ name }) => name === resource);
  if (found === undefined) throw context.fault("RESOURCE_NOT_FOUND", { resource });
  return found;
}, showName);

type Job = Resource<CollectionRestore & OfCluster>;

interface JobSeen {
  readonly job: Job;
  readonly now: Instant;
}

const stateIn = ({ job, now }: JobSeen) => stateOfCollectionRestore(job.document, now);

/** Indexes are built while a job is finalizing. */
function indexStateIn(seen: JobSeen) {
  if (seen.job.document.sent.indexStrategy === "NONE") return "NOT_RESTORED";
  const state = stateIn(seen);
  if (state === "SUCCESSFUL") return state;
  return state === "FINALIZING" ? "IN_PROGRESS" : "NOT_STARTED";
}

function showJob(seen: JobSeen): ApiAtlasCollectionRestoreJobResponse {
  const { job, now } = seen;
  const { sent, createdAt } = job.document;
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  const endsAt = endOfCollectionRestore(job.document);
  return sortMembers<ApiAtlasCollectionRestoreJobResponse>({
    ...given,
    createdAt: toTimestamp(createdAt),
    ...(now >= endsAt && { finishedAt: toTimestamp(endsAt) }),
    id: job.name,
    indexStatus: { failedCollectionCount: 0, state: indexStateIn(seen) },
    restoredDocuments: 0,
    state: stateIn(seen),
    totalDocuments: 0,
  });
}

async function findJob(
  context: Parameters<typeof findSource>[0] & {
    readonly fault: FaultMaker<(typeof sourceErrors)[number] | "COLLECTION_RESTORE_JOB_NOT_FOUND">;
    readonly group: { readonly id: string };
    readonly params: { readonly clusterName: string; readonly jobId: string };
  },
): Promise<JobSeen> {
  const { now, group, params, fault } = context;
  const { clusterName, jobId } = params;
  const source = await findSource(context, group, clusterName);
  const job = await collectionRestores.find(context, group, jobId);
  if (job?.document.clusterId === source.id) return { job, now };
  throw fault("COLLECTION_RESTORE_JOB_NOT_FOUND", { jobId, clusterName });
}

const missing = [...sourceErrors, "COLLECTION_RESTORE_JOB_NOT_FOUND"] as const;

export const listGroupClusterCollectionRestoreJobs = atlas("listGroupClusterCollectionRestoreJobs", {
  errors: [...sourceErrors],
}).handle(async (context) => {
  const { now, group, params, query } = context;
  const { id } = await findSource(context, group, params.clusterName);
  const all = await collectionRestores.all(context, group);
  const jobs = all.filter(({ document }) => document.clusterId === id).reverse();
  return pageOf(
    jobs.map((job) => ({ job, now })),
    { ...query, includeCount: true },
  );
}, showPageOf(showJob));

export const createGroupClusterCollectionRestoreJob = atlas("createGroupClusterCollectionRestoreJob", {
  locks: "group",
  errors: [
    ...sourceErrors,
    ...targetErrors,
    ...pointErrors,
    "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT",
    "INVALID_ATTRIBUTE",
    "SNAPSHOT_NOT_FOUND",
  ],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { now, newId, group, params, body, clusterSpeed } = context;
  const id = newId();
  const source = await findSource(context, group, params.clusterName);
  checkCollectionRestore(body, context.fault);
  const snapshot = await requirePoint(context, source, body);
  const target = await findTarget(context, source, body);
  const step = stepOf(clusterSpeed, collectionStepInAtlas);
  const document = { ...namesOf(source), sent: body, createdAt: now, step };
  const endsAt = endOfCollectionRestore(document);
  await occupy(context, target, endsAt);
  await holdSnapshot(context, source, snapshot, endsAt);
  const job = await collectionRestores.add(context, group, id, { document });
  await expectEnd(context, source, job, "CPS_COLLECTION_RESTORE_SUCCESSFUL", endsAt);
  // The answer shows the first state, even if the job has ended before it is sent.
  return { job: { ...job, document: { ...document, step: Number.POSITIVE_INFINITY } }, now };
}, showJob);

/** Finds the snapshot to restore from; refuses one that is not there or not completed, and an instant that cannot be restored. */
async function requirePoint(
  changing: Changing<
    (typeof pointErrors)[number] | "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT" | "SNAPSHOT_NOT_FOUND"
  > &
    Restoring,
  source: SnapshotSource,
  { snapshotId, oplogTs, oplogInc, pointInTimeUtcSeconds }: CollectionRestore["sent"],
): Promise<FoundSnapshot> {
  if (snapshotId !== undefined) {
    const found = await findSnapshot(changing, source, snapshotId);
    refuseIncomplete(found, changing);
    return found;
  }
  return findPrior(changing, source, {
    oplogTs: oplogTs ?? null,
    oplogInc: oplogInc ?? null,
    seconds: pointInTimeUtcSeconds ?? oplogTs ?? null,
  });
}

export const getGroupClusterCollectionRestoreJob = atlas("getGroupClusterCollectionRestoreJob", {
  errors: [...missing],
}).handle(findJob, showJob);

/** Lists the collections of a job. Those of whole databases are not known: nothing is in a snapshot. */
function collectionsIn(seen: JobSeen): ApiAtlasCollectionRestoreCollectionStateResponse[] {
  const { job } = seen;
  const state = stateOfCollection[stateIn(seen)];
  return (job.document.sent.collections ?? []).map((each) =>
    sortMembers({
      effectiveTargetNamespace: targetOf(job.document, each),
      indexStatus: { state: indexStateIn(seen) },
      restoredDocuments: 0,
      sourceNamespace: each.sourceNamespace,
      state,
      ...(each.targetNamespace !== undefined && { targetNamespace: each.targetNamespace }),
      totalDocuments: 0,
    }),
  );
}

export const listGroupClusterCollectionRestoreJobCollections = atlas(
  "listGroupClusterCollectionRestoreJobCollections",
  { errors: [...missing] },
).handle(
  async (context) => {
    const { query } = context;
    const wanted = collectionsIn(await findJob(context)).filter(
      (each) =>
        (query.state === undefined || each.state === query.state) &&
        (query.sourceNamespace === undefined || each.sourceNamespace === query.sourceNamespace) &&
        (query.targetNamespace === undefined || each.effectiveTargetNamespace === query.targetNamespace),
    );
    return pageOf(wanted, { ...query, includeCount: true });
  },
  showPageOf((each) => each),
);

export const getGroupClusterCollectionRestoreJobCollection = atlas(
  "getGroupClusterCollectionRestoreJobCollection",
  { errors: [...missing, "RESOURCE_NOT_FOUND"] },
).handle(
  async (context) => {
    const { sourceNamespace } = context.params;
    const found = collectionsIn(await findJob(context)).find(
      (each) => each.sourceNamespace === sourceNamespace,
    );
    if (found === undefined) throw context.fault("RESOURCE_NOT_FOUND", { resource: sourceNamespace });
    return found;
  },
  (each) => each,
);
