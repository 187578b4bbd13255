// Bodies of the operations on keys of a project's own for encryption at rest.
import * as Type from "typebox";
import { regions } from "../cluster-hardware.ts";
import { always, ObjectId, object } from "./common.ts";
import { oneOf, text } from "./members.ts";

const on = (description: string) => Type.Boolean({ description });
const enabled = always(on("Whether clusters may be encrypted with the key."));
const requirePrivateNetworking = Type.Optional(
  on("Whether the key is to be reached over private networks alone; nothing is reached here."),
);
const roleId = (description: string) => Type.Optional({ ...ObjectId, description });
const valid = Type.Optional(
  Type.Boolean({
    readOnly: true,
    description: "Whether the key was reached: true where it is enabled, as no provider is asked here.",
  }),
);
const secret = (description: string) =>
  Type.Optional(
    Type.String({
      writeOnly: true,
      isSecret: true,
      description: `${description} Kept sealed, never answered.`,
    }),
  );

export const AwsKmsConfiguration = object(
  "AWSKMSConfiguration",
  {
    accessKeyID: Type.Optional(
      Type.String({ minLength: 16, maxLength: 128, description: "Access key, in place of a role." }),
    ),
    customerMasterKeyID: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2048, description: "Key that encrypts, by id or ARN." }),
    ),
    enabled,
    region: oneOf([...regions.AWS, "GLOBAL"], "Region of the key."),
    requirePrivateNetworking,
    roleId: roleId("Cloud provider access that may use the key."),
    secretAccessKey: secret("Secret of the access key."),
    valid,
  },
  { description: "Key of AWS KMS." },
);

const uuid = (description: string) =>
  Type.Optional(Type.String({ format: "uuid", checkedByRule: true, description }));

export const AzureKeyVault = object(
  "AzureKeyVault",
  {
    azureEnvironment: oneOf(["AZURE", "AZURE_CHINA", "AZURE_US_GOVERNMENT"], "Cloud of the account."),
    clientID: uuid("Application that may use the key."),
    enabled,
    keyIdentifier: text("Address of the key."),
    keyVaultName: text("Name of the vault."),
    requirePrivateNetworking,
    resourceGroupName: text("Resource group of the vault."),
    roleId: roleId("Cloud provider access that may use the key, in place of a secret."),
    secret: secret("Secret of the application."),
    subscriptionID: uuid("Subscription of the account."),
    tenantID: uuid("Tenant of the account."),
    valid,
  },
  { description: "Key of Azure Key Vault." },
);

export const GoogleCloudKms = object(
  "GoogleCloudKMS",
  {
    enabled,
    keyVersionResourceID: text("Resource name of the version of the key."),
    roleId: roleId("Cloud provider access that may use the key, in place of a service account's key."),
    serviceAccountKey: secret("Key of the service account, as JSON."),
    valid,
  },
  { description: "Key of Google Cloud KMS." },
);
