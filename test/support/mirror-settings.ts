// The parts of the mirrored world beside people and databases: settings of projects, and policies and the federation of the
// organization.
import type { SeedGroup, SeedOrg } from "../../src/testing/seed/document.ts";
import { certificate } from "./certificate.ts";
import { idOf } from "./counting.ts";

/** None of it is in a mirror, but for the ends that answers show. */
const [key, secret] = ["0123456789abcdef0123456789abcdef", "not in the mirror"];

export const settingsOf = (number: number, teamId: string) =>
  ({
    userSecurity: {
      customerX509: { cas: certificate },
      ldap: {
        authenticationEnabled: true,
        authorizationEnabled: false,
        hostname: "ldap.example.com",
        port: 636,
        bindUsername: "cn=atlas",
        bindPassword: secret,
        userToDNMapping: [
          { match: "(.+)@example.com", substitution: "uid={0}" },
          { match: "(.+)", ldapQuery: "{0}" },
        ],
      },
    },
    backupCompliancePolicy: {
      authorizedEmail: "security@example.com",
      authorizedUserFirstName: "Ada",
      authorizedUserLastName: "Lovelace",
      copyProtectionEnabled: true,
      restoreWindowDays: 2,
      scheduledPolicyItems: [
        { frequencyInterval: 4, frequencyType: "hourly", retentionUnit: "days", retentionValue: 2 },
      ],
    },
    encryptionAtRest: {
      awsKms: {
        customerMasterKeyID: "11111111-2222-4333-8444-555555555555",
        region: "US_EAST_1",
        roleId: idOf("e1", number),
      },
      azureKeyVault: {
        azureEnvironment: "AZURE",
        clientID: "11111111-2222-4333-8444-555555555555",
        keyIdentifier: "https://vault.example.net/keys/data/1",
        keyVaultName: "vault",
        resourceGroupName: "group",
        secret,
        subscriptionID: "21111111-2222-4333-8444-555555555555",
        tenantID: "31111111-2222-4333-8444-555555555555",
      },
      enabledForSearchNodes: true,
    },
    aiModelApiKeys: [
      {
        id: idOf("a7", number),
        name: "embedding",
        createdAt: "2026-01-15T16:47:49.855000+00:00",
        createdBy: "ada@example.com",
        maskedSecret: "al-****odu2",
      },
    ],
    aiModelRateLimits: [
      { modelGroupName: "embed_large", requestsPerMinuteLimit: 100, tokensPerMinuteLimit: 10_000 },
    ],
    integrations: [
      { type: "PAGER_DUTY", serviceKey: key },
      { type: "WEBHOOK", url: `https://hooks.example.com/${secret}`, bodyTemplate: "x: # y" },
      { type: "PROMETHEUS", username: "prom", password: secret, serviceDiscovery: "http", enabled: true },
    ],
    alertConfigs: [
      {
        id: idOf("a1", number),
        eventTypeName: "OUTSIDE_METRIC_THRESHOLD",
        matchers: [{ fieldName: "HOSTNAME", operator: "EQUALS", value: "main" }],
        metricThreshold: {
          metricName: "CONNECTIONS",
          mode: "AVERAGE",
          operator: "GREATER_THAN",
          threshold: 80,
          units: "RAW",
        },
        severityOverride: "WARNING",
        notifications: [
          { typeName: "PAGER_DUTY", serviceKey: key, intervalMin: 30 },
          { typeName: "WEBHOOK", webhookUrl: `https://hooks.example.com/${secret}`, webhookSecret: secret },
          { typeName: "TEAM", teamId, emailEnabled: true },
        ],
      },
      {
        id: idOf("a2", number),
        eventTypeName: "NO_PRIMARY",
        enabled: false,
        notifications: [{ typeName: "GROUP", roles: ["GROUP_OWNER"], emailEnabled: true, delayMin: 5 }],
      },
    ],
    cloudProviderAccess: [
      {
        id: idOf("e1", number),
        providerName: "AWS",
        iamAssumedRoleArn: "arn:aws:iam::123456789012:role/atlas",
      },
      { id: idOf("e2", number), providerName: "AWS" },
      {
        id: idOf("e3", number),
        providerName: "AZURE",
        atlasAzureAppId: "11111111-2222-4333-8444-555555555555",
        servicePrincipalId: "21111111-2222-4333-8444-555555555555",
        tenantId: "31111111-2222-4333-8444-555555555555",
      },
      // Its account is made within seconds.
      { id: idOf("e4", number), providerName: "GCP", createdAt: "2024-02-18T10:58:47Z" },
    ],
  }) satisfies Partial<SeedGroup>;

export const policyId = idOf("b7", 0);
export const federationId = idOf("f1", 0);
export const [oidcId, oktaIdpId, mappingId] = [idOf("f2", 0), "abcdefghij0123456789", idOf("f4", 0)];

export const settingsOfOrg = (groupId: string) =>
  ({
    resourcePolicies: [
      {
        id: policyId,
        name: "no open network",
        description: "of security",
        policies: [
          { body: 'forbid (\n  principal,\n  action == ResourcePolicy::Action::"x",\n  resource\n);' },
        ],
      },
    ],
    federation: {
      id: federationId,
      identityProviders: [
        {
          id: oidcId,
          displayName: "Okta",
          issuerUri: "https://id.example.com",
          clientId: "anteroom",
          associatedDomains: ["example.com"],
          requestedScopes: ["openid"],
        },
        {
          id: idOf("f3", 0),
          protocol: "SAML",
          displayName: "Old",
          issuerUri: "urn:idp",
          oktaIdpId,
          ssoUrl: "https://sso.example.com",
        },
      ],
      dataAccessIdentityProviderIds: [oidcId],
      identityProviderId: oktaIdpId,
      domainAllowList: ["example.com"],
      domainRestrictionEnabled: true,
      postAuthRoleGrants: ["ORG_MEMBER"],
      roleMappings: [
        {
          id: mappingId,
          externalGroupName: "developers",
          roles: ["ORG_MEMBER"],
          groupRoleAssignments: [{ groupId, roles: ["GROUP_READ_ONLY"] }],
        },
      ],
    },
  }) satisfies Partial<SeedOrg>;
