// Bodies of requests as rules get them: those of all versions, converted to one form.
import type {
  ApiSearchDeploymentRequestView,
  ClusterDescription20240805Request,
  DataProtectionSettings20231001Request,
  DiskBackupCopySettingRequest,
  DiskBackupSnapshotSchedule20240805Request,
  LegacyAtlasTenantClusterUpgradeRequest,
} from "../../client/api.ts";

/** A body as it was sent: JSON has no undefined, which the types of the client allow for an absent member. */
export type Sent<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? Sent<Item>[]
    : { readonly [Name in keyof T]: Sent<Exclude<T[Name], undefined>> };

type Cluster = Sent<ClusterDescription20240805Request>;
type Legacy = Sent<LegacyAtlasTenantClusterUpgradeRequest>;

/** A cluster as requests of any version send it. */
export type SentCluster = Partial<Cluster & Omit<Legacy, keyof Cluster>>;

type Schedule = Sent<DiskBackupSnapshotSchedule20240805Request>;
type Copy = NonNullable<Schedule["copySettings"]>[number];

/** A schedule of backups as requests of any version send it. */
export type SentSchedule = Omit<Schedule, "copySettings"> & {
  readonly copySettings?: (Copy & Pick<Sent<DiskBackupCopySettingRequest>, "replicationSpecId">)[];
};

export type SentPolicy = Sent<DataProtectionSettings20231001Request>;

type SearchDeployment = Sent<ApiSearchDeploymentRequestView>;

/** A search deployment of any size: a seed may use one that Atlas has added since. */
export type SentSearchDeployment = Omit<SearchDeployment, "specs"> & {
  readonly specs: readonly (Omit<SearchDeployment["specs"][number], "instanceSize"> & {
    readonly instanceSize: string;
  })[];
};
