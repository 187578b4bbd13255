// The lists that the growth bench asks for: those of the API, and the pages of the console that show one.
import { rareType, world } from "./growth-world.mjs";

const api = "/api/atlas/v2";
const { orgId, groupId, teamId, owner, account } = world;
const [org, group] = [`${api}/orgs/${orgId}`, `${api}/groups/${groupId}`];

/** The page that begins after that share of the events. @param {number} count @param {number} share */
const pageAt = (count, share) => Math.max(1, Math.ceil((count * share) / 100));
/** All there is, counted day by day. */
const dates = "minDate=2026-01-01T00:00:00Z&maxDate=2027-12-31T00:00:00Z";

/** @type {{ name: string, path: (size: number) => string }[]} */
export const growthLists = [
  { name: "listOrgEvents", path: () => `${org}/events` },
  { name: "listOrgEvents, no count", path: () => `${org}/events?includeCount=false` },
  { name: "listOrgEvents, a rare type", path: () => `${org}/events?eventType=${rareType}` },
  {
    name: "listOrgEvents, two types",
    path: () => `${org}/events?eventType=JOINED_GROUP&eventType=${rareType}`,
  },
  { name: "listOrgEvents, dates", path: () => `${org}/events?${dates}` },
  { name: "listOrgEvents, page in the middle", path: (size) => `${org}/events?pageNum=${pageAt(size, 0.5)}` },
  { name: "listOrgEvents, last page", path: (size) => `${org}/events?pageNum=${pageAt(size, 1)}` },
  { name: "listGroupEvents", path: () => `${group}/events` },
  {
    name: "listGroupEvents, without a type",
    path: () => `${group}/events?excludedEventType=JOINED_GROUP`,
  },
  {
    name: "listGroupEvents, last page",
    path: (size) => `${group}/events?pageNum=${pageAt(size, 0.5)}`,
  },
  { name: "listEventTypes", path: () => `${api}/eventTypes` },
  { name: "listOrgs", path: () => `${api}/orgs` },
  { name: "listGroups", path: () => `${api}/groups` },
  { name: "getOrgGroups", path: () => `${org}/groups` },
  { name: "listOrgUsers", path: () => `${org}/users` },
  { name: "listGroupUsers", path: () => `${group}/users` },
  { name: "listOrgInvites", path: () => `${org}/invites` },
  { name: "listGroupInvites", path: () => `${group}/invites` },
  { name: "listOrgTeams", path: () => `${org}/teams` },
  { name: "listOrgTeamUsers", path: () => `${org}/teams/${teamId}/users` },
  { name: "listGroupTeams", path: () => `${group}/teams` },
  { name: "listOrgApiKeys", path: () => `${org}/apiKeys` },
  { name: "listGroupApiKeys", path: () => `${group}/apiKeys` },
  { name: "listOrgServiceAccounts", path: () => `${org}/serviceAccounts` },
  { name: "listGroupServiceAccounts", path: () => `${group}/serviceAccounts` },
  {
    name: "getOrgServiceAccountGroups",
    path: () => `${org}/serviceAccounts/${account.clientId}/groups`,
  },
  {
    name: "listOrgServiceAccountAccessList",
    path: () => `${org}/serviceAccounts/${account.clientId}/accessList`,
  },
  { name: "listGroupLimits", path: () => `${group}/limits` },
  { name: "listClusterDetails", path: () => `${api}/clusters` },
  { name: "console, home", path: () => "/" },
  { name: "console, projects", path: () => `/orgs/${orgId}` },
  { name: "console, people", path: () => `/orgs/${orgId}/people` },
  { name: "console, people of a project", path: () => `/projects/${groupId}/people` },
  { name: "console, teams", path: () => `/orgs/${orgId}/teams` },
  { name: "console, keys", path: () => `/orgs/${orgId}/keys` },
  { name: "console, activity", path: () => `/orgs/${orgId}/activity` },
  { name: "console, activity of a project", path: () => `/projects/${groupId}/activity` },
  { name: "console, invitations of one inviter", path: () => `/orgs/${orgId}/inviters/${owner}` },
  { name: "console, the same in a project", path: () => `/projects/${groupId}/inviters/${owner}` },
  { name: "console, account", path: () => "/account" },
];
