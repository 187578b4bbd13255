// Creates teams of an organization, adds people within the limits, gives them roles in projects, and records the events.

import { type Changing, checkRoles, type Looking, type Visiting } from "../../core/changes/changing.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import type { GroupRole } from "../../core/contract/roles.ts";
import { group as placeOfGroup, team as teamNamed } from "../../core/domain/access-history.ts";
import { isAddress, ofAddress } from "../../core/domain/address.ts";
import type { Kept } from "../../core/domain/event.ts";
import type { GroupInOrg } from "../../core/domain/group.ts";
import { isCurrent, type Member } from "../../core/domain/membership.ts";
import type { Org } from "../../core/domain/org.ts";
import {
  checkTeamName,
  type GroupTeam,
  mostTeamsPerGroup,
  mostTeamsPerOrg,
  mostTeamsPerUser,
  mostUsersPerTeam,
  type Team,
} from "../../core/domain/team.ts";
import type { User } from "../../core/domain/user.ts";
import { keepTeam } from "../users/keeping.ts";
import { changeMember } from "../users/membership.ts";

type NotMember = "CANNOT_ADD_PENDING_USER" | "USERNAME_NOT_FOUND";

/**
 * Finds a member by address. A person outside the organization is refused like an unknown address, so an owner cannot learn who
 * has an account.
 */
export async function memberNamed({ tx, now, fault }: Looking<NotMember>, org: Org, username: string) {
  const user = isAddress(username) ? await tx.users.byAddress(username) : undefined;
  if (user !== undefined && (await tx.users.isInOrg(user.id, org.id))) return user;
  const members = await tx.members.current(org, now);
  if (members.filter(ofAddress(username)).some(({ status }) => status === "PENDING")) {
    throw fault("CANNOT_ADD_PENDING_USER", { username });
  }
  throw fault("USERNAME_NOT_FOUND", { username });
}

async function checkTeamsOf(
  { tx, fault }: Visiting<"MAX_TEAMS_PER_USER_EXCEEDED">,
  user: Pick<User, "id" | "username">,
): Promise<void> {
  if ((await tx.teams.countOf(user.id)) < mostTeamsPerUser) return;
  throw fault("MAX_TEAMS_PER_USER_EXCEEDED", { limit: mostTeamsPerUser, username: user.username });
}

export function checkSize(teamId: string, size: number, fault: FaultMaker<"MAX_USERS_PER_TEAM_EXCEEDED">) {
  if (size <= mostUsersPerTeam) return;
  throw fault("MAX_USERS_PER_TEAM_EXCEEDED", { limit: mostUsersPerTeam, teamId });
}

/** Returns the active members of a team, and the people who join it by accepting their invitation. */
export const peopleOf = (members: readonly Member[], teamId: string): Member[] =>
  members.filter((member) => isCurrent(member) && member.teamIds.includes(teamId));

export const joinTeamErrors = [
  "MAX_TEAMS_PER_USER_EXCEEDED",
  "MAX_USERS_PER_TEAM_EXCEEDED",
  "USER_ALREADY_IN_TEAM",
] as const;

/** Adds a member, active or invited, to a team; `members` are all of the organization. Returns the member as it is now. */
export async function joinTeam(
  changing: Changing<(typeof joinTeamErrors)[number]>,
  { id: teamId }: Pick<Team, "id">,
  member: Member,
  members: readonly Member[],
): Promise<Member> {
  const { fault } = changing;
  const { username, teamIds } = member;
  if (teamIds.includes(teamId)) throw fault("USER_ALREADY_IN_TEAM", { username, teamId });
  checkSize(teamId, peopleOf(members, teamId).length + 1, fault);
  await checkTeamsOf(changing, member);
  return changeMember(changing, member, { ...member, teamIds: [...teamIds, teamId] });
}

export async function leaveTeam(
  changing: Changing<"USER_NOT_IN_TEAM">,
  { id: teamId }: Pick<Team, "id">,
  member: Member,
): Promise<Member> {
  const { username } = member;
  if (!member.teamIds.includes(teamId)) throw changing.fault("USER_NOT_IN_TEAM", { username, teamId });
  const teamIds = member.teamIds.filter((each) => each !== teamId);
  return changeMember(changing, member, { ...member, teamIds });
}

/** Refuses to remove the last active user of a team, as the older API does. */
export async function refuseLastOf(
  { tx, now, fault }: Looking<"CANNOT_REMOVE_LAST_USER_FROM_TEAM">,
  org: Org,
  { id: teamId }: Pick<Team, "id">,
  { id }: Pick<Member, "id">,
): Promise<void> {
  const active = peopleOf(await tx.members.current(org, now), teamId).filter(
    ({ status }) => status === "ACTIVE",
  );
  if (active.length === 1 && active[0]?.id === id) {
    throw fault("CANNOT_REMOVE_LAST_USER_FROM_TEAM", { teamId });
  }
}

interface WantedTeam {
  readonly name: string;
  readonly usernames: readonly string[];
}

type MakingCode =
  | NotMember
  | "INVALID_TEAM_NAME"
  | "MAX_TEAMS_PER_ORG_EXCEEDED"
  | "MAX_TEAMS_PER_USER_EXCEEDED"
  | "MAX_USERS_PER_TEAM_EXCEEDED"
  | "TEAM_NAME_NOT_AVAILABLE";

/** Creates a team of active users of the organization; returns it with the addresses of their accounts. */
export async function makeTeam(changing: Changing<MakingCode>, org: Org, wanted: WantedTeam) {
  const { tx, now, newId, fault, record } = changing;
  const orgId = org.id;
  const team = {
    id: newId(),
    orgId,
    name: checkTeamName(wanted.name, fault),
    createdAt: now,
  };
  const named = new Set(wanted.usernames);
  checkSize(team.id, named.size, fault);
  const usernames = new Map<string, string>();
  for (const username of named) {
    const user = await memberNamed(changing, org, username);
    await checkTeamsOf(changing, user);
    usernames.set(user.id, user.username);
  }
  await refuseTakenName(changing, org, team.name);
  if ((await tx.teams.countInOrg(orgId)) >= mostTeamsPerOrg) {
    throw fault("MAX_TEAMS_PER_ORG_EXCEEDED", { limit: mostTeamsPerOrg, orgId });
  }
  await tx.teams.add(team, [...usernames.keys()]);
  // The recorded order is this one.
  for (const targetUsername of usernames.values()) {
    const kept = keepTeam({ status: "ACTIVE", username: targetUsername }, team, "gained");
    await record("JOINED_TEAM", { orgId, targetUsername, kept });
  }
  const kept = { name: { before: "", after: team.name } };
  await record("TEAM_CREATED", { orgId, details: { teamId: team.id }, kept });
  return { ...team, usernames: [...usernames.values()] };
}

/** Deletes a team; each person in it gets an event of removal, as recorded. */
export async function removeTeam(
  { tx, now, fault, record }: Changing<"CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT">,
  org: Org,
  { id: teamId, name }: Pick<Team, "id" | "name">,
): Promise<void> {
  if (await tx.teams.isInAnyGroup(teamId)) throw fault("CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", { teamId });
  const people = peopleOf(await tx.members.current(org, now), teamId);
  await tx.teams.remove(teamId);
  for (const member of people) {
    const kept = keepTeam(member, { id: teamId, name }, "lost");
    await record("REMOVED_FROM_TEAM", { orgId: org.id, targetUsername: member.username, kept });
  }
  const kept = { name: { before: name, after: "" }, access: [] };
  await record("TEAM_DELETED", { orgId: org.id, details: { teamId }, kept });
}

export async function refuseTakenName(
  { tx, fault }: Visiting<"TEAM_NAME_NOT_AVAILABLE">,
  org: Pick<Org, "id">,
  name: string,
): Promise<void> {
  if ((await tx.teams.named(org.id, name)) === undefined) return;
  throw fault("TEAM_NAME_NOT_AVAILABLE", { name, orgId: org.id });
}

export async function addTeamToGroup(
  {
    tx,
    held,
    isRecent,
    fault,
    record,
  }: Changing<"MAX_TEAMS_PER_GROUP_EXCEEDED" | "TEAM_EXISTS_IN_GROUP" | "TEAM_NOT_FOUND">,
  { id: groupId, orgId }: GroupInOrg,
  teamId: string,
  roles: readonly GroupRole[],
): Promise<void> {
  if ((await tx.teams.find(orgId, teamId)) === undefined) throw fault("TEAM_NOT_FOUND", { teamId });
  const present = await tx.teams.inGroup(groupId);
  if (present.some((team) => team.teamId === teamId)) {
    throw fault("TEAM_EXISTS_IN_GROUP", { teamId, groupId });
  }
  if (present.length >= mostTeamsPerGroup) {
    throw fault("MAX_TEAMS_PER_GROUP_EXCEEDED", { limit: mostTeamsPerGroup, groupId });
  }
  checkRoles({ held, isRecent }, { scopeId: groupId, after: roles });
  await tx.teams.assign({ teamId, orgId, groupId }, roles);
  const kept = keepRoles({ teamId, groupId }, { before: [], after: roles });
  await record("TEAM_ADDED_TO_GROUP", { orgId, groupId, details: { teamId }, kept });
}

/** Replaces the roles of a team in a project; without roles it is removed from the project. */
export async function changeTeamRoles(
  { tx, held, isRecent, record }: Changing,
  { id: groupId, orgId }: GroupInOrg,
  { teamId, roles: before }: GroupTeam,
  roles: readonly GroupRole[],
): Promise<void> {
  if (String(roles) === String(before)) return;
  checkRoles({ held, isRecent }, { scopeId: groupId, before, after: roles });
  if (roles.length === 0) await tx.teams.unassign(teamId, groupId);
  else await tx.teams.assign({ teamId, orgId, groupId }, roles);
  const type = roles.length === 0 ? "TEAM_REMOVED_FROM_GROUP" : "TEAM_ROLES_MODIFIED";
  const kept = keepRoles({ teamId, groupId }, { before, after: roles });
  await record(type, { orgId, groupId, details: { teamId }, kept });
}

const keepRoles = (
  { teamId, groupId }: { readonly teamId: string; readonly groupId: string },
  roles: NonNullable<Kept["roles"]>,
): Kept => ({ roles, access: [{ who: teamNamed(teamId), in: placeOfGroup(groupId), ...roles }] });
