// Registers buckets for exports, and exports snapshots to them: nothing is written to a bucket.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { orgOf } from "../../core/changes/scopes.ts";
import type { EnteredGroup } from "../../core/domain/group.ts";
import type { Codes, Paced } from "../clusters/cluster-life.ts";
import { clusters } from "../clusters/kept.ts";
import { providerAccesses } from "../provider-access/kept.ts";
import { type BackedUp, hasBackups, requireBucket } from "./backups.ts";
import { backupExports, exportBuckets, type OfCluster } from "./kept.ts";
import { type BackupExport, exportOf, exportsIn } from "./rules/export.ts";
import { bucketErrors, chooseBucket, type ExportBucket, type SentBucket } from "./rules/export-bucket.ts";
import { scheduleOf, snapshotsIn } from "./rules/snapshot.ts";
import {
  expectEnd,
  findSnapshot,
  holdSnapshot,
  namesOf,
  refuseIncomplete,
  type SnapshotSource,
} from "./snapshots.ts";

export const makeBucketErrors = [...bucketErrors, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED"] as const;

/** Registers a bucket. The role that it is reached by has to be authorized. */
export async function makeBucket(
  changing: Changing<Codes<typeof makeBucketErrors>>,
  group: { readonly id: string },
  sent: SentBucket,
): Promise<Resource<ExportBucket>> {
  const { fault, newId } = changing;
  const id = newId();
  const { role: roleId, bucket } = chooseBucket(sent, fault);
  const access = (await providerAccesses.find(changing, group, roleId))?.document;
  const isAuthorized = access?.providerName !== "AWS" || access.authorized !== undefined;
  if (access?.providerName !== bucket.cloudProvider || !isAuthorized) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", { roleId });
  }
  const ofAzure = access.providerName === "AZURE" && { tenantId: access.tenantId };
  return exportBuckets.add(changing, group, id, { document: { ...ofAzure, ...bucket } });
}

/** Refuses to remove a bucket to which a schedule exports, or an export is under way. */
export async function refuseUsedBucket(
  changing: Changing<"EXPORT_BUCKET_DELETE_FAILED">,
  group: { readonly id: string },
  { name: exportBucketId }: Resource<ExportBucket>,
): Promise<void> {
  const user = ((await clusters.all(changing, group)) as BackedUp[]).filter(hasBackups).find((cluster) => {
    const { autoExportEnabled, export: policy } = scheduleOf(cluster).settings;
    return autoExportEnabled === true && policy?.exportBucketId === exportBucketId;
  });
  const running = (await backupExports.all(changing, group)).find(
    ({ document }) => document.exportBucketId === exportBucketId && document.finishesAt > changing.now,
  );
  const clusterName = user?.name ?? running?.document.clusterName;
  if (clusterName === undefined) return;
  throw changing.fault("EXPORT_BUCKET_DELETE_FAILED", { exportBucketId, clusterName });
}

/** An export, with its id. */
export interface FoundExport extends BackupExport {
  readonly id: string;
}

const foundIn = ({ name, document }: Resource<BackupExport & OfCluster>): FoundExport => ({
  ...document,
  id: name,
});

type Grouped = Pick<EnteredGroup, "id" | "orgId" | "name">;
type Timed = Reading & Pick<Paced, "clusterSpeed">;

/** Returns the folder of a cluster in a bucket, by the names or by the ids of its organization and project. */
async function placeIn({ tx }: Reading, group: Grouped, clusterName: string) {
  const org = await orgOf(tx, group);
  return (hasNames: boolean) =>
    [hasNames ? org.name : org.id, hasNames ? group.name : group.id, clusterName].join("/");
}

/** Lists the exports of a cluster, with those that its schedule asks for, the newest first. */
export async function allExports(
  timed: Timed,
  group: Grouped,
  source: SnapshotSource,
): Promise<FoundExport[]> {
  const { now, clusterSpeed: speed } = timed;
  const { id: clusterId, begun, eras, name } = source;
  const rows = await backupExports.all(timed, group);
  const placeOf = await placeIn(timed, group, name);
  const scheduled = eras.flatMap((era) =>
    exportsIn(era, snapshotsIn(era, { clusterId, begun, now, speed }), now, { placeOf, speed }),
  );
  const kept = rows.filter(({ document }) => document.clusterId === clusterId).map(foundIn);
  return [...kept, ...scheduled].sort((a, b) => b.createdAt - a.createdAt);
}

export const exportErrors = [
  "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT",
  "EXPORT_BUCKET_NOT_FOUND",
  "SNAPSHOT_NOT_FOUND",
] as const;

export async function makeExport(
  changing: Changing<Codes<typeof exportErrors>> & Timed,
  group: Grouped,
  source: SnapshotSource,
  sent: {
    readonly snapshotId: string;
    readonly exportBucketId: string;
    readonly customData?: BackupExport["customData"];
  },
): Promise<FoundExport> {
  const { now, newId, clusterSpeed: speed } = changing;
  const { exportBucketId, customData } = sent;
  const id = newId();
  const snapshot = await findSnapshot(changing, source, sent.snapshotId);
  refuseIncomplete(snapshot, changing);
  await requireBucket(changing, group, exportBucketId);
  const placeOf = await placeIn(changing, group, source.name);
  const settings = source.eras.at(-1)?.schedule.settings;
  const place = placeOf(settings?.useOrgAndGroupNamesInExportPrefix ?? false);
  const made = exportOf(snapshot, now, { exportBucketId, place, speed, ...(customData && { customData }) });
  const endsAt = await holdSnapshot(changing, source, snapshot, made.finishesAt);
  const document = { ...namesOf(source), ...made };
  const row = await backupExports.add(changing, { id: group.id }, id, { document, endsAt });
  await expectEnd(changing, source, row, "CPS_EXPORT_SUCCESSFUL", made.finishesAt);
  return foundIn(row);
}
