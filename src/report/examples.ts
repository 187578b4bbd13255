// A request of each operation as an example, with what the one who asks has of each name: an id, an address, a public key.
import { exampleBody } from "../contract/attributes.ts";
import { versionsInOrder } from "../contract/versions.ts";
import { type OperationId, operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { type Body, type Call, isBlank, type Value } from "./steps.ts";
import { blankName } from "./successors.ts";

interface Row {
  /** Where a schema alone does not say what is accepted. */
  readonly body?: Body | ((need: (name: string) => Value) => Body);
  readonly query?: readonly string[];
  /** By the name of a parameter or an attribute: the name of what it needs. */
  readonly as?: Readonly<Record<string, string>>;
}

const guest = "new@example.com";
const account = { name: "example", description: "made by an example", secretExpiresAfterHours: 24 };
const renamed: Row = { body: { name: "renamed" } };
const integration: Row = { body: { type: "WEBHOOK", url: "https://example.net/alerts" } };
const directory = {
  hostname: "ldap.example.net",
  port: 636,
  bindUsername: "CN=admin,DC=example,DC=net",
  bindPassword: "correct horse battery staple",
};
const alertConfig: Row = {
  body: { eventTypeName: "NO_PRIMARY", notifications: [{ typeName: "GROUP", emailEnabled: true }] },
};
const policy: Row = {
  body: {
    name: "no wide access",
    policies: [
      {
        body: 'forbid (principal, action == ResourcePolicy::Action::"project.ipAccessList.modify", resource) when { context.project.ipAccessList.contains(ip("0.0.0.0/0")) };',
      },
    ],
  },
};
const databaseUser: Row = { as: { username: "databaseUsername" } };
const ofFlex: Row = { as: { name: "flexName" } };
const machines = {
  clusterType: "REPLICASET",
  replicationSpecs: [
    {
      regionConfigs: [
        {
          providerName: "AWS",
          regionName: "US_EAST_1",
          priority: 7,
          electableSpecs: { instanceSize: "M10", nodeCount: 3 },
        },
      ],
    },
  ],
};
const searchNodes: Row = { body: { specs: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 2 }] } };
const daily = { frequencyInterval: 1, frequencyType: "daily", retentionUnit: "days", retentionValue: 7 };
const inMapping = { id: "mappingId" };
const mapping: Row = {
  as: inMapping,
  body: (need) => ({
    externalGroupName: "operators",
    roleAssignments: [{ orgId: need("orgId"), role: "ORG_MEMBER" }],
  }),
};
const entries: Row = { body: [{ ipAddress: "203.0.113.20" }] };

const rows: Partial<Record<OperationId, Row>> = {
  addGroupApiKey: { as: { apiUserId: "spareApiUserId" } },
  addGroupTeams: { as: { teamId: "spareTeamId" } },
  addOrgTeamUser: { as: { id: "spareUserId" } },
  addOrgTeamUsers: { as: { id: "spareUserId" } },
  authorizeGroupCloudProviderAccessRole: {
    body: { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/atlas" },
  },
  createFederationSettingConnectedOrgConfigRoleMapping: mapping,
  createFederationSettingIdentityProvider: {
    body: {
      protocol: "OIDC",
      idpType: "WORKFORCE",
      displayName: "Login",
      issuerUri: "https://login.example.com",
      audience: "atlas",
    },
  },
  createGroupAccessListEntry: { body: [{ ipAddress: "203.0.113.20", comment: "office" }] },
  createGroupCluster: { body: { name: "example", ...machines } },
  createGroupCustomDbRoleRole: {
    body: { roleName: "reader", actions: [{ action: "FIND", resources: [{ db: "sales", collection: "" }] }] },
  },
  createGroupDatabaseUser: {
    body: {
      databaseName: "admin",
      username: "app",
      password: "correct horse battery staple",
      roles: [{ databaseName: "sales", roleName: "readWrite" }],
    },
  },
  createGroupFlexCluster: {
    body: { name: "example", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } },
  },
  createGroupServiceAccount: { body: { ...account, roles: ["GROUP_READ_ONLY"] } },
  createGroupServiceAccountAccessList: entries,
  createGroupServiceAccountSecret: { body: { secretExpiresAfterHours: 24 } },
  createOrg: { body: (need) => ({ name: "example", orgOwnerId: need("ownerId") }) },
  createOrgApiKeyAccessListEntry: entries,
  createOrgResourcePolicy: policy,
  createOrgServiceAccount: { body: { ...account, roles: ["ORG_MEMBER"] } },
  createOrgServiceAccountAccessList: entries,
  createOrgServiceAccountSecret: { body: { secretExpiresAfterHours: 24 } },
  createUser: {
    body: (need) => ({
      username: guest,
      password: "correct horse battery staple",
      firstName: "New",
      lastName: "Guest",
      country: "DE",
      mobileNumber: "1234567890",
      roles: [{ orgId: need("orgId"), roleName: "ORG_MEMBER" }],
    }),
  },
  deleteFederationSettingConnectedOrgConfigRoleMapping: { as: inMapping },
  createGroupAlertConfig: alertConfig,
  createGroupDatabaseUserCert: { as: { username: "certifiedUsername" }, body: { monthsUntilExpiration: 3 } },
  createGroupIntegration: integration,
  listGroupDatabaseUserCerts: databaseUser,
  updateGroupIntegration: integration,
  updateGroupUserSecurity: { body: { ldap: { ...directory, authenticationEnabled: true } } },
  validateOrgResourcePolicies: policy,
  verifyGroupUserSecurityLdap: { body: directory },
  deleteGroupDatabaseUser: databaseUser,
  deleteGroupFlexCluster: ofFlex,
  getFederationSettingConnectedOrgConfigRoleMapping: { as: inMapping },
  getFederationSettingIdentityProviderMetadata: { as: { identityProviderId: "samlProviderId" } },
  getGroupDatabaseUser: databaseUser,
  getGroupFlexCluster: ofFlex,
  getRateLimit: { query: ["orgId"] },
  getUserByName: { as: { userName: "username" } },
  inviteGroupServiceAccount: { as: { clientId: "spareClientId" } },
  listRateLimits: { query: ["groupId"] },
  migrateGroup: {
    as: {
      destinationOrgId: "destinationOrgId",
      destinationOrgPublicApiKey: "destinationOrgPublicApiKey",
      destinationOrgPrivateApiKey: "destinationOrgPrivateApiKey",
    },
  },
  // Its end would be at most four weeks away.
  pinGroupClusterFeatureCompatibilityVersion: { body: {} },
  removeGroupUserRole: { as: { groupRole: "heldGroupRole" } },
  removeOrgTeamUser: { as: { id: "userId" } },
  removeOrgUserRole: { as: { orgRole: "heldOrgRole" } },
  setGroupLimit: { body: { value: 3 } },
  tenantGroupFlexClusterUpgrade: { body: (need) => ({ name: need("flexName"), ...machines }) },
  updateFederationSettingConnectedOrgConfig: {
    body: { domainAllowList: ["example.com"], domainRestrictionEnabled: true },
  },
  updateFederationSettingConnectedOrgConfigRoleMapping: mapping,
  updateFederationSettingIdentityProvider: { body: { displayName: "renamed" } },
  updateGroup: { body: { name: "renamed", tags: [{ key: "env", value: "test" }] } },
  updateGroupAlertConfig: alertConfig,
  updateGroupAuditLog: { body: { enabled: true, auditFilter: '{"atype": "authenticate"}' } },
  updateGroupCluster: { body: { backupEnabled: true } },
  updateGroupClusterProcessArgs: { body: { javascriptEnabled: false } },
  updateGroupCustomDbRoleRole: { body: { inheritedRoles: [{ db: "sales", role: "read" }] } },
  updateGroupDatabaseUser: {
    ...databaseUser,
    body: { roles: [{ databaseName: "sales", roleName: "read" }] },
  },
  createGroupClusterSearchDeployment: searchNodes,
  updateGroupBackupCompliancePolicy: {
    body: {
      authorizedEmail: "security@example.com",
      authorizedUserFirstName: "Ada",
      authorizedUserLastName: "Lovelace",
      scheduledPolicyItems: [daily],
    },
  },
  updateGroupClusterBackupSchedule: { body: { policies: [{ policyItems: [daily] }] } },
  updateGroupClusterSearchDeployment: searchNodes,
  updateGroupEncryptionAtRest: {
    body: {
      googleCloudKms: {
        enabled: true,
        keyVersionResourceID:
          "projects/acme/locations/global/keyRings/atlas/cryptoKeys/data/cryptoKeyVersions/1",
        serviceAccountKey: "{}",
      },
    },
  },
  updateGroupFlexCluster: { ...ofFlex, body: { terminationProtectionEnabled: true } },
  updateGroupInvites: { as: { username: "invited" } },
  updateGroupServiceAccount: renamed,
  updateGroupSettings: { body: { isDataExplorerEnabled: false } },
  updateOrgDelegationSettings: { body: { idleRefreshTokenLifetime: 3600 } },
  updateOrgInvites: { as: { username: "invited" } },
  updateOrgResourcePolicy: renamed,
  updateOrgServiceAccount: renamed,
  updateOrgSettings: { body: { genAIFeaturesEnabled: false } },
  upgradeGroupClusterTenantUpgrade: {
    body: (need) => ({ name: need("tenantClusterName"), ...machines }),
  },
};

/** The same for everybody. */
const fixed: Readonly<Record<string, string>> = {
  username: guest,
  limitName: "atlas.project.deployment.clusters",
  endpointSetId: "org_organization",
  cloudProvider: "AWS",
  integrationType: "WEBHOOK",
  hostname: "cluster0-shard-00-00.example.net",
};

export type ValueOf = (name: string) => Value | undefined;

/** Attributes with these names are asked for; others are made up. */
const isAsked = (name: string): boolean => /^(org|group|team|projectOwner)Id$/.test(name);

/** Each value that `of` does not know is a place to fill in. */
export function exampleCall(operationId: OperationId, of: ValueOf): Call {
  const { path, params, body }: Operation = operations[operationId];
  const { body: written, query = [], as = {} } = rows[operationId] ?? {};
  const need = (name: string): Value => of(name) ?? { blank: blankName(name) };
  const filled = (name: string): Value => {
    const wanted = as[name];
    return wanted === undefined ? (fixed[name] ?? need(name)) : need(wanted);
  };
  const given = (name: string) => (name in as || name in fixed || isAsked(name) ? filled(name) : undefined);
  const made = typeof written === "function" ? written(need) : written;
  const sent = body === undefined ? undefined : (made ?? (exampleBody(body, path, { given }) as Body));
  return {
    operationId,
    params: Object.fromEntries(Object.keys(params).map((name) => [name, filled(name)])),
    ...(query.length > 0 && { query: Object.fromEntries(query.map((name) => [name, need(name)])) }),
    ...(sent !== undefined && { body: sent }),
  };
}

/** The names that it asks for: those of the path come first, in its order. */
export function namesAskedFor(operationId: OperationId): string[] {
  const asked = new Set<string>();
  exampleCall(operationId, (name) => void asked.add(name));
  const { path }: Operation = operations[operationId];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = ""]) => (asked.has(name) ? [name] : []));
  return [...new Set([...inPath, ...asked])];
}

/** An answer as its schema has it, with values that are known. */
export function exampleAnswer(operationId: OperationId, of: ValueOf): unknown {
  const { path, versions }: Operation = operations[operationId];
  const { reply } = versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};
  return reply && exampleBody(reply, path, { given: (name) => known(of(name)), isAnswer: true });
}

const known = (value: Value | undefined) => (isBlank(value) ? undefined : value);
