// The part of the form of seeds that is about settings that are kept for a project: its keys for encryption at rest.
import * as Type from "typebox";
import { AwsKmsConfiguration, AzureKeyVault, GoogleCloudKms } from "../contract/schemas/encryption.ts";
import { closed, optional, Text } from "./pieces.ts";

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
