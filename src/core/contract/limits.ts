// The endpoint sets that share a rate limit, with the capacities that real Atlas announces.

/** The scope of a bucket: requests of one scope share it. */
export type LimitScope = "GROUP" | "ORGANIZATION" | "USER" | "IP";

export interface LimitSet {
  readonly name: string;
  /** The name in words, as the inspection of rate limits shows it. */
  readonly title: string;
  readonly scope: LimitScope;
  /** The number of requests that a full bucket holds. */
  readonly capacity: number;
  /** The number of requests that return at the end of every period. */
  readonly refill: number;
  /** The seconds of a period, if not `refillPeriodSeconds`. */
  readonly period?: number;
  /** True if it is enforced even where rate limits are switched off, since it protects passwords. */
  readonly always?: true;
  /**
   * True if it is enforced only where strangers reach the server: not in a rehearsal of one machine, where people sign in over
   * and over.
   */
  readonly againstStrangers?: true;
  /** True if no header announces it, and the inspection does not show it. */
  readonly unannounced?: true;
  /** True if its buckets are in the store: all processes share them, and a restart does not fill them. */
  readonly lasting?: true;
  /** The bucket of the caller's wide network, from which requests are taken as well. */
  readonly around?: LimitSet;
  /** The code that refuses an empty bucket, where Atlas has an older one for it. */
  readonly code?: "INVITATIONS_RATE_LIMITED_IP" | "RATE_LIMITED";
}

const limit = (
  name: string,
  title: string,
  scope: LimitScope,
  capacity: number,
  refill: number,
  more: Pick<LimitSet, "period" | "always" | "againstStrangers" | "unannounced" | "lasting" | "code"> = {},
): LimitSet => ({ name, title, scope, capacity, refill, ...more });

/**
 * Makes the set of one network. The wide network around it holds `times` as much, so that the many addresses of one customer
 * are limited together.
 */
function perNetwork(
  name: string,
  title: string,
  [capacity, refill]: readonly [number, number],
  { times = 4, ...more }: Parameters<typeof limit>[5] & { readonly times?: number },
): LimitSet {
  const around = limit(`${name} around`, title, "IP", times * capacity, times * refill, more);
  return { ...limit(name, title, "IP", capacity, refill, more), around };
}

/** The options of limits on attempts at passwords and mail. */
const guarded = { always: true, againstStrangers: true, lasting: true } as const;

export const limitSets = {
  accessList: limit("accessList", "Project IP Access List", "GROUP", 1200, 500),
  accessTracking: limit("accessTracking", "Access Tracking", "GROUP", 1200, 500),
  alertConfigs: limit("alertConfigs", "Alert Configurations", "GROUP", 1200, 500),
  alertMatchers: limit("alertMatchers", "Alert Matchers", "USER", 300, 100),
  alerts: limit("alerts", "Alerts", "GROUP", 1200, 500),
  auditing: limit("auditing", "Auditing", "GROUP", 1200, 500),
  awsCustomDns: limit("awsCustomDns", "AWS Clusters DNS", "GROUP", 1200, 500),
  federation: limit("federation", "Federated Authentication", "USER", 300, 100),
  orgFederation: limit("orgFederation", "Federation of an Organization", "ORGANIZATION", 500, 250),
  cloudProviderAccess: limit("cloudProviderAccess", "Cloud Provider Access", "GROUP", 2000, 1000),
  encryptionAtRest: limit("encryptionAtRest", "Encryption at Rest", "GROUP", 2000, 1000),
  integrations: limit("integrations", "Third-Party Integrations", "GROUP", 1200, 500),
  ldap: limit("ldap", "LDAP Configuration", "GROUP", 1200, 500),
  maintenance: limit("maintenance", "Maintenance Windows", "GROUP", 1200, 500),
  networkPeering: limit("networkPeering", "Network Peering", "GROUP", 2000, 1000),
  privateEndpoints: limit("privateEndpoints", "Private Endpoint Services", "GROUP", 4000, 2000),
  customRoles: limit("customRoles", "Custom Database Roles", "GROUP", 2000, 1000),
  databaseUsers: limit("databaseUsers", "Database Users", "GROUP", 10_000, 5000),
  groupInvites: limit("groupInvites", "Project Invites", "GROUP", 1200, 500),
  eventTypes: limit("eventTypes", "Event Types", "USER", 1200, 500),
  groupEvents: limit("groupEvents", "Project Events", "GROUP", 300, 100),
  groupTeams: limit("groupTeams", "Project Teams", "GROUP", 1200, 500),
  group: limit("group", "Projects", "GROUP", 1200, 500),
  groupApiKeys: limit("groupApiKeys", "Project API Keys", "GROUP", 1200, 500),
  groupServiceAccounts: limit("groupServiceAccounts", "Project Service Accounts", "GROUP", 1200, 500),
  controlPlane: limit("controlPlane", "Control Plane Addresses", "IP", 300, 100),
  groups: limit("groups", "Project Lists and Creation", "USER", 1200, 500),
  org: limit("org", "Organizations", "ORGANIZATION", 500, 200),
  orgApiKeys: limit("orgApiKeys", "Organization API Keys", "ORGANIZATION", 500, 200),
  orgServiceAccounts: limit("orgServiceAccounts", "Organization Service Accounts", "ORGANIZATION", 500, 200),
  orgInvites: limit("orgInvites", "Organization Invites", "ORGANIZATION", 500, 200),
  orgEvents: limit("orgEvents", "Organization Events", "ORGANIZATION", 500, 200),
  orgTeams: limit("orgTeams", "Organization Teams", "ORGANIZATION", 1200, 500),
  resourcePolicies: limit("resourcePolicies", "Resource Policies", "ORGANIZATION", 500, 250),
  orgs: limit("orgs", "Organization Lists and Creation", "USER", 300, 100),
  groupUsers: limit("groupUsers", "Project Users", "GROUP", 1200, 500),
  orgUsers: limit("orgUsers", "Organization Users", "ORGANIZATION", 500, 200),
  x509: limit("x509", "X.509 Authentication", "GROUP", 1200, 500),
  users: limit("users", "Users", "USER", 2500, 1000),
  rateLimits: limit("rateLimitsInspection", "Rate Limits Inspection", "USER", 500, 200),
  root: limit("root", "Root", "USER", 1200, 500),
} satisfies Record<string, LimitSet>;

/** The sets outside of the access plane. */
export const neighbourSets = {
  cloudBackups: limit("cloudBackups", "Cloud Backups", "GROUP", 1200, 500),
  performanceAdvisor: limit("performanceAdvisor", "Performance Advisor", "GROUP", 1200, 500),
  liveMigrations: limit("liveMigrations", "Cloud Migration Service", "ORGANIZATION", 500, 200),
  groupClusters: limit("groupClusters", "Clusters", "GROUP", 10_000, 5000),
  /** The set of indexes that are built in a rolling way, which are counted apart from their clusters. */
  rollingIndexes: limit("rollingIndexes", "Rolling Indexes", "GROUP", 1200, 500),
  monitoring: limit("monitoring", "Monitoring", "GROUP", 300, 100),
  flexClusters: limit("flexClusters", "Flex Clusters", "GROUP", 1200, 500),
  searchDeployments: limit("searchDeployments", "Search Deployments", "GROUP", 1200, 500),
  searchIndexes: limit("searchIndexes", "Search Indexes", "GROUP", 500, 250),
  onlineArchives: limit("onlineArchives", "Online Archive", "GROUP", 1200, 500),
  dataFederation: limit("dataFederation", "Data Federation", "GROUP", 1200, 500),
  streams: limit("streams", "Streams", "GROUP", 1200, 500),
  clusters: limit("clusters", "Cluster Lists", "USER", 300, 100),
  /** The set for operations whose limits Atlas does not publish, or does not have. */
  unlisted: limit("unlisted", "Unlisted", "IP", 1200, 500, { unannounced: true }),
} satisfies Record<string, LimitSet>;

/**
 * The sets of the console alone; the API does not show them. People mistype a few times; guessing needs thousands of attempts.
 */
export const consoleSets = {
  operations: limit("console", "Console", "USER", 1200, 600),
  /** The operations that hash a password, from one network: a whole office may sign in at once. */
  hashing: perNetwork("hashing", "Passwords", [60, 20], { always: true, againstStrangers: true }),
  /** Attempts on one account from one network. */
  signInsFrom: perNetwork("signInsFrom", "Sign-ins", [5, 1], { ...guarded, times: 2 }),
  /** Attempts on one account from all networks, except from known devices of the person, which a mailed link makes of any. */
  signInsOf: limit("signInsOf", "Sign-ins", "USER", 20, 1, { ...guarded, period: 180 }),
  /** Attempts from a device on which the person has signed in before. */
  signInsOn: limit("signInsOn", "Sign-ins", "USER", 10, 1, guarded),
  /** The answers of passkeys from one network, before the person is known. */
  passkeys: limit("passkeys", "Passkeys", "IP", 60, 20, { always: true, againstStrangers: true }),
  /** The recovery codes, passkeys and passwords after the first proof of a person. */
  secondSteps: limit("secondSteps", "Second steps", "USER", 10, 1, guarded),
  passwordChanges: limit("passwordChanges", "Password changes", "USER", 5, 1, guarded),
  resetsFrom: perNetwork("resetsFrom", "Forgotten passwords", [10, 1], { ...guarded, period: 300 }),
  /** The messages to one person who forgot the password. */
  resetsOf: limit("resetsOf", "Forgotten passwords", "USER", 3, 1, { ...guarded, period: 1200 }),
  /** The organizations that one person creates. */
  newOrgs: limit("newOrgs", "New organizations", "USER", 20, 5, {
    period: 3600,
    always: true,
    lasting: true,
  }),
  /** The messages and events about identities that were refused at one account. */
  identityNews: limit("identityNews", "Refused identities", "USER", 3, 1, { ...guarded, period: 1200 }),
  /** The further messages about one invitation. */
  resends: limit("resends", "Repeated invitations", "USER", 3, 1, { ...guarded, period: 1200 }),
} satisfies Record<string, LimitSet>;

/**
 * The limits that programs of Atlas's clients meet first, as these clients report. Each is counted in addition to the endpoint
 * set of its operation.
 */
export const olderSets = {
  /** The access tokens of one service account, from one address. */
  tokens: limit("tokens", "Access tokens", "IP", 10, 10, { code: "RATE_LIMITED" }),
  /** The invitations from one address. */
  invitations: limit("invitations", "Invitations", "IP", 10, 10, { code: "INVITATIONS_RATE_LIMITED_IP" }),
} satisfies Record<string, LimitSet>;

/** The seconds between two questions of one device. */
export const pollSeconds = 5;

/** The wrong secrets that programs send, of one name from one network. A correct secret is accepted from other networks. */
export const wrongSecrets = perNetwork("wrongSecrets", "Wrong secrets", [30, 10], {
  always: true,
  againstStrangers: true,
});

/** The sets of the sign-in of command lines, which needs no credentials; the API does not show them. */
export const deviceSets = {
  /** All requests from one network. */
  requests: perNetwork("device", "Command lines", [120, 60], { always: true }),
  /**
   * The requests for a sign-in, from one network and in total: only a few wait at any time, so that codes cannot be guessed.
   */
  grantsFrom: perNetwork("grantsFrom", "Sign-ins", [20, 2], { always: true, lasting: true }),
  grants: limit("grants", "Sign-ins", "IP", 400, 40, { always: true, lasting: true }),
  /** The bucket that is kept for networks with as few requests as `grantsOfFew`: others cannot use it up. */
  grantsKept: limit("grantsKept", "Sign-ins", "IP", 200, 20, { always: true, lasting: true }),
  grantsOfFew: limit("grantsOfFew", "Sign-ins", "IP", 5, 1, { period: 600, always: true, lasting: true }),
  /** The questions of one device whether its code was confirmed. */
  polls: limit("polls", "Sign-ins", "IP", 1, 1, { period: pollSeconds, always: true }),
  /** The codes that one person types. */
  codes: limit("codes", "Codes", "USER", 20, 2, { always: true, lasting: true }),
} satisfies Record<string, LimitSet>;

/** The seconds after which `refill` requests return, unless a set has its own period. */
export const refillPeriodSeconds = 60;
