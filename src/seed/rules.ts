// What a seed must keep beyond its form: the rules of the domain, so that it cannot say what the API would refuse.
import { fault } from "../contract/errors.ts";
import { foldAddress } from "../domain/address.ts";
import { mostApiKeysPerOrg } from "../domain/api-key.ts";
import { checkTags, mostGroupsPerOrg, mostUsersPerGroup } from "../domain/group.ts";
import { mostUsersPerOrg } from "../domain/org.ts";
import { mostServiceAccountsPerOrg } from "../domain/service-account.ts";
import { checkTeamName, mostTeamsPerGroup, mostTeamsPerOrg, mostUsersPerTeam } from "../domain/team.ts";
import { Checking, isName } from "./checking.ts";
import type { SeedDocument, SeedGroup, SeedOrg } from "./document.ts";
import { checkGroupInvites, checkOrgInvites } from "./invite-rules.ts";
import { checkCredentials, checkUser, NamedCredentials } from "./principal-rules.ts";

/** Throws a SeedError that names each place of the seed that breaks a rule, and why. */
export function checkRules({ orgs }: SeedDocument): void {
  const checking = new Checking();
  const named = new NamedCredentials();
  const orgIds = new Set<string>();
  for (const [index, org] of orgs.entries()) {
    const place = `orgs.${index}`;
    if (org.id !== undefined) {
      if (orgIds.has(org.id)) checking.report(`${place}.id`, existsAlready(org.id));
      orgIds.add(org.id);
    }
    checkOrg(org, { place, named }, checking);
  }
  checking.finish();
}

export const existsAlready = (orgId: string): string =>
  `the organization ${orgId} exists already; seed an empty store or other ids`;

const addressesOf = (people: readonly { readonly username: string }[]): ReadonlySet<string> =>
  new Set(people.map(({ username }) => foldAddress(username)));

const idsOf = (list: readonly { readonly id?: string }[]): ReadonlySet<string> =>
  new Set(list.flatMap(({ id }) => (id === undefined ? [] : [id])));

interface OrgPlace {
  readonly place: string;
  readonly named: NamedCredentials;
}

function checkOrg(org: SeedOrg, { place, named }: OrgPlace, checking: Checking): void {
  const { users = [], invites = [], teams = [], groups = [] } = org;
  const orgId = org.id ?? org.name;
  if (!isName(org.name)) checking.refuse(`${place}.name`, "INVALID_ORG_NAME", { name: org.name });
  checkSizes(org, { place, orgId }, checking);
  for (const [index, user] of users.entries()) checkUser(user, `${place}.users.${index}`, checking);
  checkCredentials(org, { place, orgPlace: place, named }, checking);
  const members = addressesOf(users);
  checkTeams(org, { place, orgId, members }, checking);
  const names = new Set<string>();
  for (const [index, group] of groups.entries()) {
    const groupPlace = `${place}.groups.${index}`;
    if (names.has(group.name)) {
      checking.report(
        `${groupPlace}.name`,
        `the project name "${group.name}" stands twice in the organization`,
      );
    }
    names.add(group.name);
    checkCredentials(group, { place: groupPlace, orgPlace: place, named }, checking);
    checkGroup(group, { org, place: groupPlace, members }, checking);
  }
  const known = { groupIds: idsOf(groups), teamIds: idsOf(teams) };
  checkOrgInvites(invites, { place, orgId, members, ...known }, checking);
}

function checkSizes(
  org: SeedOrg,
  { place, orgId }: { place: string; orgId: string },
  checking: Checking,
): void {
  const { users = [], invites = [], teams = [], groups = [] } = org;
  const holders = [org, ...groups];
  const distinct = (names: readonly (string | undefined)[]) =>
    new Set(names.map((name, index) => name ?? index)).size;
  const keys = distinct(holders.flatMap(({ apiKeys = [] }) => apiKeys.map(({ publicKey }) => publicKey)));
  const accounts = distinct(
    holders.flatMap(({ serviceAccounts = [] }) => serviceAccounts.map(({ clientId }) => clientId)),
  );
  const people = addressesOf(users).size + invites.length;
  for (const [field, count, limit, code] of [
    ["", people, mostUsersPerOrg, "MAX_USERS_PER_ORG_EXCEEDED"],
    [".apiKeys", keys, mostApiKeysPerOrg, "MAX_API_KEYS_PER_ORG_EXCEEDED"],
    [".serviceAccounts", accounts, mostServiceAccountsPerOrg, "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED"],
    [".teams", teams.length, mostTeamsPerOrg, "MAX_TEAMS_PER_ORG_EXCEEDED"],
    [".groups", groups.length, mostGroupsPerOrg, "MAX_GROUPS_PER_ORG_EXCEEDED"],
  ] as const) {
    if (count > limit) checking.refuse(`${place}${field}`, code, { limit, orgId });
  }
}

/** The places of people that are no users of the organization. */
function requireMembers(
  people: readonly (readonly [place: string, username: string])[],
  members: ReadonlySet<string>,
  checking: Checking,
): void {
  for (const [place, username] of people) {
    if (members.has(foldAddress(username))) continue;
    checking.report(place, `${username} is no user of the organization; list them under its users first`);
  }
}

interface TeamsPlace {
  readonly place: string;
  readonly orgId: string;
  readonly members: ReadonlySet<string>;
}

function checkTeams(
  { teams = [], invites = [] }: SeedOrg,
  { place, orgId, members }: TeamsPlace,
  checking: Checking,
): void {
  const names = new Set<string>();
  for (const [index, { id, name, usernames }] of teams.entries()) {
    const at = `${place}.teams.${index}`;
    checking.claim(id, at, at);
    checking.at(`${at}.name`, () => checkTeamName(name, fault));
    if (names.has(name)) checking.refuse(`${at}.name`, "TEAM_NAME_NOT_AVAILABLE", { name, orgId });
    names.add(name);
    requireMembers(
      usernames.map((username, nth) => [`${at}.usernames.${nth}`, username]),
      members,
      checking,
    );
    const promised = invites.filter(({ teamIds = [] }) => id !== undefined && teamIds.includes(id)).length;
    if (new Set(usernames.map(foldAddress)).size + promised > mostUsersPerTeam) {
      const teamId = id ?? name;
      checking.refuse(at, "MAX_USERS_PER_TEAM_EXCEEDED", { limit: mostUsersPerTeam, teamId });
    }
  }
}

interface GroupPlace {
  readonly org: SeedOrg;
  readonly place: string;
  readonly members: ReadonlySet<string>;
}

function checkGroup(group: SeedGroup, { org, place, members }: GroupPlace, checking: Checking): void {
  const { id, name, users = [], invites = [] } = group;
  const groupId = id ?? name;
  checking.claim(id, place, place);
  if (!isName(name)) checking.refuse(`${place}.name`, "INVALID_GROUP_NAME", { name });
  checking.at(place, () => checkTags(group.tags ?? [], fault));
  requireMembers(
    users.map(({ username }, index) => [`${place}.users.${index}.username`, username]),
    members,
    checking,
  );
  checkTeamsOf(group, { place, groupId, teamIds: idsOf(org.teams ?? []) }, checking);
  const people = addressesOf(users);
  checkGroupInvites(invites, { place, groupId, people }, checking);
  const promised = (org.invites ?? []).filter(({ groupRoleAssignments = [] }) =>
    groupRoleAssignments.some((each) => each.groupId === id),
  ).length;
  if (people.size + promised + invites.length > mostUsersPerGroup) {
    checking.refuse(place, "MAX_USERS_PER_GROUP_EXCEEDED", { limit: mostUsersPerGroup, groupId });
  }
}

interface GroupTeams {
  readonly place: string;
  readonly groupId: string;
  readonly teamIds: ReadonlySet<string>;
}

function checkTeamsOf(
  { teams = [] }: SeedGroup,
  { place, groupId, teamIds }: GroupTeams,
  checking: Checking,
): void {
  const seen = new Set<string>();
  for (const [index, { teamId }] of teams.entries()) {
    const at = `${place}.teams.${index}.teamId`;
    if (!teamIds.has(teamId)) checking.refuse(at, "TEAM_NOT_FOUND", { teamId });
    if (seen.has(teamId)) checking.refuse(at, "TEAM_EXISTS_IN_GROUP", { teamId, groupId });
    seen.add(teamId);
  }
  if (seen.size > mostTeamsPerGroup) {
    checking.refuse(`${place}.teams`, "MAX_TEAMS_PER_GROUP_EXCEEDED", { limit: mostTeamsPerGroup, groupId });
  }
}
