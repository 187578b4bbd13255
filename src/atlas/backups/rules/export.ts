// Exports of snapshots to buckets: those that were asked for, and those that follow from a schedule. Nothing is written.
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { type Instant, second, toIso } from "../../../core/domain/instant.ts";
import type { Era } from "./backup-schedule.ts";
import { idAt } from "./derived-ids.ts";
import type { SnapshotWithId } from "./snapshot.ts";

export interface BackupExport {
  readonly createdAt: Instant;
  readonly startsAt: Instant;
  readonly finishesAt: Instant;
  readonly customData: readonly { readonly key?: string; readonly value?: string }[];
  readonly exportBucketId: string;
  readonly snapshotId: string;
  /** The folder in the bucket. */
  readonly prefix: string;
}

/** The milliseconds until an export starts and until it is done, as recorded. */
const paces: Readonly<Record<ClusterSpeed, readonly [starts: number, finishes: number]>> = {
  atlas: [145 * second, 805 * second],
  fast: [second, 2 * second],
  now: [0, 0],
  instant: [0, 0],
};

interface Exporting {
  readonly exportBucketId: string;
  /** The names or ids of organization and project, and the name of the cluster. */
  readonly place: string;
  readonly speed: ClusterSpeed;
  readonly customData?: BackupExport["customData"];
}

export function exportOf(
  snapshot: SnapshotWithId,
  createdAt: Instant,
  { exportBucketId, place, speed, customData = [] }: Exporting,
): BackupExport {
  const [starts, finishes] = paces[speed];
  const minute = toIso(snapshot.takenAt).slice(0, "2026-08-10T03:27".length).replace(":", "");
  return {
    createdAt,
    startsAt: createdAt + starts,
    finishesAt: createdAt + finishes,
    customData,
    exportBucketId,
    snapshotId: snapshot.id,
    prefix: `exported_snapshots/${place}/${minute}/${Math.floor(createdAt / second)}`,
  };
}

export function stateOfExport({ startsAt, finishesAt }: BackupExport, now: Instant) {
  if (now >= finishesAt) return "Successful";
  return now >= startsAt ? "InProgress" : "Queued";
}

/** Lists the exports of a period that its schedule asks for. */
export function exportsIn(
  { schedule }: Era,
  made: readonly SnapshotWithId[],
  now: Instant,
  { placeOf, speed }: Pick<Exporting, "speed"> & { readonly placeOf: (hasNames: boolean) => string },
) {
  const { autoExportEnabled, export: policy, useOrgAndGroupNamesInExportPrefix = false } = schedule.settings;
  const { exportBucketId } = policy ?? {};
  if (!autoExportEnabled || exportBucketId === undefined) return [];
  return made
    .filter((each) => each.frequencyType === policy?.frequencyType && each.completesAt <= now)
    .map((each) => ({
      id: idAt("export", each.id, each.completesAt),
      ...exportOf(each, each.completesAt, {
        exportBucketId,
        place: placeOf(useOrgAndGroupNamesInExportPrefix),
        speed,
      }),
    }));
}
