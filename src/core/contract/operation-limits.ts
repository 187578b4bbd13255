// Chooses the endpoint set that counts an operation's requests: that of its tag, or of the scope in its path if a tag has
// several.
import { type LimitSet, limitSets, neighbourSets } from "./limits.ts";

interface Scoped {
  readonly group: LimitSet;
  readonly org?: LimitSet;
  /** The set for paths that name neither a project nor an organization. */
  readonly other?: LimitSet;
}

const only = (set: LimitSet): Scoped => ({ group: set, org: set, other: set });
const { groups, orgs, root } = limitSets;
const { groupClusters, clusters } = neighbourSets;

const byTag: Readonly<Record<string, Scoped>> = {
  "AWS Clusters DNS": only(limitSets.awsCustomDns),
  "Access Tracking": only(limitSets.accessTracking),
  "Activity Feed": { group: limitSets.groupEvents, org: limitSets.orgEvents },
  "Alert Configurations": { group: limitSets.alertConfigs, other: limitSets.alertMatchers },
  Alerts: only(limitSets.alerts),
  "Atlas Search": only(neighbourSets.searchDeployments),
  Auditing: only(limitSets.auditing),
  "Cloud Backups": only(neighbourSets.cloudBackups),
  "Cloud Provider Access": only(limitSets.cloudProviderAccess),
  "Cloud Migration Service": only(neighbourSets.liveMigrations),
  Clusters: { group: groupClusters, other: clusters },
  "Custom Database Roles": only(limitSets.customRoles),
  "Data Federation": only(neighbourSets.dataFederation),
  "Database Users": only(limitSets.databaseUsers),
  "Encryption at Rest using Customer Key Management": only(limitSets.encryptionAtRest),
  Events: { group: limitSets.groupEvents, org: limitSets.orgEvents, other: limitSets.eventTypes },
  "Federated Authentication": {
    group: limitSets.federation,
    org: limitSets.orgFederation,
    other: limitSets.federation,
  },
  "Flex Clusters": only(neighbourSets.flexClusters),
  "Flex Restore Jobs": only(neighbourSets.flexClusters),
  "Flex Snapshots": only(neighbourSets.flexClusters),
  "Global Clusters": only(groupClusters),
  "LDAP Configuration": only(limitSets.ldap),
  "Maintenance Windows": only(limitSets.maintenance),
  "MongoDB Cloud Users": { group: limitSets.groupUsers, org: limitSets.orgUsers, other: limitSets.users },
  "Monitoring and Logs": only(neighbourSets.monitoring),
  "Network Peering": only(limitSets.networkPeering),
  "Online Archive": only(neighbourSets.onlineArchives),
  Organizations: { group: limitSets.org, org: limitSets.org, other: orgs },
  "Performance Advisor": only(neighbourSets.performanceAdvisor),
  "Private Endpoint Services": only(limitSets.privateEndpoints),
  "Programmatic API Keys": { group: limitSets.groupApiKeys, org: limitSets.orgApiKeys },
  "Project IP Access List": only(limitSets.accessList),
  Projects: { group: limitSets.group, org: limitSets.org, other: groups },
  "Rate Limiting": only(limitSets.rateLimits),
  "Remote MCP Configurations": { group: limitSets.groupServiceAccounts, org: limitSets.orgServiceAccounts },
  "Resource Policies": only(limitSets.resourcePolicies),
  "Rolling Index": only(neighbourSets.rollingIndexes),
  Root: only(root),
  "Service Accounts": { group: limitSets.groupServiceAccounts, org: limitSets.orgServiceAccounts },
  Streams: only(neighbourSets.streams),
  Teams: { group: limitSets.groupTeams, org: limitSets.orgTeams },
  "Third-Party Integrations": only(limitSets.integrations),
  "X.509 Authentication": only(limitSets.x509),
};

/** The operations that are not counted in the set of their tag. */
const byPath: readonly (readonly [RegExp, LimitSet])[] = [
  [/\/groups\/\{groupId\}\/invites/, limitSets.groupInvites],
  [/\/(?:fts|search)\/indexes/, neighbourSets.searchIndexes],
  [/\/orgs\/\{orgId\}\/invites/, limitSets.orgInvites],
  [/\/orgs\/\{orgId\}\/teams\/\{teamId\}[/:]/, limitSets.orgTeams],
  [/\/groups\/\{groupId\}\/(?:access|users)(?:[/:]|$)/, limitSets.groupUsers],
  [/\/orgs\/\{orgId\}\/users(?:[/:]|$)/, limitSets.orgUsers],
  [/\/groups\/byName\//, groups],
  [/\/clusters\/\{hostName\}\/logs\//, groupClusters],
  [/\/unauth\/controlPlaneIPAddresses/, limitSets.controlPlane],
];

/** Returns the set of an operation, by its tag and path. */
export function limitOf(tag: string, path: string): LimitSet {
  const counted = byPath.find(([pattern]) => pattern.test(path));
  if (counted !== undefined) return counted[1];
  const { group, org = group, other = group } = byTag[tag] ?? only(neighbourSets.unlisted);
  if (path.includes("{groupId}")) return group;
  return path.includes("{orgId}") ? org : other;
}
