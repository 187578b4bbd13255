// The part of the form of seeds that is about settings that are kept: keys for encryption at rest, backups, search nodes.
import * as Type from "typebox";
import { providerNames } from "../contract/cluster-hardware.ts";
import { frequencyTypes, retentionUnits } from "../contract/schemas/backups.ts";
import { AwsKmsConfiguration, AzureKeyVault, GoogleCloudKms } from "../contract/schemas/encryption.ts";
import { closed, list, ObjectId, optional, Text, Username } from "./pieces.ts";

const enabled = optional(Type.Boolean(), "Whether the key is used; true if absent.");
const {
  valid: _aws,
  region: _regions,
  secretAccessKey: _access,
  ...awsMembers
} = AwsKmsConfiguration.properties;
const {
  valid: _azure,
  clientID: _client,
  secret: _secret,
  subscriptionID: _subscription,
  tenantID: _tenant,
  ...azureMembers
} = AzureKeyVault.properties;
const { valid: _gcp, serviceAccountKey: _account, ...gcpMembers } = GoogleCloudKms.properties;

const minted = "minted if absent and there is no `roleId`. Kept sealed, never shown.";

export const EncryptionAtRest = closed({
  awsKms: Type.Optional(
    closed(
      {
        ...awsMembers,
        enabled,
        region: Text("Region of the key, such as US_EAST_1."),
        secretAccessKey: Text(`Secret of the access key; ${minted}`),
      },
      { description: "Key of AWS KMS." },
    ),
  ),
  azureKeyVault: Type.Optional(
    closed(
      {
        ...azureMembers,
        clientID: Text("UUID of the application that may use the key."),
        enabled,
        secret: Text(`Secret of the application; ${minted}`),
        subscriptionID: Text("UUID of the subscription of the account."),
        tenantID: Text("UUID of the tenant of the account."),
      },
      { description: "Key of Azure Key Vault." },
    ),
  ),
  enabledForSearchNodes: optional(Type.Boolean(), "Whether search nodes are encrypted too."),
  googleCloudKms: Type.Optional(
    closed(
      { ...gcpMembers, enabled, serviceAccountKey: Text(`Key of the service account; ${minted}`) },
      { description: "Key of Google Cloud KMS." },
    ),
  ),
});

const whole = (description: string) => optional(Type.Integer(), description);
const flag = (description: string) => optional(Type.Boolean(), `${description}; false if absent.`);

const itemOf = <Name extends string>(frequencies: readonly Name[]) =>
  closed({
    frequencyInterval: Type.Integer({
      description:
        "Hours between two, day of the week (1 is Monday) or of the month (40 is its last), or month.",
    }),
    frequencyType: Type.Enum([...frequencies], { description: "How often backups are made." }),
    retentionUnit: Type.Enum([...retentionUnits], { description: "Unit of the retention." }),
    retentionValue: Type.Integer({ description: "How many of the unit a backup is kept." }),
  });

export const BackupSchedule = closed({
  policyItems: list(itemOf(frequencyTypes), "How often backups are made; as in Atlas if absent."),
  referenceHourOfDay: whole("Hour of the day (UTC) that backups are reckoned from."),
  referenceMinuteOfHour: whole("Minute of that hour."),
  restoreWindowDays: whole("Days back to which the cluster can be restored at any instant; 7 if absent."),
  autoCopySettingsEnabled: flag("Whether Atlas chooses the regions of copies"),
  autoExportEnabled: flag("Whether backups are exported by themselves"),
  copyPolicyItemsEnabled: flag("Whether copies are kept as long as they say"),
  copySettings: list(
    closed({
      cloudProvider: optional(Type.Enum([...providerNames]), "Provider that backups are copied to."),
      frequencies: list(Type.String(), "Which backups are copied, such as DAILY."),
      regionName: Text("Region that backups are copied to."),
      shouldCopyOplogs: flag("Whether the log of operations is copied too"),
      zoneName: Text("Zone of the cluster; the first if absent."),
    }),
    "Regions that backups are copied to.",
  ),
  export: optional(
    closed({
      exportBucketId: optional(ObjectId, "Bucket that backups are exported to."),
      frequencyType: optional(Type.Enum([...frequencyTypes]), "Which backups are exported."),
    }),
    "Where backups are exported to.",
  ),
  extraRetentionSettings: list(
    closed({
      frequencyType: Text("Which backups are kept for longer, such as DAILY."),
      retentionDays: whole("Days that they are kept for longer."),
    }),
    "Which backups are kept for longer.",
  ),
  useOrgAndGroupNamesInExportPrefix: flag("Whether exports are named by names in place of ids"),
});

export const SearchNodes = list(
  closed({
    instanceSize: Type.String({ description: "Size of each node, such as S20_HIGHCPU_NVME." }),
    nodeCount: whole("Number of nodes; 2 if absent."),
    cloudProvider: optional(Type.Enum([...providerNames]), "Provider of the region."),
    regionName: Text("Region in the words of Atlas; each of the cluster if absent."),
  }),
  "Search nodes of the cluster; none if absent.",
);

export const CompliancePolicy = closed({
  authorizedEmail: Username,
  authorizedUserFirstName: Type.String({ description: "First name of that person." }),
  authorizedUserLastName: Type.String({ description: "Last name of that person." }),
  copyProtectionEnabled: flag("Whether copies are protected too"),
  encryptionAtRestEnabled: flag("Whether clusters are to be encrypted with a key of one's own"),
  onDemandPolicyItem: optional(itemOf(["ondemand"]), "How long backups on demand are kept at least."),
  pitEnabled: flag("Whether clusters are to be restored at any instant"),
  restoreWindowDays: whole("Days back to which that reaches at least."),
  scheduledPolicyItems: list(itemOf(frequencyTypes), "How often backups are made at least."),
});
