// The settings of a project: user security, integrations, alert configurations, cloud provider access, backup compliance,
// encryption at rest.
import { createHash } from "node:crypto";
import { type SentNotification, showNotification } from "../../atlas/alerts/rules/alert-notification.ts";
import { keyServiceNames, providerOf } from "../../atlas/encryption-at-rest/rules/encryption-at-rest.ts";
import { showSettings } from "../../atlas/integrations/rules/integration.ts";
import { noUserSecurity } from "../../atlas/user-security/rules/user-security.ts";
import type {
  CloudProviderAccessRole,
  DataProtectionSettings20231001,
  EncryptionAtRest,
  GroupAlertsConfig,
  UserSecurity,
} from "../../client/client.ts";
import type { SeedGroup } from "../seed/document.ts";
import { itemText } from "./backups.ts";
import { isEmpty } from "./form.ts";
import type { GroupKinds } from "./kinds.ts";

type Config = NonNullable<SeedGroup["alertConfigs"]>[number];
type Directory = NonNullable<NonNullable<SeedGroup["userSecurity"]>["ldap"]>;
type Encryption = NonNullable<SeedGroup["encryptionAtRest"]>;
/** The use of a key at a provider, or for search nodes. */
type KeyUse = Encryption & { readonly provider: string };

const inWords = (...words: readonly unknown[]) => words.filter((word) => word !== undefined).join(" ");

const directoryMembers = [
  "authenticationEnabled",
  "authorizationEnabled",
  "hostname",
  "port",
  "bindUsername",
  "authzQueryTemplate",
  "caCertificate",
] as const;

const isUsed = (ldap: object = {}): boolean =>
  Object.entries(ldap).some(
    ([name, value]) =>
      [...directoryMembers, "userToDNMapping"].includes(name) && value !== false && !isEmpty(value),
  );

const digestOf = (pem: string | undefined) =>
  pem && `sha256:${createHash("sha256").update(pem.trim()).digest("hex").slice(0, 16)}`;

/** Returns the LDAP and X.509 settings as values of the project. */
export function securityValues({ userSecurity = {} }: SeedGroup): Readonly<Record<string, unknown>> {
  const { userToDNMapping = [], ...ldap }: Partial<Directory> = {
    ...noUserSecurity.ldap,
    ...userSecurity.ldap,
  };
  const mapping = userToDNMapping.map(({ match, substitution, ldapQuery }) =>
    inWords(match, "→", substitution, ldapQuery),
  );
  return {
    customerX509: digestOf(userSecurity.customerX509?.cas),
    ...Object.fromEntries(directoryMembers.map((name) => [`ldap.${name}`, ldap[name]])),
    "ldap.caCertificate": digestOf(ldap.caCertificate),
    "ldap.userToDNMapping": mapping.length > 0 ? mapping.join("; ") : undefined,
  };
}

/** Returns a text such as `EMAIL emailAddress=ops@example.com delayMin=5`, without defaults. */
function notificationText(notification: object, teamName: (id: string) => string): string {
  const { typeName, teamId, intervalMin, ...shown } = showNotification(notification as SentNotification);
  const told = {
    ...shown,
    ...(teamId && { team: teamName(teamId) }),
    ...(intervalMin !== 60 && { intervalMin }),
  };
  const words = Object.entries(told)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? name : `${name}=${value}`));
  return [typeName, ...words.sort()].join(" ");
}

const limitOf = ({ operator, threshold, units }: NonNullable<Config["threshold"]>) =>
  inWords(operator, threshold, units);

const usesOf = ({ encryptionAtRest = {} }: SeedGroup): KeyUse[] => {
  const keys = keyServiceNames.flatMap((name) => {
    const { enabled = true, ...key } = encryptionAtRest[name] ?? { enabled: false };
    return enabled ? [{ ...key, provider: providerOf(name) }] : [];
  });
  return encryptionAtRest.enabledForSearchNodes ? [...keys, { provider: "search nodes" }] : keys;
};

export const settingKinds = {
  userSecurity: {
    order: [...directoryMembers, "match", "substitution"],
    keep: ({ customerX509, ldap }: UserSecurity, fitted) =>
      fitted({ customerX509, ...(isUsed(ldap) && { ldap }) }),
  },
  integrations: {
    list: "listGroupIntegrations",
    order: ["type"],
    name: ({ type }) => type,
    values: ({ type, ...settings }) => ({ ...showSettings(type, settings), type: undefined }),
  },
  /** The alert configurations. Secrets of notifications stay masked, as in answers, since notifications are never sent here. */
  alertConfigs: {
    order: [
      "id",
      "eventTypeName",
      "enabled",
      "severityOverride",
      "matchers",
      "fieldName",
      "metricThreshold",
      "metricName",
      "mode",
      "operator",
      "threshold",
      "notifications",
      "typeName",
    ],
    keep: ({ updated, ...config }: GroupAlertsConfig, fitted) =>
      fitted({ ...config, ...(updated !== config.created && { updatedAt: updated }) }),
    key: ({ id = "" }) => id,
    name: ({ eventTypeName }) => eventTypeName,
    isPaired: true,
    texts: {
      matchers: ({ fieldName, operator, value }) => inWords(fieldName, operator, value),
      notifications: (notification, { team }) => notificationText(notification, team),
    },
    values: ({ enabled = true, metricThreshold: metric, threshold, severityOverride: severity }) => ({
      enabled,
      metric: metric && inWords(metric.metricName, metric.mode, limitOf(metric)),
      threshold: threshold && limitOf(threshold),
      severity,
    }),
  },
  cloudProviderAccess: {
    within: ["awsIamRoles", "azureServicePrincipals", "gcpServiceAccounts"],
    order: ["id", "providerName"],
    keep: ({ _id, roleId = _id, ...access }: CloudProviderAccessRole, fitted) =>
      fitted({ ...access, id: roleId }),
    key: ({ id = "" }) => id,
    // It has an id instead of a name.
    name: ({ providerName, iamAssumedRoleArn, servicePrincipalId }) =>
      iamAssumedRoleArn ?? servicePrincipalId ?? providerName,
    isPaired: true,
    ignored: ["id", "providerName", "authorizedDate", "lastUpdatedDate"],
  },
  backupCompliancePolicy: {
    order: [
      "authorizedEmail",
      "authorizedUserFirstName",
      "authorizedUserLastName",
      "copyProtectionEnabled",
      "encryptionAtRestEnabled",
      "pitEnabled",
    ],
    defaults: {
      copyProtectionEnabled: false,
      encryptionAtRestEnabled: false,
      pitEnabled: false,
      restoreWindowDays: 0,
    },
    keep: (policy: DataProtectionSettings20231001, fitted) =>
      policy.authorizedEmail === undefined
        ? null
        : fitted({ authorizedUserFirstName: "", authorizedUserLastName: "", ...policy }),
    ignored: ["onDemandPolicyItem", "scheduledPolicyItems", "updatedDate", "updatedUser"],
    lists: {
      backups: ({ onDemandPolicyItem, scheduledPolicyItems = [] }) =>
        [...scheduledPolicyItems, ...(onDemandPolicyItem ? [onDemandPolicyItem] : [])].map(itemText).sort(),
    },
  },
  encryptionAtRest: {
    order: ["awsKms", "azureKeyVault", "googleCloudKms"],
    defaults: { enabled: true, enabledForSearchNodes: false, requirePrivateNetworking: false },
    /** Keeps the settings of keys that are in use. */
    keep: ({ enabledForSearchNodes, ...services }: EncryptionAtRest, fitted) => {
      const used = Object.entries(services).filter(([, service]) => service?.enabled === true);
      return fitted({ ...Object.fromEntries(used), enabledForSearchNodes });
    },
    things: usesOf,
    name: ({ provider }: KeyUse) => provider,
    ignored: ["provider", "enabled", "secretAccessKey", "secret", "serviceAccountKey"],
  },
} satisfies GroupKinds;
