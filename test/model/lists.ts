// Compares the lists of both APIs with the model: an organization's invitation is its pending user, and no two answers differ.
import { deepEqual } from "node:assert/strict";
import {
  type Group,
  groupInvites,
  type Holdings,
  isCurrent,
  isMember,
  isSame,
  learn,
  type Model,
  type Org,
  orgInvites,
  people,
  rolesIn,
  type Team,
  usernameOf,
} from "./model.ts";
import { type Server, v2023Only } from "./orgs.ts";
import {
  shownGroupInvite,
  shownGroupUser,
  shownOrgInvite,
  shownOrgUser,
  shownTeams,
  withoutLinks,
} from "./shown.ts";

/** The things that a command may have changed. */
export interface Touched {
  readonly org: Org;
  readonly group?: Group;
  readonly team?: Team | undefined;
}

const everyStatus = ["ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED"]
  .map((status) => `orgMembershipStatuses=${status}`)
  .join("&");

export async function compareTouched(model: Model, server: Server, { org, group, team }: Touched) {
  await compareOrg(model, server, org);
  if (group !== undefined) await compareGroup(model, server, org, group);
  if (team !== undefined && org.teams.includes(team)) await compareTeam(model, server, org, team);
}

export async function compareAll(model: Model, server: Server) {
  for (const org of model.orgs) {
    await compareOrg(model, server, org);
    await compareOlder(model, server, org);
    for (const group of org.groups) {
      await compareGroup(model, server, org, group);
      await compareRolesSeen(model, server, org, group);
    }
    for (const team of org.teams) await compareTeam(model, server, org, team);
  }
}

async function list(server: Server, org: Org, path: string, headers = {}) {
  const { json } = await server.ask(org, { path: `/api/atlas/v2/${path}`, headers });
  return json?.results ?? json;
}

const same = (path: string, listed: unknown, expected: unknown) =>
  deepEqual({ path, listed }, { path, listed: expected });

/** Learns the ids that one API gave to what the other API made, where they are shown for the first time. */
function learnIds(model: Model, org: Org, users: { id: string; username: string }[], invites: typeof users) {
  for (const person of people(model, org)) {
    const isTheir = isSame(usernameOf(person));
    const userId = () => learn(model, users.find(isTheir)?.id ?? "not listed");
    if (isMember(person)) person.account.id ??= userId();
    else {
      person.userId ??= userId();
      person.id ??= learn(model, invites.find(isTheir)?.id ?? "not listed");
    }
  }
}

async function compareOrg(model: Model, server: Server, org: Org) {
  const paths = { users: `orgs/${org.id}/users?${everyStatus}`, invites: `orgs/${org.id}/invites` };
  const users = await list(server, org, paths.users);
  const invites = await list(server, org, paths.invites);
  learnIds(model, org, users, invites);
  same(
    paths.users,
    users,
    people(model, org).map((person) => shownOrgUser(model, org, person)),
  );
  same(
    paths.invites,
    invites,
    orgInvites(model, org).map((invite) => shownOrgInvite(org, invite)),
  );
}

async function compareGroup(model: Model, server: Server, org: Org, group: Group) {
  const path = `groups/${group.id}`;
  const users = people(model, org)
    .filter((person) => isCurrent(model, person) && rolesIn(person, group).length > 0)
    .map((person) => shownGroupUser(model, org, person, group));
  same(`${path}/users`, await list(server, org, `${path}/users`), users);
  const invites = groupInvites(model, org, group).map((invite) => shownGroupInvite(org, invite));
  same(`${path}/invites`, await list(server, org, `${path}/invites`), invites);
  const teams = await list(server, org, `${path}/teams`);
  same(`${path}/teams`, withoutLinks(teams), shownTeams(org.teams, group));
}

async function compareTeam(model: Model, server: Server, org: Org, team: Team) {
  const path = `orgs/${org.id}/teams/${team.id}/users`;
  const users = people(model, org)
    .filter((person) => isCurrent(model, person) && person.teamIds.includes(team.id))
    .map((person) => shownOrgUser(model, org, person));
  same(path, await list(server, org, path), users);
}

/** The older version knows of members only, and the names of teams are those they were given last. */
async function compareOlder(model: Model, server: Server, org: Org) {
  const path = `orgs/${org.id}/users`;
  const listed = await list(server, org, path, v2023Only);
  const members = people(model, org).filter(isMember);
  same(
    `older ${path}`,
    listed.map(({ id }: { id: string }) => id),
    members.map(({ account }) => account.id),
  );
  const teams = await list(server, org, `orgs/${org.id}/teams`);
  same(
    "teams",
    withoutLinks(teams),
    org.teams.map(({ id, name }) => ({ id, name })),
  );
}

/** Roles in a project come from the person's own, from teams and from the organization. */
async function compareRolesSeen(model: Model, server: Server, org: Org, group: Group) {
  const path = `groups/${group.id}/users?flattenTeams=true&includeOrgUsers=true`;
  const users = people(model, org).flatMap((person) => {
    const ofTeams = org.teams
      .filter(({ id }) => person.teamIds.includes(id))
      .flatMap(({ groupRoles }) => groupRoles[group.id] ?? []);
    const roles = [...rolesIn(person, group), ...ofTeams, ...impliedInGroup(person)];
    const isSeen = isCurrent(model, person) && roles.length > 0;
    return isSeen ? [shownGroupUser(model, org, person, group, roles)] : [];
  });
  same(path, await list(server, org, path), users);
}

function impliedInGroup({ roles }: Holdings): string[] {
  if (roles.includes("ORG_OWNER")) return ["GROUP_OWNER"];
  return roles.includes("ORG_READ_ONLY") ? ["GROUP_READ_ONLY"] : [];
}
