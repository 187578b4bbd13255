// Bodies of the operations on access to accounts at cloud providers.
import * as Type from "typebox";
import { object, Timestamp } from "./common.ts";
import { id, readable, when } from "./members.ts";

const providerName = Type.Enum(["AWS", "AZURE", "GCP"], {
  type: "string",
  description: "Cloud provider of the account.",
});
const readableOrNull = <S extends Type.TSchema>(schema: S, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { readOnly: true, description }));
const uuid = (description: string) =>
  Type.Optional(Type.String({ format: "uuid", checkedByRule: true, description }));

const common = {
  createdDate: when("When the access was begun."),
  featureUsages: Type.Optional(
    Type.Array(object("CloudProviderAccessFeatureUsage", {}), {
      readOnly: true,
      description: "What uses it: nothing here.",
    }),
  ),
  providerName,
};
const ofAws = {
  atlasAWSAccountArn: readable("Account of Atlas that assumes the role: the one that was recorded."),
  atlasAssumedRoleExternalId: readable("External id that the role's trust policy must name."),
};
const ofAzure = {
  atlasAzureAppId: uuid("Application of Atlas at Azure."),
  servicePrincipalId: uuid("Service principal that Atlas uses."),
  tenantId: uuid("Tenant of the service principal."),
};
const roleId = id("Id of the access.");
const azureId = id("Id of the access, of Azure.");
const gcpServiceAccountForAtlas = readable("Service account that Atlas uses, once it is made.");

export const CloudProviderAccessRole = object("CloudProviderAccessRole", {
  ...common,
  ...ofAws,
  ...ofAzure,
  _id: azureId,
  authorizedDate: readableOrNull(Timestamp, "When a role was named; null before."),
  gcpServiceAccountForAtlas,
  iamAssumedRoleArn: readableOrNull(Type.String(), "Role that Atlas assumes; null before one is named."),
  lastUpdatedDate: when("When it was changed last."),
  roleId,
  status: Type.Optional(
    Type.Enum(["COMPLETE", "FAILED", "IN_PROGRESS", "NOT_INITIATED"], {
      type: "string",
      readOnly: true,
      description:
        "How far the service account has come: complete after five seconds here, and it never fails.",
    }),
  ),
});

const roles = (provider: string) =>
  Type.Optional(Type.Array(CloudProviderAccessRole, { description: `Of ${provider}.` }));

export const CloudProviderAccessRoles = object("CloudProviderAccessRoles", {
  awsIamRoles: roles("AWS"),
  azureServicePrincipals: roles("Azure"),
  gcpServiceAccounts: roles("Google Cloud"),
});

export const CloudProviderAccessRoleRequest = object("CloudProviderAccessRoleRequest", {
  ...common,
  ...ofAws,
  ...ofAzure,
  _id: azureId,
  authorizedDate: when("When a role was named."),
  gcpServiceAccountForAtlas,
  lastUpdatedDate: when("When it was changed last."),
  roleId,
});

export const CloudProviderAccessRoleRequestUpdate = object("CloudProviderAccessRoleRequestUpdate", {
  ...CloudProviderAccessRoleRequest.properties,
  iamAssumedRoleArn: Type.Optional(
    Type.String({ minLength: 20, maxLength: 2048, description: "Role that Atlas assumes." }),
  ),
});
