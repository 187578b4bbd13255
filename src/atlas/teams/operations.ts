// Operations on teams of an organization.

import { type ActiveMember, chooseStatuses, inListOrder } from "../../core/domain/membership.ts";
import { checkTeamName } from "../../core/domain/team.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { ofAddress, pageOf, showPageOf } from "../../core/operations/declare.ts";
import { showAccountInList, showOlderList, showOrgUser } from "../users/common.ts";
import {
  findAmong,
  findMember,
  memberErrors,
  membersOf,
  membersWith,
  pickMember,
} from "../users/membership.ts";
import { firstPage, showTeam, teamAsked, teamOf } from "./common.ts";
import {
  checkSize,
  joinTeam,
  joinTeamErrors,
  leaveTeam,
  makeTeam,
  peopleOf,
  refuseLastOf,
  refuseTakenName,
  removeTeam,
} from "./teams.ts";

export const listOrgTeamUsers = atlas("listOrgTeamUsers", {
  errors: ["INVALID_QUERY_PARAMETER", "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS", "TEAM_NOT_FOUND"],
}).handle(
  async (context) => {
    const { tx, org, query, now, fault } = context;
    const team = await teamOf(context);
    const statuses = chooseStatuses(query, fault);
    const { username, userId } = query;
    const people = (await membersOf(tx, org, now, statuses)).filter(
      (member) =>
        member.teamIds.includes(team.id) &&
        statuses.includes(member.status) &&
        (username === undefined || ofAddress(username)(member)) &&
        (userId === undefined || member.id === userId),
    );
    return pageOf(inListOrder(people), { ...query, includeCount: true });
  },
  {
    "2023-01-01": showOlderList,
    "2025-02-19": showPageOf(showOrgUser),
  },
);

export const listOrgTeams = atlas("listOrgTeams", {}).handle(
  async ({ tx, org, query }) => tx.teams.inOrg(org.id, query),
  showPageOf(showTeam),
);

export const getOrgTeam = atlas("getOrgTeam", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(teamAsked, showTeam);

export const getOrgTeamByName = atlas("getOrgTeamByName", {
  errors: ["TEAM_NAME_NOT_FOUND"],
}).handle(async ({ tx, org, params, fault }) => {
  const team = await tx.teams.named(org.id, params.teamName);
  if (team === undefined) throw fault("TEAM_NAME_NOT_FOUND", { teamName: params.teamName });
  return team;
}, showTeam);

export const addOrgTeamUser = atlas("addOrgTeamUser", {
  errors: [...memberErrors, ...joinTeamErrors, "TEAM_NOT_FOUND"],
}).handle(async (context) => {
  const team = await teamOf(context);
  const { member, members } = await findAmong(context, context.org, context.body.id);
  return joinTeam(context, team, member, members);
}, showOrgUser);

export const addOrgTeamUsers = atlas("addOrgTeamUsers", {
  errors: [...memberErrors, ...joinTeamErrors, "CANNOT_ADD_PENDING_USER", "TEAM_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, now, fault } = context;
  const team = await teamOf(context);
  const userIds = new Set(body.map(({ id }) => id));
  const members = await membersWith(tx, org, now, ...userIds);
  checkSize(team.id, peopleOf(members, team.id).length + userIds.size, fault);
  for (const userId of userIds) {
    const member = pickMember(members, userId, fault);
    const { username } = member;
    if (member.status !== "ACTIVE") throw fault("CANNOT_ADD_PENDING_USER", { username });
    await joinTeam(context, team, member, members);
  }
  const isActive = (member: { status: string }): member is ActiveMember => member.status === "ACTIVE";
  return firstPage(peopleOf(await tx.members.current(org, now), team.id).filter(isActive));
}, showPageOf(showAccountInList));

export const createOrgTeam = atlas("createOrgTeam", {
  errors: [
    "CANNOT_ADD_PENDING_USER",
    "INVALID_TEAM_NAME",
    "MAX_TEAMS_PER_ORG_EXCEEDED",
    "MAX_TEAMS_PER_USER_EXCEEDED",
    "MAX_USERS_PER_TEAM_EXCEEDED",
    "TEAM_NAME_NOT_AVAILABLE",
    "USERNAME_NOT_FOUND",
  ],
}).handle(
  async (context) => {
    const { name, usernames = [] } = context.body;
    return makeTeam(context, context.org, { name, usernames });
  },
  (team, showing) => ({ ...showTeam(team, showing), usernames: team.usernames }),
  // The path lacks the API's prefix, as recorded.
  ({ id, orgId }, { origin }) => ({ location: `${origin}/orgs/${orgId}/teams/${id}` }),
);

export const renameOrgTeam = atlas("renameOrgTeam", {
  errors: ["INVALID_TEAM_NAME", "TEAM_NAME_NOT_AVAILABLE", "TEAM_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, fault, record } = context;
  const team = await teamOf(context);
  const name = checkTeamName(body.name, fault);
  if (name === team.name) return team;
  await refuseTakenName(context, org, name);
  await tx.teams.rename(team.id, name);
  const kept = { name: { before: team.name, after: name }, access: [] };
  await record("TEAM_NAME_CHANGED", { orgId: org.id, details: { teamId: team.id }, kept });
  return { ...team, name };
}, showTeam);

export const deleteOrgTeam = atlas("deleteOrgTeam", {
  errors: ["CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => removeTeam(context, context.org, await teamAsked(context)));

export const removeOrgTeamUser = atlas("removeOrgTeamUser", {
  errors: [...memberErrors, "TEAM_NOT_FOUND", "USER_NOT_IN_TEAM"],
}).handle(async (context) => {
  const team = await teamOf(context);
  const member = await findMember(context, context.org, context.body.id);
  return leaveTeam(context, team, member);
}, showOrgUser);

export const removeOrgTeamUserFromTeam = atlas("removeOrgTeamUserFromTeam", {
  errors: [...memberErrors, "CANNOT_REMOVE_LAST_USER_FROM_TEAM", "TEAM_NOT_FOUND", "USER_NOT_IN_TEAM"],
}).handle(async (context) => {
  const { org, params, fault } = context;
  const team = await teamOf(context);
  const member = await findMember(context, org, params.userId);
  const { username } = member;
  if (member.status !== "ACTIVE") throw fault("USER_NOT_IN_ORG", { username, orgId: org.id });
  await refuseLastOf(context, org, team, member);
  await leaveTeam(context, team, member);
});
