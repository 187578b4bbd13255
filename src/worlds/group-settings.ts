// Settings of a project, as they are read and compared: alert configurations, integrations, cloud provider access, user security.
import { createHash } from "node:crypto";
import type {
  AtlasClient,
  CloudProviderAccessRole,
  GroupAlertsConfig,
  ThirdPartyIntegration,
  UserSecurity,
} from "../client/client.ts";
import type { AlertConfig } from "../domain/alert-config.ts";
import { type SentNotification, showNotification } from "../domain/alert-notification.ts";
import { showSettings } from "../domain/integration.ts";
import { azureMembers } from "../domain/provider-access.ts";
import { noUserSecurity, type UserSecurity as StoredSecurity } from "../domain/user-security.ts";
import type { SeedGroup } from "../seed/document.ts";
import { membersInGroup } from "../seed/schema.ts";
import type { DoorItem } from "./item.ts";
import { inOrderOf, pick, withoutNull } from "./keep.ts";
import { type PartsReader, parts } from "./parts.ts";

type Config = NonNullable<SeedGroup["alertConfigs"]>[number];
type Notification = Config["notifications"][number];
type Access = NonNullable<SeedGroup["cloudProviderAccess"]>[number];
type Integration = NonNullable<SeedGroup["integrations"]>[number];
type Security = NonNullable<SeedGroup["userSecurity"]>;
type Directory = NonNullable<Security["ldap"]>;
type Mapping = NonNullable<Directory["userToDNMapping"]>[number];

/** The members that seeds have of a part of a project. */
const named = {
  matcher: () => membersInGroup("alertConfigs", "matchers"),
  metric: () => membersInGroup("alertConfigs", "metricThreshold"),
  threshold: () => membersInGroup("alertConfigs", "threshold"),
  notification: () => ["typeName", ...membersInGroup("alertConfigs", "notifications")],
  integration: () => ["type", ...membersInGroup("integrations")],
  directory: [
    "authenticationEnabled",
    "authorizationEnabled",
    "hostname",
    "port",
    "bindUsername",
    "authzQueryTemplate",
    "caCertificate",
  ],
};

/** Secrets of notifications stay masked, as answers have them: notifications are never sent here. */
export function keepAlertConfig(config: GroupAlertsConfig | (AlertConfig & { readonly id: string })): Config {
  const { matchers = [], metricThreshold, threshold, notifications = [] } = config;
  return {
    ...pick<Config>(config, ["id", "eventTypeName", "enabled", "severityOverride"]),
    ...(matchers.length > 0 && { matchers: matchers.map((each) => pick(each, named.matcher())) }),
    ...(metricThreshold && { metricThreshold: pick(metricThreshold, named.metric()) }),
    ...(threshold && { threshold: pick(threshold, named.threshold()) }),
    notifications: notifications.map((each) => pick<Notification>(each, named.notification())),
  };
}

export const keepIntegration = (integration: ThirdPartyIntegration): Integration =>
  pick(integration, named.integration());

export const keepAccess = ({ _id, roleId = _id, ...access }: CloudProviderAccessRole): Access => ({
  ...(roleId && { id: roleId }),
  ...pick(access, ["providerName", ...azureMembers, "iamAssumedRoleArn"]),
});

/** Empty if nothing is set. */
export function keepUserSecurity({ customerX509, ldap }: UserSecurity | StoredSecurity): Security {
  const { userToDNMapping = [] } = ldap ?? {};
  const kept = pick<Directory>(ldap ?? {}, named.directory);
  const mapped = userToDNMapping.map((each) => pick<Mapping>(each, ["match", "substitution", "ldapQuery"]));
  const isSet = Object.values(kept).some((value) => value !== false) || mapped.length > 0;
  return {
    ...(customerX509?.cas && { customerX509: { cas: customerX509.cas } }),
    ...(isSet && { ldap: { ...kept, ...(mapped.length > 0 && { userToDNMapping: mapped }) } }),
  };
}

export type ReadSettings = Awaited<ReturnType<typeof readGroupSettings>>;

export async function readGroupSettings(reader: PartsReader, client: AtlasClient, groupId: string) {
  const userSecurity = await reader.one(parts.groupUserSecurity(groupId), async () =>
    keepUserSecurity(await client.getGroupUserSecurity({ groupId })),
  );
  const integrations = await reader.list(
    parts.groupIntegrations(groupId),
    (page) => client.listGroupIntegrations({ groupId, ...page }),
    keepIntegration,
  );
  const alertConfigs = await reader.list(
    parts.groupAlertConfigs(groupId),
    (page) => client.listGroupAlertConfigs({ groupId, ...page }),
    keepAlertConfig,
  );
  const accesses = await reader.one(parts.groupProviderAccess(groupId), async () =>
    Object.values(
      pick<Record<string, CloudProviderAccessRole[]>>(
        await client.listGroupCloudProviderAccess({ groupId }),
        ["awsIamRoles", "azureServicePrincipals", "gcpServiceAccounts"],
      ),
    ).flatMap((roles) => roles.map(keepAccess)),
  );
  return {
    userSecurity: userSecurity ?? {},
    integrations,
    alertConfigs,
    cloudProviderAccess: accesses ?? [],
  };
}

/** In the order of a seed; what is empty is left out. */
export function composeGroupSettings(read: ReadSettings): Partial<ReadSettings> {
  const { userSecurity, integrations, alertConfigs, cloudProviderAccess } = read;
  return {
    ...(Object.keys(userSecurity).length > 0 && { userSecurity }),
    ...pick<Partial<ReadSettings>>(
      {
        integrations: inOrderOf(integrations, ({ type }) => type),
        alertConfigs: inOrderOf(alertConfigs, ({ id = "" }) => id),
        cloudProviderAccess: inOrderOf(cloudProviderAccess, ({ id = "" }) => id),
      },
      ["integrations", "alertConfigs", "cloudProviderAccess"],
    ),
  };
}

/** A name for one that has only an id. */
export const nameOfAccess = ({ providerName, iamAssumedRoleArn, servicePrincipalId }: Access): string =>
  iamAssumedRoleArn ?? servicePrincipalId ?? providerName;

/** As they are compared. */
export function settingItems(group: SeedGroup, teamName: (id: string) => string): DoorItem[] {
  const { id = "", alertConfigs = [], cloudProviderAccess = [], integrations = [] } = group;
  return [
    ...integrations.map(({ type, ...settings }) => {
      const { type: _type, ...values } = withoutNull(showSettings(type, settings));
      const part = parts.groupIntegrations(id);
      return { noun: "integration" as const, name: type, part, lists: {}, values };
    }),
    ...alertConfigs.map((config) => ({
      of: config,
      noun: "alert configuration" as const,
      name: config.eventTypeName,
      part: parts.groupAlertConfigs(id),
      ...watched(config, teamName),
    })),
    ...cloudProviderAccess.map((access) => ({
      of: access,
      noun: "cloud provider access" as const,
      name: nameOfAccess(access),
      part: parts.groupProviderAccess(id),
      lists: {},
      values: pick<object>(access, [...azureMembers, "iamAssumedRoleArn"]) as DoorItem["values"],
    })),
  ];
}

const inWords = (...words: readonly unknown[]) => words.filter((word) => word !== undefined).join(" ");

function watched(config: Config, teamName: (id: string) => string): Pick<DoorItem, "lists" | "values"> {
  const { enabled = true, matchers = [], metricThreshold: metric, threshold, severityOverride } = config;
  return {
    lists: {
      matchers: matchers.map(({ fieldName, operator, value }) => inWords(fieldName, operator, value)).sort(),
      notifications: config.notifications.map((each) => notificationText(each, teamName)).sort(),
    },
    values: {
      enabled,
      metric: metric && inWords(metric.metricName, metric.mode, ...limitOf(metric)),
      threshold: threshold && inWords(...limitOf(threshold)),
      severity: severityOverride,
    },
  };
}

const limitOf = ({ operator, threshold, units }: NonNullable<Config["threshold"]>) => [
  operator,
  threshold,
  units,
];

/** Such as `EMAIL emailAddress=ops@example.com delayMin=5`: defaults are left out. */
function notificationText(notification: Notification, teamName: (id: string) => string): string {
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

const digestOf = (pem: string | undefined) =>
  pem && `sha256:${createHash("sha256").update(pem.trim()).digest("hex").slice(0, 16)}`;

/** LDAP and X.509 settings, as values of the project. */
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
    ...Object.fromEntries(named.directory.map((name) => [`ldap.${name}`, ldap[name as keyof typeof ldap]])),
    "ldap.caCertificate": digestOf(ldap.caCertificate),
    "ldap.userToDNMapping": mapping.length > 0 ? mapping.join("; ") : undefined,
  };
}
