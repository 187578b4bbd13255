import { memberErrors, membersWith, pickMember } from "../../changes/membership.ts";
import { checkSize, joinTeam, joinTeamErrors, peopleOf } from "../../changes/teams.ts";
import type { ActiveMember } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showAccountInList } from "../users/common.ts";
import { firstPage, teamOf } from "./common.ts";

export const addOrgTeamUsers = atlas("addOrgTeamUsers", {
  errors: [...memberErrors, ...joinTeamErrors, "CANNOT_ADD_PENDING_USER", "TEAM_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, params, body, now, fault } = context;
  const team = await teamOf(tx, org, params.teamId, fault);
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
