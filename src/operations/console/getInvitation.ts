// Shows the invitation of a link to the person who opens it. That changes nothing, because mail scanners open links too.
import Type from "typebox";
import type { AnyInvite } from "../../changes/accepting.ts";
import { followLink } from "../../changes/accepting.ts";
import { inOrder } from "../../contract/roles.ts";
import { door } from "../../domain/access.ts";
import { toTimestamp } from "../../domain/instant.ts";
import type { Reads } from "../../store/store.ts";
import { operation } from "../operation.ts";
import { asIs, consoleRead } from "./common.ts";

export const getInvitation = operation({
  ...consoleRead,
  id: "getInvitation",
  summary: "Get the invitation of a link",
  description: "What the invitation gives, or what became of it, if it has ended.",
  door: door.open,
  query: { token: Type.String() },
  errors: ["INVITATION_LINK_NOT_FOUND"],
}).handle(async ({ tx, query, now, issue, fault }) => {
  const invite = await followLink({ tx, now, fault }, issue.hashOf(query.token ?? ""));
  const user = await tx.users.byAddress(invite.username);
  return {
    status: invite.status,
    username: invite.username,
    inviter: invite.inviterUsername,
    ...(await namesOf(tx, invite)),
    createdAt: toTimestamp(invite.createdAt),
    expiresAt: toTimestamp(invite.expiresAt),
    // A person without a password sets one by joining.
    hasAccount: user !== undefined && (await tx.users.passwordHash(user.id)) !== null,
  };
}, asIs);

/** Where an invitation leads, in words. */
async function namesOf(tx: Reads, { id, orgId, groupId }: AnyInvite) {
  const { roles, groupRoles, teamIds } = await tx.invites.gifts(id);
  const groupNames = new Map<string, string>();
  for (const each of new Set([...groupRoles.map((gift) => gift.groupId), ...(groupId ? [groupId] : [])])) {
    groupNames.set(each, (await tx.groups.find(each))?.name ?? "");
  }
  const teams: string[] = [];
  for (const teamId of teamIds) teams.push((await tx.teams.find(orgId, teamId))?.name ?? "");
  return {
    orgName: (await tx.orgs.find(orgId))?.name ?? "",
    groupName: groupId === null ? null : (groupNames.get(groupId) ?? ""),
    roles: inOrder(roles),
    groupRoles: groupRoles
      .map((gift) => ({ groupName: groupNames.get(gift.groupId) ?? "", role: gift.role }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    teams: teams.sort(),
  };
}
