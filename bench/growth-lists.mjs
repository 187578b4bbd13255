// The lists that the growth bench asks for: those of the API, and the pages of the console that show one.
import { rareType, world } from "./growth-world.mjs";

const api = "/api/atlas/v2";
const { orgId, groupId, teamId, owner, account } = world;
const [org, group] = [`${api}/orgs/${orgId}`, `${api}/groups/${groupId}`];

/** The page that begins after that share of the events. @param {number} count @param {number} share */
const pageAt = (count, share) => Math.max(1, Math.ceil((count * share) / 100));
/** All there is, counted day by day. */
const dates = "minDate=2026-01-01T00:00:00Z&maxDate=2027-12-31T00:00:00Z";

/** Each by its name: a path, or one that depends on how many events there are. @type {Readonly<Record<string, string | ((size: number) => string)>>} */
const paths = {
  listOrgEvents: `${org}/events`,
  "listOrgEvents, no count": `${org}/events?includeCount=false`,
  "listOrgEvents, a rare type": `${org}/events?eventType=${rareType}`,
  "listOrgEvents, two types": `${org}/events?eventType=JOINED_GROUP&eventType=${rareType}`,
  "listOrgEvents, dates": `${org}/events?${dates}`,
  "listOrgEvents, page in the middle": (size) => `${org}/events?pageNum=${pageAt(size, 0.5)}`,
  "listOrgEvents, last page": (size) => `${org}/events?pageNum=${pageAt(size, 1)}`,
  listGroupEvents: `${group}/events`,
  "listGroupEvents, without a type": `${group}/events?excludedEventType=JOINED_GROUP`,
  "listGroupEvents, last page": (size) => `${group}/events?pageNum=${pageAt(size, 0.5)}`,
  listEventTypes: `${api}/eventTypes`,
  listOrgs: `${api}/orgs`,
  listGroups: `${api}/groups`,
  getOrgGroups: `${org}/groups`,
  listOrgUsers: `${org}/users`,
  listGroupUsers: `${group}/users`,
  listOrgInvites: `${org}/invites`,
  listGroupInvites: `${group}/invites`,
  listOrgTeams: `${org}/teams`,
  listOrgTeamUsers: `${org}/teams/${teamId}/users`,
  listGroupTeams: `${group}/teams`,
  listOrgApiKeys: `${org}/apiKeys`,
  listGroupApiKeys: `${group}/apiKeys`,
  listOrgServiceAccounts: `${org}/serviceAccounts`,
  listGroupServiceAccounts: `${group}/serviceAccounts`,
  getOrgServiceAccountGroups: `${org}/serviceAccounts/${account.clientId}/groups`,
  listOrgServiceAccountAccessList: `${org}/serviceAccounts/${account.clientId}/accessList`,
  listGroupLimits: `${group}/limits`,
  listClusterDetails: `${api}/clusters`,
  "console, home": "/",
  "console, projects": `/orgs/${orgId}`,
  "console, people": `/orgs/${orgId}/people`,
  "console, people of a project": `/projects/${groupId}/people`,
  "console, teams": `/orgs/${orgId}/teams`,
  "console, keys": `/orgs/${orgId}/keys`,
  "console, activity": `/orgs/${orgId}/activity`,
  "console, activity of a project": `/projects/${groupId}/activity`,
  "console, invitations of one inviter": `/orgs/${orgId}/inviters/${owner}`,
  "console, the same in a project": `/projects/${groupId}/inviters/${owner}`,
  "console, account": "/account",
};

export const growthLists = Object.entries(paths).map(([name, path]) => ({
  name,
  path: (/** @type {number} */ size) => (typeof path === "string" ? path : path(size)),
}));
