// The schedule of a cluster's backups and its search nodes, as they are read and compared.

import { firstSchedule } from "../../atlas/backups/rules/backup-schedule.ts";
import type {
  ApiSearchDeploymentResponseView,
  DiskBackupReplicaSet,
  DiskBackupSnapshotSchedule20240805,
} from "../../client/client.ts";
import { day } from "../../core/domain/instant.ts";
import type { SeedGroup } from "../seed/document.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, Kinds, Reading } from "./kinds.ts";

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
  const { policies = [], copySettings = [] } = schedule;
  const policyItems = policies.flatMap((each) => each.policyItems);
  const names = new Map(zones);
  const copies = copySettings.map((copy) => ({
    ...copy,
    ...(names.size > 1 && { zoneName: names.get(copy.zoneId ?? "") }),
  }));
  const form = formOf(["SeedGroup", "clusters", "backupSchedule"]);
  return {
    // A cluster without items differs from one with the default ones.
    ...(policyItems.length === 0 && { policyItems }),
    ...(fit(form, { ...schedule, policyItems, copySettings: copies }, ofSchedules) as object),
  };
}

const keepSpecs = (specs: object) =>
  fit(formOf(["SeedGroup", "clusters", "searchNodes"]), specs, { order: ["instanceSize", "nodeCount"] });

interface Listed {
  readonly backupEnabled?: boolean | undefined;
  readonly replicationSpecs?:
    | readonly {
        readonly zoneId?: string | undefined;
        readonly zoneName?: string | undefined;
        readonly regionConfigs?: readonly { readonly providerName?: string | undefined }[] | undefined;
      }[]
    | undefined;
}

/** Reads from a listed cluster whether it has backups, whether it is shared, and the names of its zones. */
export const backupsIn = ({ backupEnabled = false, replicationSpecs = [] }: Listed) => ({
  hasBackups: backupEnabled,
  isShared: replicationSpecs[0]?.regionConfigs?.[0]?.providerName === "TENANT",
  zones: replicationSpecs.map(({ zoneId = "", zoneName = "" }) => [zoneId, zoneName] as const),
});

/** The kinds of further parts of a cluster, other than its settings. */
export const keptKinds = ({
  hasBackups,
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
    searchNodes: {
      list: "getGroupClusterSearchDeployment",
      keep: ({ effectiveSpecs = [], specs = [] }: ApiSearchDeploymentResponseView) =>
        keepSpecs(specs.length > 1 ? effectiveSpecs : specs),
    },
  }),
});

type SeedSnapshot = NonNullable<SeedGroup["backupSnapshots"]>[number];

const keepSnapshot = (
  clusterName: string,
  { expiresAt = "", createdAt = "", ...snapshot }: DiskBackupReplicaSet,
) =>
  fit(
    formOf(["SeedGroup", "backupSnapshots"]),
    {
      ...snapshot,
      clusterName,
      createdAt,
      retentionInDays: Math.max(1, Math.floor((Date.parse(expiresAt) - Date.parse(createdAt)) / day)),
    },
    { order: ["id", "clusterName", "description", "createdAt"] },
  ) as SeedSnapshot;

/** Lists the completed snapshots on demand of all clusters with backups. */
async function readSnapshots({ reader, client, params, prefix }: Reading): Promise<SeedSnapshot[]> {
  const groupId = params.groupId ?? "";
  const clusters = await reader.list(
    `${prefix}backupSnapshots`,
    (page) => client.listGroupClusters({ groupId, ...page }),
    ({ name = "", backupEnabled = false }) => ({ name, backupEnabled }),
  );
  const read: SeedSnapshot[] = [];
  for (const { name: clusterName } of clusters.filter(({ backupEnabled }) => backupEnabled)) {
    const found = await reader.list(
      `${prefix}backupSnapshots.${clusterName}`,
      (page) => client.listGroupClusterBackupSnapshots({ groupId, clusterName, ...page }),
      (each) =>
        each.snapshotType === "onDemand" && each.status === "completed"
          ? keepSnapshot(clusterName, each)
          : null,
    );
    read.push(...found.filter((each) => each !== null));
  }
  return read;
}

export const backupKinds = {
  backupSnapshots: { read: readSnapshots, key: ({ id = "" }) => id },
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
    referenceHourOfDay: _hour,
    referenceMinuteOfHour: _minute,
    export: exported,
    restoreWindowDays,
    ...switches
  } = { ...ofSchedules.defaults, ...backupSchedule };
  return { restoreWindowDays, exportBucketId: exported?.exportBucketId, ...switches };
}
