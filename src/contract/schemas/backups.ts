// Bodies of the operations on when backups are made, how long they are kept, and the policy that they comply with.
import * as Type from "typebox";
import { providerNames } from "../cluster-hardware.ts";
import { always, Links, ObjectId, object, Timestamp } from "./common.ts";
import { oneOf, orNull, readable, text } from "./members.ts";

export const frequencyTypes = ["hourly", "daily", "weekly", "monthly", "yearly"] as const;
export const retentionUnits = ["days", "weeks", "months", "years"] as const;
const copiedFrequencies = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "ON_DEMAND"] as const;

const int = { format: "int32" } as const;
const whole = (description: string) => Type.Integer({ ...int, description });
const wholly = (description: string) => Type.Optional(whole(description));
const on = (description: string) => Type.Boolean({ description });
const optionally = (description: string) => Type.Optional(on(description));

const interval = Type.Integer({
  ...int,
  checkedByRule: true,
  description: "Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month.",
});
const retention = {
  retentionUnit: Type.Enum([...retentionUnits], { type: "string", description: "Unit of the retention." }),
  retentionValue: whole("How many of the unit a backup is kept."),
};
const itemOf = <Name extends string>(frequencies: readonly Name[]) => ({
  frequencyInterval: interval,
  frequencyType: Type.Enum([...frequencies], { type: "string", description: "How often backups are made." }),
  id: Type.Optional({ ...ObjectId, description: "Id of the item." }),
  ...retention,
});

const Policy = object(
  "AdvancedDiskBackupSnapshotSchedulePolicy",
  {
    id: Type.Optional({ ...ObjectId, description: "Id of the policy, of which a cluster has one." }),
    policyItems: Type.Array(object("DiskBackupApiPolicyItem", itemOf(frequencyTypes)), {
      description: "How often backups are made, and how long they are kept.",
    }),
  },
  { description: "How often backups are made, and how long they are kept." },
);

const copy = {
  cloudProvider: oneOf(providerNames, "Provider that backups are copied to."),
  frequencies: Type.Optional(
    Type.Array(Type.Enum([...copiedFrequencies], { type: "string" }), {
      maxItems: 6,
      description: "Which backups are copied.",
    }),
  ),
  regionName: text("Region that backups are copied to."),
  shouldCopyOplogs: optionally("Whether the log of operations is copied too."),
};
const replicationSpecId = Type.Optional({
  ...ObjectId,
  description: "Spec of the zone, by the id that it has before version 2024-08-05.",
});
const zone = { ...ObjectId, description: "Zone of the cluster." };

const Export = object(
  "AutoExportPolicyView",
  {
    exportBucketId: Type.Optional({ ...ObjectId, description: "Bucket that backups are exported to." }),
    frequencyType: oneOf(frequencyTypes, "Which backups are exported."),
  },
  { description: "Where backups are exported to." },
);
const ExtraRetention = object("ExtraRetentionSetting", {
  frequencyType: oneOf(copiedFrequencies, "Which backups are kept for longer."),
  retentionDays: wholly("Days that they are kept for longer."),
});

const kept = {
  autoExportEnabled: always(on("Whether backups are exported by themselves.")),
  copyPolicyItemsEnabled: always(on("Whether copies are kept as long as they say, and not as backups.")),
  export: Type.Optional(Export),
  extraRetentionSettings: Type.Optional(
    Type.Array(ExtraRetention, { description: "Which backups are kept for longer." }),
  ),
  policies: always(Type.Array(Policy, { maxItems: 1, description: "One policy." })),
  referenceHourOfDay: always(whole("Hour of the day (UTC) that backups are reckoned from.")),
  referenceMinuteOfHour: always(whole("Minute of that hour.")),
  restoreWindowDays: always(whole("Days back to which a cluster can be restored at any instant.")),
  useOrgAndGroupNamesInExportPrefix: always(on("Whether exports are named by names in place of ids.")),
};
const answered = {
  clusterId: always({ ...ObjectId, readOnly: true, description: "Id of the cluster." }),
  clusterName: always(Type.String({ readOnly: true, description: "Name of the cluster." })),
  links: always(Links),
  nextSnapshot: Type.Optional({ ...Timestamp, readOnly: true, description: "When the next backup is due." }),
};
/** Taken and forgotten, as no backups are made here. */
const passing = (description: string) =>
  Type.Optional(Type.Boolean({ writeOnly: true, description: `${description} No backups are made here.` }));
const sent = {
  deleteCopySnapshots: passing("Whether copies are deleted with their setting."),
  deleteSnapshots: passing("Whether backups are deleted with their policy item."),
  updateCopySnapshots: passing("Whether a change is applied to copies that are there."),
  updateSnapshots: passing("Whether a change is applied to backups that are there."),
};
const auto = { autoCopySettingsEnabled: optionally("Whether Atlas chooses the regions of copies.") };
const copiesOf = <S extends Type.TSchema>(item: S) =>
  always(Type.Array(item, { description: "Regions that backups are copied to." }));
/** The schedule that each version may send. */
export const BackupScheduleUpdate = object("BackupScheduleUpdate", {
  ...auto,
  ...kept,
  ...answered,
  ...sent,
  copySettings: copiesOf(
    object("BackupCopySetting", { ...copy, replicationSpecId, zoneId: Type.Optional(zone) }),
  ),
});
export type SentSchedule = Partial<Type.Static<typeof BackupScheduleUpdate>>;

const name = (description: string) => Type.String({ description });
const compliance = {
  authorizedEmail: Type.String({
    format: "email",
    checkedByRule: true,
    description: "Address of the person who may have the policy taken away.",
  }),
  authorizedUserFirstName: name("First name of that person."),
  authorizedUserLastName: name("Last name of that person."),
  copyProtectionEnabled: always(on("Whether copies are protected too.")),
  deletable: always(Type.Boolean({ readOnly: true, description: "Whether backups can be deleted: false." })),
  encryptionAtRestEnabled: always(on("Whether clusters are to be encrypted with a key of one's own.")),
  onDemandPolicyItem: orNull(
    object("BackupComplianceOnDemandPolicyItem", itemOf(["ondemand"])),
    "How long backups on demand are kept at least.",
  ),
  pitEnabled: always(on("Whether clusters are to be restored at any instant.")),
  projectId: always({ ...ObjectId, description: "Id of the project." }),
  restoreWindowDays: always(whole("Days back to which that reaches at least.")),
  scheduledPolicyItems: always(
    Type.Array(object("BackupComplianceScheduledPolicyItem", itemOf(frequencyTypes)), {
      description: "How often backups are made at least, and how long they are kept.",
    }),
  ),
  state: Type.Optional(
    Type.Enum(["ACTIVE", "ENABLING", "UPDATING", "DISABLING"], {
      type: "string",
      readOnly: true,
      description: "State of the policy.",
    }),
  ),
  updatedDate: Type.Optional({ ...Timestamp, readOnly: true, description: "When it was changed." }),
  updatedUser: readable("Who changed it."),
};
export const DataProtectionRequest = object("DataProtectionRequest", compliance);
export type SentPolicy = Type.Static<typeof DataProtectionRequest>;
