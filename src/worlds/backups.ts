// The schedule of a cluster's backups and its search nodes, as they are read and compared.
import type {
  ApiSearchDeploymentResponseView,
  AtlasClient,
  DiskBackupSnapshotSchedule20240805,
} from "../client/client.ts";
import { type BackupSchedule, firstSchedule } from "../domain/backup-schedule.ts";
import type { AtlasCluster } from "../domain/cluster.ts";
import type { Instant } from "../domain/instant.ts";
import { deploymentAt } from "../domain/search-deployment.ts";
import type { SeedGroup } from "../seed/document.ts";
import { pick } from "./keep.ts";
import { type PartsReader, parts } from "./parts.ts";

type SeedCluster = NonNullable<SeedGroup["clusters"]>[number];
type SeedSchedule = NonNullable<SeedCluster["backupSchedule"]>;
type SeedNodes = NonNullable<SeedCluster["searchNodes"]>;

const itemMembers = ["frequencyInterval", "frequencyType", "retentionUnit", "retentionValue"];

export const keepItem = (item: object) => pick<never>(item, itemMembers);

interface Item {
  readonly frequencyInterval: number;
  readonly frequencyType: string;
  readonly retentionUnit: string;
  readonly retentionValue: number;
}

/** Returns a text such as `hourly 6 kept 7 days`. */
export const itemText = ({ frequencyType, frequencyInterval, retentionValue, retentionUnit }: Item): string =>
  `${frequencyType} ${frequencyInterval} kept ${retentionValue} ${retentionUnit}`;

const flags = [
  "autoCopySettingsEnabled",
  "autoExportEnabled",
  "copyPolicyItemsEnabled",
  "useOrgAndGroupNamesInExportPrefix",
] as const;
const times = ["referenceHourOfDay", "referenceMinuteOfHour"] as const;
const copyMembers = ["cloudProvider", "frequencies", "regionName", "shouldCopyOplogs"];

/** Leaves out what is as in a new cluster, but for the time that backups are reckoned from. */
export function keepSchedule(
  schedule: DiskBackupSnapshotSchedule20240805,
  zones: ReadonlyMap<string, string>,
): SeedSchedule {
  const { policies = [], copySettings = [], restoreWindowDays, extraRetentionSettings = [] } = schedule;
  const items = policies.flatMap((each) => each.policyItems);
  const on = flags.filter((flag) => schedule[flag] === true);
  return {
    ...(items.map(itemText).join() !== firstTexts.join() && { policyItems: items.map(keepItem) }),
    ...pick<object>(schedule, [...times]),
    ...(restoreWindowDays !== first.restoreWindowDays && { restoreWindowDays }),
    ...Object.fromEntries(on.map((flag) => [flag, true])),
    ...(copySettings.length > 0 && {
      copySettings: copySettings.map((copy) => ({
        ...pick<object>(copy, copyMembers),
        ...(zones.size > 1 && { zoneName: zones.get(copy.zoneId ?? "") ?? "" }),
      })),
    }),
    ...pick<object>(schedule, ["export"]),
    ...(extraRetentionSettings.length > 0 && { extraRetentionSettings }),
  } as SeedSchedule;
}

const first: BackupSchedule = firstSchedule({ id: "0".repeat(24), createdAt: 0 });
const firstTexts = first.items.map(itemText);

/** Undefined where there are none. */
export const keepNodes = ({
  effectiveSpecs = [],
  specs = [],
}: ApiSearchDeploymentResponseView): SeedNodes | undefined => {
  if (specs.length === 0) return undefined;
  return keepSpecs(specs.length > 1 ? effectiveSpecs : specs);
};

const keepSpecs = (specs: readonly object[]): SeedNodes =>
  specs.map((spec) =>
    pick<SeedNodes[number]>(spec, ["instanceSize", "nodeCount", "cloudProvider", "regionName"]),
  );

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

/** Reads what is kept of a cluster beside its own settings. */
export async function readKeptOf(
  reader: PartsReader,
  client: AtlasClient,
  groupId: string,
  {
    name: clusterName,
    hasBackups,
    isShared,
    zones,
  }: ReturnType<typeof backupsIn> & { readonly name: string },
): Promise<Pick<SeedCluster, "backupSchedule" | "searchNodes">> {
  const schedule = hasBackups
    ? await reader.one(parts.clusterSchedule(groupId, clusterName), async () =>
        keepSchedule(await client.getGroupClusterBackupSchedule({ groupId, clusterName }), new Map(zones)),
      )
    : undefined;
  const nodes = isShared
    ? undefined
    : await reader.one(
        parts.clusterSearch(groupId, clusterName),
        async () => keepNodes(await client.getGroupClusterSearchDeployment({ groupId, clusterName })) ?? null,
      );
  return {
    ...(schedule && { backupSchedule: schedule }),
    ...(nodes && { searchNodes: nodes }),
  };
}

/** Returns what is kept of a cluster as a row of a store has it. */
export function keepRowOf(
  { backupSchedule: schedule, searchDeployment, settings, shards }: AtlasCluster,
  now: Instant,
): Pick<SeedCluster, "backupSchedule" | "searchNodes"> {
  const zones = new Map(shards.map(({ zoneId, zoneName }) => [zoneId, zoneName]));
  const deployment = deploymentAt(searchDeployment, now);
  const shown = schedule && {
    ...schedule,
    ...schedule.settings,
    policies: [{ policyItems: [...schedule.items] }],
  };
  const backups = settings.backupEnabled ? shown : undefined;
  return {
    ...(backups && { backupSchedule: keepSchedule(backups as never, zones) }),
    ...(deployment && { searchNodes: keepSpecs(deployment.specs) }),
  };
}

const nodeText = ({ instanceSize, nodeCount = 2, regionName }: SeedNodes[number]): string =>
  `${nodeCount} ${instanceSize}${regionName === undefined ? "" : ` ${regionName}`}`;

const copyText = ({ cloudProvider, regionName, frequencies = [], zoneName }: Copy): string =>
  [cloudProvider, regionName, ...frequencies, zoneName].filter((word) => word !== undefined).join(" ");
type Copy = NonNullable<SeedSchedule["copySettings"]>[number];

/** Lists what is kept of a cluster as it is compared with that of the same cluster. */
export function keptListsOf({ backupEnabled, backupSchedule = {}, searchNodes = [] }: SeedCluster) {
  const { policyItems, copySettings = [] } = backupSchedule;
  const backups = backupEnabled ? (policyItems?.map(itemText) ?? firstTexts) : [];
  return {
    backups: [...backups].sort(),
    copies: copySettings.map(copyText).sort(),
    searchNodes: searchNodes.map(nodeText).sort(),
  };
}

/** Without the time that backups are reckoned from: it follows from when a cluster was made. */
export function keptValuesOf({ backupEnabled, backupSchedule = {} }: SeedCluster) {
  if (!backupEnabled) return {};
  const { restoreWindowDays = first.restoreWindowDays } = backupSchedule;
  const { export: exported } = backupSchedule;
  return {
    restoreWindowDays,
    ...(exported && { exportBucketId: exported.exportBucketId }),
    ...Object.fromEntries(flags.map((flag) => [flag, backupSchedule[flag] ?? false])),
  };
}
