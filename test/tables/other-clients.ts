// The calls that clients send, in order, and what they need to read, for clients that the tests do not install: taken from
// their code, which was run by hand, and from its log. docs/guides/clients.md says which versions.

/** A name in braces is an id of the seed, or of an earlier answer that was kept under this name. */
export interface Call {
  /** Method and path. */
  readonly ask: string;
  /** The date of the version in Accept; 2023-01-01 by default. */
  readonly date?: string;
  readonly body?: unknown;
  /** Status of a success, or code of a refusal. */
  readonly gets: number | string;
  /** Members that the client reads without looking whether they are there; `results.0.id` is one of the first of a page. */
  readonly reads?: readonly string[];
  /** The names under which later calls have the `id`, or another member, of the answer. */
  readonly keeps?: Readonly<Record<string, string>>;
}

/** The path of the older Go client; its Accept names no version. */
export const version1 = "/api/atlas/v1.0";
const keyReads = ["id", "publicKey", "privateKey"];

export const vault: readonly Call[] = [
  // A key of the organization, with an access list.
  {
    ask: `POST ${version1}/orgs/{org}/apiKeys`,
    body: { desc: "vault-org-f03d7Lcf36DizOXzLIwp", roles: ["ORG_MEMBER"] },
    gets: 200,
    reads: keyReads,
    keeps: { key: "id" },
  },
  {
    ask: `POST ${version1}/orgs/{org}/apiKeys/{key}/accessList`,
    body: [{ cidrBlock: "179.154.224.2/32" }, { cidrBlock: "10.0.0.0/24" }, { ipAddress: "192.168.1.1" }],
    gets: 200,
  },
  // Assigned to a project: the roles alone, without an assignment before.
  { ask: `PATCH ${version1}/groups/{group}/apiKeys/{key}`, body: { roles: ["GROUP_READ_ONLY"] }, gets: 200 },
  { ask: `GET ${version1}/orgs/{org}/apiKeys/{key}`, gets: 200 },
  { ask: `DELETE ${version1}/orgs/{org}/apiKeys/{key}`, gets: 204 },
  // A lease whose key is gone ends by 404.
  { ask: `GET ${version1}/orgs/{org}/apiKeys/{key}`, gets: "API_KEY_NOT_FOUND" },
  // A key of a project: its organization is that of the first role that has one.
  {
    ask: `POST ${version1}/groups/{group}/apiKeys`,
    body: { desc: "vault-project-cAKzVtdMgki4QOgMUiQt", roles: ["GROUP_READ_ONLY"] },
    gets: 200,
    reads: [...keyReads, "roles.0.orgId"],
    keeps: { key: "id", keyOrg: "roles.0.orgId" },
  },
  {
    ask: `POST ${version1}/orgs/{keyOrg}/apiKeys/{key}/accessList`,
    body: [{ ipAddress: "192.168.1.1" }],
    gets: 200,
  },
  {
    ask: `GET ${version1}/groups/{group}/apiKeys?itemsPerPage=500`,
    gets: 200,
    reads: ["results.0.id", "results.0.roles.0.orgId"],
  },
  { ask: `DELETE ${version1}/groups/{group}/apiKeys/{key}`, gets: 204 },
  { ask: `DELETE ${version1}/orgs/{keyOrg}/apiKeys/{key}`, gets: 204 },
];

const page = "itemsPerPage=500&pageNum=1";

export const steampipe: readonly Call[] = [
  { ask: `GET ${version1}/orgs`, gets: 200, reads: ["results.0.id"] },
  { ask: `GET ${version1}/orgs?${page}`, gets: 200, reads: ["links.0.rel", "results.0.name"] },
  { ask: `GET ${version1}/orgs/{org}`, gets: 200 },
  { ask: `GET ${version1}/groups?${page}`, gets: 200, reads: ["links.0.rel", "results.0.id"] },
  { ask: `GET ${version1}/groups/{group}`, gets: 200 },
  { ask: `GET ${version1}/orgs/{org}/teams?${page}`, gets: 200, reads: ["links.0.rel", "results.0.id"] },
  { ask: `GET ${version1}/orgs/{org}/teams/{team}/users`, gets: 200, reads: ["results.0.roles.0.roleName"] },
  // Each table of events reads one of them again by its id.
  { ask: `PATCH ${version1}/groups/{group}`, body: { name: "paid" }, gets: 200 },
  ...(["orgs/{org}", "groups/{group}"] as const).flatMap((scope) => [
    {
      ask: `GET ${version1}/${scope}/events?itemsPerPage=500&minDate=2026-08-09T03%3A04%3A53Z&pageNum=1`,
      gets: 200,
      reads: ["results.0.created", "results.0.eventTypeName"],
      keeps: { event: "results.0.id" },
    },
    { ask: `GET ${version1}/${scope}/events/{event}`, gets: 200 },
  ]),
];

const groups = "/api/atlas/v2/groups";
const orgs = "/api/atlas/v2/orgs/{org}";
/** The Go SDK has one type for request and answer, and sends what is in it. */
const ofSdk = { clusterCount: 0, created: "0001-01-01T00:00:00Z" };
const newer = "2025-02-19";

export const operator: readonly Call[] = [
  // AtlasProject: a project is made only where this code says that there is none.
  { ask: `GET ${groups}/byName/operated`, gets: "NOT_IN_GROUP" },
  {
    ask: `POST ${groups}`,
    body: {
      ...ofSdk,
      name: "operated",
      orgId: "{org}",
      regionUsageRestrictions: "NONE",
      tags: [{ key: "env", value: "test" }],
      withDefaultAlertsSettings: true,
    },
    gets: 201,
    reads: ["id", "orgId"],
    keeps: { made: "id" },
  },
  { ask: `GET ${groups}/byName/operated`, gets: 200, reads: ["id", "tags.0.key"] },
  // An access list that is another resource's: it adds nothing, each time.
  { ask: `POST ${groups}/{made}/accessList`, body: [], gets: 201 },
  { ask: `GET ${groups}/{made}/settings`, gets: 200, reads: ["isDataExplorerEnabled"] },
  { ask: `PATCH ${groups}/{made}/settings`, body: { isDataExplorerEnabled: false }, gets: 200 },
  { ask: `PATCH ${groups}/{made}`, body: { tags: [{ key: "env", value: "prod" }] }, gets: 200 },
  // AtlasTeam: made, read for its people, given its roles.
  { ask: `GET ${orgs}/teams/byName/operated%20team`, gets: "TEAM_NAME_NOT_FOUND" },
  {
    ask: `POST ${orgs}/teams`,
    body: { name: "operated team", usernames: ["owner@example.com"] },
    gets: 201,
    keeps: { teamMade: "id" },
  },
  {
    ask: `GET ${orgs}/teams/{teamMade}/users?itemsPerPage=100&pageNum=1`,
    date: newer,
    gets: 200,
    reads: ["results.0.username"],
    keeps: { person: "results.0.id" },
  },
  {
    ask: `GET ${groups}/{made}/teams?includeCount=true&itemsPerPage=100&pageNum=1`,
    gets: 200,
    reads: ["totalCount"],
  },
  {
    ask: `POST ${groups}/{made}/teams`,
    body: [{ roleNames: ["GROUP_READ_ONLY"], teamId: "{teamMade}" }],
    gets: 200,
  },
  {
    ask: `GET ${groups}/{made}/teams?includeCount=true&itemsPerPage=100&pageNum=1`,
    gets: 200,
    reads: ["results.0.teamId"],
  },
  // Other roles: taken out, and put in again.
  { ask: `DELETE ${groups}/{made}/teams/{teamMade}`, gets: 204 },
  {
    ask: `POST ${groups}/{made}/teams`,
    body: [{ roleNames: ["GROUP_OWNER"], teamId: "{teamMade}" }],
    gets: 200,
  },
  { ask: `GET ${orgs}/teams/{teamMade}`, gets: 200, reads: ["id", "name"] },
  { ask: `PATCH ${orgs}/teams/{teamMade}`, body: { name: "operated crew" }, gets: 200, reads: ["id"] },
  // It names by address whom it wants to add, where an id is due.
  { ask: "GET /api/atlas/v2/users/member@example.com", gets: "INVALID_USER_ID" },
  { ask: `DELETE ${orgs}/teams/{teamMade}/users/{person}`, gets: "CANNOT_REMOVE_LAST_USER_FROM_TEAM" },
  { ask: `DELETE ${groups}/{made}/teams/{teamMade}`, gets: 204 },
  { ask: `DELETE ${orgs}/teams/{teamMade}`, gets: 204 },
  { ask: `DELETE ${groups}/{made}`, gets: 202 },
  { ask: `GET ${groups}/byName/operated`, gets: "NOT_IN_GROUP" },
  // AtlasOrgSettings.
  { ask: `GET ${orgs}/settings`, gets: 200, reads: ["apiAccessListRequired"] },
  {
    ask: `PATCH ${orgs}/settings`,
    body: { multiFactorAuthRequired: false, securityContact: "security@example.com" },
    gets: 200,
    reads: ["multiFactorAuthRequired", "securityContact", "streamsCrossGroupEnabled"],
  },
];

/** The first page of a client that counts pages from 0. */
const first = "itemsPerPage=50&pageNum=0";
const counted = `includeCount=true&${first}`;
const added = {
  username: "baton@example.com",
  roles: { orgRoles: ["ORG_MEMBER"], groupRoleAssignments: [] },
};
const roles = (...orgRoles: readonly string[]) => ({
  roles: { orgRoles, groupRoleAssignments: [] },
  teamIds: [],
});

export const baton: readonly Call[] = [
  // What a sync reads.
  { ask: `GET /api/atlas/v2/orgs?${counted}`, gets: 200, reads: ["results.0.id"] },
  {
    ask: `GET ${orgs}/users?${counted}`,
    date: newer,
    gets: 200,
    reads: ["results.0.id", "results.0.roles.orgRoles"],
  },
  { ask: `GET ${orgs}/teams?${first}`, gets: 200, reads: ["results.0.id", "results.0.name"] },
  { ask: `GET ${orgs}/apiKeys?${first}`, gets: 200, reads: ["results.0.id"] },
  { ask: `GET ${groups}?${counted}`, gets: 200, reads: ["results.0.id", "results.0.orgId"] },
  { ask: `GET ${groups}/{group}/clusters?${counted}`, date: "2024-08-05", gets: 200, reads: ["results"] },
  { ask: `GET ${groups}/{group}/users?${counted}`, date: newer, gets: 200, reads: ["results.0.roles.0"] },
  { ask: `GET ${orgs}/teams/{team}/users?${first}`, date: newer, gets: 200, reads: ["results.0.id"] },
  // An account is made once; 409 counts as made.
  {
    ask: `POST ${orgs}/users`,
    date: newer,
    body: { ...added, teamIds: [] },
    gets: 201,
    keeps: { person: "id" },
  },
  {
    ask: `POST ${orgs}/users`,
    date: newer,
    body: { ...added, teamIds: [] },
    gets: "DUPLICATE_ORG_INVITATION",
  },
  {
    ask: `GET ${orgs}/users?username=baton%40example.com`,
    date: newer,
    gets: 200,
    reads: ["results.0.username"],
  },
  { ask: `GET ${orgs}/users/{person}`, date: newer, gets: 200 },
  { ask: `DELETE ${orgs}/users/{person}`, date: newer, gets: 204 },
  // Grants, each of them twice: 409 is "granted already", 404 "revoked already".
  {
    ask: `GET ${orgs}/users?username=member%40example.com`,
    date: newer,
    gets: 200,
    keeps: { member: "results.0.id" },
  },
  { ask: `POST ${orgs}/teams/{team}/users`, body: [{ id: "{member}" }], gets: 200 },
  { ask: `POST ${orgs}/teams/{team}/users`, body: [{ id: "{member}" }], gets: "USER_ALREADY_IN_TEAM" },
  { ask: `DELETE ${orgs}/teams/{team}/users/{member}`, gets: 204 },
  { ask: `DELETE ${orgs}/teams/{team}/users/{member}`, gets: "USER_NOT_IN_TEAM" },
  ...([201, "USER_ALREADY_IN_GROUP"] as const).map((gets) => ({
    ask: `POST ${groups}/{group}/users`,
    date: newer,
    body: { roles: ["GROUP_READ_ONLY"], username: "member@example.com" },
    gets,
  })),
  { ask: `DELETE ${groups}/{group}/users/{member}`, date: newer, gets: 204 },
  { ask: `DELETE ${groups}/{group}/users/{member}`, date: newer, gets: "USER_NOT_IN_GROUP" },
  {
    ask: `PATCH ${orgs}/users/{member}`,
    date: newer,
    body: roles("ORG_MEMBER", "ORG_READ_ONLY"),
    gets: 200,
  },
  { ask: `PATCH ${orgs}/users/{member}`, date: newer, body: roles("ORG_MEMBER"), gets: 200 },
  { ask: `DELETE ${orgs}/users/{member}`, date: newer, gets: 204 },
];

/** The paths below a project that clients read on their way: they must answer, with an empty list or setting. */
export const onTheWay: Readonly<Record<string, readonly string[]>> = {
  "the Kubernetes operator": [
    "accessList",
    "auditLog",
    "backupCompliancePolicy",
    "customDBRoles/roles",
    "encryptionAtRest",
    "peers",
    "privateEndpoint/AWS/endpointService",
    "privateEndpoint/AZURE/endpointService",
    "privateEndpoint/GCP/endpointService",
    "privateEndpoint/regionalMode",
  ],
  Baton: ["databaseUsers"],
  Steampipe: ["accessList", "containers", "customDBRoles/roles", "databaseUsers", "serverless"],
};
