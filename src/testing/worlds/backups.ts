// The schedule of a cluster's backups and its search nodes, as they are read and compared.

import { firstSchedule } from "../../atlas/backups/rules/backup-schedule.ts";
import { argDefaults } from "../../atlas/clusters/rules/cluster-settings.ts";
import type {
  ApiSearchDeploymentResponseView,
  DiskBackupExportJob,
  DiskBackupReplicaSet,
  DiskBackupSnapshotRestoreJob,
  DiskBackupSnapshotSchedule20240805,
  PinnedNamespaces,
} from "../../client/client.ts";
import { day, hour, toTimestamp } from "../../core/domain/instant.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Kinds } from "./kinds.ts";
import { hasBackups, listOfEach } from "./of-clusters.ts";

type SeedCluster = NonNullable<SeedGroup["clusters"]>[number];
type SeedSchedule = NonNullable<SeedCluster["backupSchedule"]>;
type SeedNodes = NonNullable<SeedCluster["searchNodes"]>;

interface Item {
  readonly frequencyInterval: number;
  readonly frequencyType: string;
  readonly retentionUnit: string;
  readonly retentionValue: number;
}

/** Returns a text such as `hourly 6 kept 7 days`. */
export const itemText = ({ frequencyType, frequencyInterval, retentionValue, retentionUnit }: Item): string =>
  `${frequencyType} ${frequencyInterval} kept ${retentionValue} ${retentionUnit}`;

const first = firstSchedule({ id: "0".repeat(24), createdAt: 0 });

const flags = {
  autoCopySettingsEnabled: false,
  autoExportEnabled: false,
  copyPolicyItemsEnabled: false,
  useOrgAndGroupNamesInExportPrefix: false,
};

const ofSchedules = {
  order: [
    "policyId",
    "id",
    "policyItems",
    "referenceHourOfDay",
    "referenceMinuteOfHour",
    "restoreWindowDays",
    ...Object.keys(flags),
  ],
  defaults: {
    ...flags,
    restoreWindowDays: first.restoreWindowDays,
    policyItems: first.items.map(({ id: _, ...item }) => item),
  },
};

type Zones = readonly (readonly [id: string, name: string])[];

/** Leaves out what is as in a new cluster, except the time from which backups are counted. */
function keepSchedule(schedule: DiskBackupSnapshotSchedule20240805, zones: Zones): object {
  const { policies = [], copySettings = [], clusterId = "" } = schedule;
  const policyItems = policies.flatMap((each) => each.policyItems);
  // The ids of a new cluster follow from its own.
  const own = firstSchedule({ id: clusterId, createdAt: 0 });
  const defaults = { ...ofSchedules.defaults, policyId: own.policyId, policyItems: own.items };
  const names = new Map(zones);
  const copies = copySettings.map((copy) => ({
    ...copy,
    ...(names.size > 1 && { zoneName: names.get(copy.zoneId ?? "") }),
  }));
  const form = formOf(["SeedGroup", "clusters", "backupSchedule"]);
  return {
    // A cluster without items differs from one with the default ones.
    ...(policyItems.length === 0 && { policyItems }),
    ...(fit(
      form,
      { ...schedule, policyId: policies[0]?.id, policyItems, copySettings: copies },
      { ...ofSchedules, defaults },
    ) as object),
  };
}

const keepSpecs = (specs: object) =>
  fit(formOf(["SeedGroup", "clusters", "searchNodes"]), specs, { order: ["instanceSize", "nodeCount"] });

interface Listed {
  readonly backupEnabled?: boolean | undefined;
  readonly mongoDBMajorVersion?: string | undefined;
  readonly replicationSpecs?:
    | readonly {
        readonly zoneId?: string | undefined;
        readonly zoneName?: string | undefined;
        readonly regionConfigs?: readonly { readonly providerName?: string | undefined }[] | undefined;
      }[]
    | undefined;
}

/** Reads from a listed cluster whether it has backups, whether it is shared, and the names of its zones. */
export const backupsIn = ({ backupEnabled = false, mongoDBMajorVersion, replicationSpecs = [] }: Listed) => ({
  hasShapes: Number(mongoDBMajorVersion) >= 8,
  hasBackups: backupEnabled,
  isShared: replicationSpecs[0]?.regionConfigs?.[0]?.providerName === "TENANT",
  zones: replicationSpecs.map(({ zoneId = "", zoneName = "" }) => [zoneId, zoneName] as const),
});

/** The kinds of further parts of a cluster, other than its settings. */
export const keptKinds = ({
  hasBackups,
  hasShapes,
  isShared,
  zones,
}: ReturnType<typeof backupsIn>): Kinds<SeedCluster> => ({
  ...(hasBackups && {
    backupSchedule: {
      list: "getGroupClusterBackupSchedule",
      keep: (schedule: DiskBackupSnapshotSchedule20240805) => keepSchedule(schedule, zones),
    },
  }),
  ...(!isShared && {
    processArgs: { list: "getGroupClusterProcessArgs", defaults: argDefaults },
    pinnedNamespaces: {
      list: "listGroupClusterCollStatPinnedNamespaces",
      keep: ({ pinnedNamespaces = [] }: PinnedNamespaces) => pinnedNamespaces,
    },
    ...(hasShapes && {
      rejectedQueryShapes: {
        list: "listGroupClusterQueryShapes",
        keep: ({ queryShapeHash }: { readonly queryShapeHash?: string }) => queryShapeHash ?? "",
        key: String,
      },
    }),
    sqlInterface: {
      list: "getGroupClusterSqlInterface",
      keep: ({ status }: { readonly status?: string }) => (status === "ON" ? status : null),
    },
    searchNodes: {
      list: "getGroupClusterSearchDeployment",
      keep: ({ effectiveSpecs = [], specs = [] }: ApiSearchDeploymentResponseView) =>
        keepSpecs(specs.length > 1 ? effectiveSpecs : specs),
    },
    searchDeploymentId: {
      list: "getGroupClusterSearchDeployment",
      keep: ({ id }: ApiSearchDeploymentResponseView) => id ?? null,
    },
  }),
});

const kept = <Name extends "backupSnapshots" | "backupExports" | "backupRestoreJobs">(
  name: Name,
  answer: object,
) =>
  fit(formOf(["SeedGroup", name]), answer, {
    order: ["id", "clusterName", "description", "createdAt"],
  }) as NonNullable<SeedGroup[Name]>[number];

/** Keeps completed snapshots on demand. */
function keepSnapshot(snapshot: DiskBackupReplicaSet) {
  const { expiresAt = "", createdAt = "", snapshotType, status } = snapshot;
  if (snapshotType !== "onDemand" || status !== "completed") return null;
  const lasting = Date.parse(expiresAt) - Date.parse(createdAt);
  return kept("backupSnapshots", { ...snapshot, retentionInDays: Math.max(1, Math.floor(lasting / day)) });
}

/** Keeps exports that are done. */
const keepExport = (exported: DiskBackupExportJob) =>
  exported.state === "Successful" ? kept("backupExports", exported) : null;

/** Keeps restores that are done. An answer says when one ended, or until when a download is offered, and not when it began. */
function keepRestore({ finishedAt, expiresAt, cancelled, ...job }: DiskBackupSnapshotRestoreJob) {
  const createdAt = finishedAt ?? (expiresAt && toTimestamp(Date.parse(expiresAt) - hour));
  return createdAt === undefined || cancelled ? null : kept("backupRestoreJobs", { ...job, createdAt });
}

/** Leaves out jobs of snapshots that a seed does not have, since they follow from a schedule. */
const ofKeptSnapshots = {
  key: ({ id = "" }: { readonly id?: string }) => id,
  arrange: <Job extends { readonly snapshotId?: string }>(
    jobs: readonly Job[],
    { backupSnapshots = [] }: Partial<SeedGroup>,
  ) => jobs.filter(({ snapshotId }) => backupSnapshots.some(({ id }) => id === snapshotId)),
};

export const backupKinds = {
  backupSnapshots: {
    read: listOfEach("backupSnapshots", "listGroupClusterBackupSnapshots", keepSnapshot, hasBackups),
    key: ({ id = "" }) => id,
  },
  backupExports: {
    read: listOfEach("backupExports", "listGroupClusterBackupExports", keepExport, hasBackups),
    ...ofKeptSnapshots,
  },
  backupRestoreJobs: {
    read: listOfEach("backupRestoreJobs", "listGroupClusterBackupRestoreJobs", keepRestore, hasBackups),
    ...ofKeptSnapshots,
  },
  exportBuckets: {
    // Answers name the id as they do nowhere else.
    keep: (
      {
        _id: id,
        requirePrivateNetworking,
        ...bucket
      }: { readonly _id: string; readonly requirePrivateNetworking?: boolean },
      fitted,
    ) => fitted({ ...bucket, id, ...(requirePrivateNetworking && { requirePrivateNetworking }) }),
    key: ({ id = "" }) => id,
    name: ({ bucketName = "" }) => bucketName,
    ignored: ["id"],
  },
} satisfies GroupKinds;

const nodeText = ({ instanceSize, nodeCount = 2, regionName }: SeedNodes[number]): string =>
  `${nodeCount} ${instanceSize}${regionName === undefined ? "" : ` ${regionName}`}`;

const copyText = ({ cloudProvider, regionName, frequencies = [], zoneName }: Copy): string =>
  [cloudProvider, regionName, ...frequencies, zoneName].filter((word) => word !== undefined).join(" ");
type Copy = NonNullable<SeedSchedule["copySettings"]>[number];

/** The compared lists of these parts. */
export const keptLists = {
  backups: ({ backupEnabled, backupSchedule: { policyItems = first.items } = {} }: SeedCluster) =>
    backupEnabled ? policyItems.map(itemText).sort() : [],
  copies: ({ backupSchedule: { copySettings = [] } = {} }: SeedCluster) => copySettings.map(copyText).sort(),
  searchNodes: ({ searchNodes = [] }: SeedCluster) => searchNodes.map(nodeText).sort(),
};

/** Leaves out the time from which backups are counted: it depends on when a cluster was created. */
export function keptValuesOf({ backupEnabled, backupSchedule = {} }: SeedCluster) {
  if (!backupEnabled) return {};
  const {
    policyItems: _items,
    copySettings: _copies,
    extraRetentionSettings: _retention,
    policyId: _policy,
    referenceHourOfDay: _hour,
    referenceMinuteOfHour: _minute,
    export: exported,
    restoreWindowDays,
    ...switches
  } = { ...ofSchedules.defaults, ...backupSchedule };
  return { restoreWindowDays, exportBucketId: exported?.exportBucketId, ...switches };
}
