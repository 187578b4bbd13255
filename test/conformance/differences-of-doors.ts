// Where the operations on the doors to the data differ from the official document on purpose, and why.
import type { Explanation } from "./differences.ts";

const databaseUsers = [
  "createGroupDatabaseUser",
  "getGroupDatabaseUser",
  "listGroupDatabaseUsers",
  "updateGroupDatabaseUser",
] as const;

const settingIntegrations = ["createGroupIntegration", "updateGroupIntegration"] as const;

export const ofDoors: readonly Explanation[] = [
  {
    what: "201 or 202 where 200 is documented, of doors to the data",
    differences: ["status -200", "status +201", "status +202"],
    operations: [
      "createGroupAccessListEntry",
      "toggleGroupAwsCustomDns",
      "toggleGroupPrivateEndpointRegionalMode",
      "updateGroupAuditLog",
    ],
    reason: "recorded",
  },
  {
    what: "no 409 for a custom role, nor for the mode of private endpoints",
    differences: ["status -409"],
    operations: ["toggleGroupPrivateEndpointRegionalMode", "updateGroupCustomDbRoleRole"],
    reason: "a role conflicts with nothing here; replica sets refuse the mode with 400",
  },
  {
    what: "`cluster`, `collection` and `db` of a resource are optional",
    differences: ["reply required -actions.resources.*", "body required -actions.resources.*"],
    operations: "all",
    reason: "recorded: a resource has either `cluster` or the other two",
  },
  {
    what: "`databaseName`, `groupId` and `roles` of a database user are optional, and `username` in an update",
    differences: [
      ...["reply required -", "body required -"].flatMap((what) =>
        ["databaseName", "groupId", "roles", "roles.databaseName", "roles.roleName"].map(
          (name) => what + name,
        ),
      ),
      ...["databaseName", "groupId", "roles", "roles.databaseName", "roles.roleName"].map(
        (name) => `reply required -results.${name}`,
      ),
      "body required -username",
    ],
    operations: databaseUsers,
    reason: "clients leave them out of an update; `MISSING_ATTRIBUTE` names what a role lacks, as seen",
  },
  {
    what: "`roleName` of a database user may be any text",
    differences: [
      "reply roles.roleName -enum",
      "body roles.roleName -enum",
      "reply results.roles.roleName -enum",
    ],
    operations: databaseUsers,
    reason: "the official list has a placeholder for custom roles",
  },
  {
    what: "what never exists has no members, or fewer",
    differences: [
      "reply member -*",
      "reply results -*",
      "reply -discriminator cloudProvider",
      "reply -mapping",
    ],
    operations: [
      "getGroupDbAccessHistoryCluster",
      "getGroupDbAccessHistoryProcess",
      "listGroupContainerAll",
      "listGroupContainers",
      "listGroupPeers",
      "listGroupPrivateEndpointEndpointService",
    ],
    reason: "clusters here have no machines, logs or networks",
  },
  {
    what: "containers have one form for all providers, regions are any text",
    differences: [
      "reply results.providerName enum -TENANT",
      "reply results.providerName enum -SERVERLESS",
      "reply results.region -enum",
      "reply results.regions -enum",
      "reply results.regionName -enum",
    ],
    operations: ["listGroupContainerAll", "listGroupContainers"],
    reason: "as the other bodies of clusters; those that share machines have none",
  },
  {
    what: "`providerName` may be absent",
    differences: ["parameter required query providerName"],
    operations: ["listGroupContainers"],
    reason: "AWS if absent",
  },
  {
    what: "`dayOfWeek` is optional",
    differences: ["reply required -dayOfWeek", "body required -dayOfWeek"],
    operations: ["getGroupMaintenanceWindow", "updateGroupMaintenanceWindow"],
    reason: "a project without a window has none, and clients change other members alone",
  },
  {
    what: "no preview of maintenance windows",
    differences: ["reply", "body"].map((where) => `${where} version -application/vnd.atlas.preview+json`),
    operations: ["getGroupMaintenanceWindow", "updateGroupMaintenanceWindow"],
    reason: "its form is not published for good",
  },
  {
    what: "identity providers have one schema, with optional members",
    differences: [
      ...["reply -oneOf", "body -oneOf", "reply results -oneOf"],
      ...[
        ...["acsUrl", "audienceUri", "pemFileInfo", "requestBinding", "responseSignatureAlgorithm"],
        ...["slug", "ssoDebugEnabled", "ssoUrl", "status"],
      ].map((name) => `reply member +${name}`),
    ],
    operations: [
      "createFederationSettingIdentityProvider",
      "getFederationSettingIdentityProvider",
      "listFederationSettingIdentityProviders",
      "updateFederationSettingIdentityProvider",
    ],
    reason: "the kinds differ by members alone; a rule wants `ssoDebugEnabled` for SAML",
  },
  {
    what: "`domainRestrictionEnabled` and `orgId` of a connected organization are optional",
    differences: ["", "results.", "associatedOrgs.", "results.associatedOrgs."]
      .flatMap((at) => [`reply required -${at}domainRestrictionEnabled`, `reply required -${at}orgId`])
      .concat("body required -domainRestrictionEnabled"),
    operations: "all",
    reason: "the document says itself what an update without them does; answers always have them",
  },
  {
    what: "no 405 beside its 404, and no 400 for the metadata of a provider",
    differences: ["status -400", "status -405"],
    operations: ["getFederationSettingIdentityProviderMetadata", "updateFederationSettingIdentityProvider"],
    reason: "a method that is not offered is 405 everywhere",
  },
  {
    what: "no version 2023-01-01 of an identity provider",
    differences: ["reply", "body"].map((where) => `${where} version -application/vnd.atlas.2023-01-01+json`),
    operations: ["getFederationSettingIdentityProvider", "updateFederationSettingIdentityProvider"],
    reason: "it ended on 1 January 2025",
  },
  {
    what: "integrations have one schema, with optional members",
    differences: ["reply", "reply results", "body"].flatMap((where) =>
      ["-oneOf", "-discriminator type", "-mapping"].map((what) => `${where} ${what}`),
    ),
    operations: [...settingIntegrations, "getGroupIntegration", "listGroupIntegrations"],
    reason: "rules refuse what a type does not have, and name the field",
  },
  {
    what: "`customEndpoint` of DATADOG",
    differences: [
      "reply member +customEndpoint",
      "reply member +results.customEndpoint",
      "body member +customEndpoint",
    ],
    operations: [...settingIntegrations, "getGroupIntegration", "listGroupIntegrations"],
    reason: "recorded",
  },
  {
    what: "FAILED beside FAIL, and no `bindPassword` in the answer",
    differences: ["reply status enum +FAILED", "reply member -request.bindPassword"],
    operations: ["getGroupUserSecurityLdapVerify", "verifyGroupUserSecurityLdap"],
    reason: "recorded",
  },
  {
    what: "no 409 for a certificate",
    differences: ["status -409"],
    operations: ["createGroupDatabaseUserCert"],
    reason: "nothing that it could conflict with is known",
  },
];
