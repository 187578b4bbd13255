// Operations on the online archives of a cluster.

import type { BackupOnlineArchive } from "../../client/api.ts";
import type { Changing } from "../../core/changes/changing.ts";
import { cancelEvents, expectEvent, type Resource } from "../../core/changes/resources.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { stepOf } from "../../core/domain/course.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { type Instant, pageOf, showPageOf } from "../../core/operations/declare.ts";
import { findErrors as clusterErrors, findCluster } from "../clusters/common.ts";
import { isTenant } from "../clusters/rules/cluster.ts";
import { onlineArchives } from "./kept.ts";
import {
  archiveErrors,
  changeArchive,
  changeErrors,
  chooseArchive,
  firstRun,
  type OnlineArchive,
  pausing,
  stateOfArchive,
} from "./rules/online-archive.ts";

interface ArchiveSeen {
  readonly archive: Resource<OnlineArchive>;
  readonly now: Instant;
}

function showArchive({ archive, now }: ArchiveSeen): BackupOnlineArchive {
  const { clusterId: _, partitionFields, pausedAt, step: __, ...shown } = archive.document;
  return sortMembers({
    _id: archive.name,
    ...shown,
    groupId: archive.groupId,
    ...(partitionFields.length > 0 && {
      partitionFields: partitionFields.map((field) => sortMembers({ ...field, fieldType: null })),
    }),
    paused: pausedAt !== undefined,
    state: stateOfArchive(archive, now),
  }) as BackupOnlineArchive;
}

const findErrors = [...clusterErrors, "RESOURCE_NOT_FOUND"] as const;

async function findArchive(
  looking: Parameters<typeof findCluster>[0] & {
    readonly params: { readonly archiveId: string };
    readonly fault: FaultMaker<(typeof findErrors)[number]>;
  },
): Promise<Resource<OnlineArchive>> {
  const { archiveId } = looking.params;
  const cluster = await findCluster(looking);
  const found = await onlineArchives.find(looking, looking.group, archiveId);
  if (found === undefined || found.document.clusterId !== cluster.id) {
    throw looking.fault("RESOURCE_NOT_FOUND", { resource: `Online archive with id ${archiveId}` });
  }
  return found;
}

/** Returns an archive in the state that this request began, even if that takes no time. */
const asBegun = (archive: Resource<OnlineArchive>): Resource<OnlineArchive> => ({
  ...archive,
  document: { ...archive.document, step: Number.POSITIVE_INFINITY },
});

/** Keeps the event of an archive that is asked to pause. */
const expectPause = (changing: Changing, archive: Resource<OnlineArchive>) =>
  expectEvent(
    changing,
    archive,
    { type: "ONLINE_ARCHIVE_PAUSED", details: { clusterName: archive.document.clusterName } },
    changing.now + archive.document.step,
  );

export const listGroupClusterOnlineArchives = atlas("listGroupClusterOnlineArchives", {
  errors: [...clusterErrors],
}).handle(async (context) => {
  const { now, query } = context;
  const all = await onlineArchives.inCluster(context, await findCluster(context));
  return pageOf(
    all.map((archive) => ({ archive, now })),
    query,
  );
}, showPageOf(showArchive));

export const getGroupClusterOnlineArchive = atlas("getGroupClusterOnlineArchive", {
  errors: [...findErrors],
}).handle(async (context) => ({ archive: await findArchive(context), now: context.now }), showArchive);

export const createGroupClusterOnlineArchive = atlas("createGroupClusterOnlineArchive", {
  locks: "group",
  errors: [...clusterErrors, ...archiveErrors, "ATLAS_GENERAL_ERROR", "TENANT_CLUSTER_UPDATE_UNSUPPORTED"],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { group, body, now, newId, fault, clusterSpeed } = context;
  const id = newId();
  const { id: clusterId, name: clusterName, document: cluster, endsAt } = await findCluster(context);
  if (endsAt !== null) {
    throw fault("ATLAS_GENERAL_ERROR", { reason: "This cluster is currently being deleted, cannot update" });
  }
  if (isTenant(cluster)) throw fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
  const document = {
    clusterId,
    clusterName,
    ...chooseArchive(body, cluster, fault),
    ...(body.paused && { pausedAt: now }),
    step: stepOf(clusterSpeed, body.paused ? pausing : firstRun),
  };
  const archive = await onlineArchives.add(context, group, id, { document });
  if (body.paused) await expectPause(context, archive);
  return { archive: asBegun(archive), now };
}, showArchive);

export const updateGroupClusterOnlineArchive = atlas("updateGroupClusterOnlineArchive", {
  locks: "group",
  errors: [...findErrors, ...changeErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { body, now, fault, clusterSpeed } = context;
  const before = await findArchive(context);
  const document = changeArchive(before.document, body, {
    now,
    state: stateOfArchive(before, now),
    pausing: stepOf(clusterSpeed, pausing),
    fault,
  });
  const after = await onlineArchives.replace(context, before, { document });
  if (body.paused !== undefined) cancelEvents(context, after);
  if (body.paused) await expectPause(context, after);
  return { archive: body.paused ? asBegun(after) : after, now };
}, showArchive);

export const deleteGroupClusterOnlineArchive = atlas("deleteGroupClusterOnlineArchive", {
  locks: "group",
  errors: [...findErrors],
}).handle(
  async (context) => onlineArchives.remove(context, await findArchive(context)),
  () => ({}),
);

/** A log without a byte, as others: no query is made. */
export const downloadGroupClusterOnlineArchiveQueryLogs = atlas(
  "downloadGroupClusterOnlineArchiveQueryLogs",
  { errors: [...clusterErrors] },
).handle(findCluster, () => Buffer.alloc(0));
