// Accepts invitations of either kind, with the account, its roles and teams, and their events. Finds invitations by link.

import type { Changing, Looking, Writing } from "../../core/changes/changing.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { type GroupRole, inOrder, type OrgRole, type RoleName } from "../../core/contract/roles.ts";
import { rolesIn } from "../../core/domain/credential.ts";
import type { GroupRoleGrant, InviteStatus } from "../../core/domain/invite.ts";
import { groupsOf, type Holdings } from "../../core/domain/membership.ts";
import { draftUser, type User } from "../../core/domain/user.ts";
import type { LinkAim } from "../../core/secrets/handed-links.ts";
import type { Reads, Writes } from "../../core/store/store.ts";
import { keepRoles, keepTeam, teamToKeep } from "../users/keeping.ts";

/** An invitation to a project or, where `groupId` is null, to an organization. */
export type AnyInvite = NonNullable<Awaited<ReturnType<Reads["invites"]["find"]>>>;

/**
 * Accepts an invitation; returns whether it was still pending. One with roles that this version does not know cannot be
 * accepted.
 */
export async function accept(changing: Changing, invite: AnyInvite): Promise<boolean> {
  const { tx, now } = changing;
  const { roles, groupRoles, teamIds } = await tx.invites.holdingsOf(invite);
  if (roles.length === 0) return false;
  if (!(await tx.invites.end(invite.id, "ACCEPTED", now))) return false;
  const user = await personOf(changing, invite);
  const beside = await inviteBeside(changing, invite);
  if (beside !== undefined) await accept(changing, beside);
  const { orgId, groupId } = invite;
  // One column holds the roles of both kinds.
  const held =
    groupId === null
      ? { roles: roles as OrgRole[], groupRoles: groupRoles as GroupRoleGrant[] }
      : {
          roles: ["ORG_MEMBER"] as const,
          groupRoles: roles.map((role) => ({ groupId, role: role as GroupRole })),
        };
  await join(changing, user, orgId, { ...held, teamIds });
  return true;
}

/** Returns the account of an invited address. A new account has no password and no name. */
export async function personOf(changing: Writing, invite: AnyInvite) {
  const { tx, now, newId } = changing;
  const known = await tx.users.byAddress(invite.username);
  if (known !== undefined) return known;
  // A pending user keeps the id and the spelling under which it is listed.
  const { userId, username } = (await inviteBeside(changing, invite)) ?? invite;
  const isFree = userId !== null && (await tx.users.find(userId)) === undefined;
  const user = draftUser({ id: isFree ? userId : newId(), username, now });
  await tx.users.add(user, null);
  return user;
}

/**
 * Finds the other invitation of an address, because a person is never active and pending at once: accepting a project's
 * invitation accepts the organization's too.
 */
async function inviteBeside(
  { tx, now }: Pick<Changing, "tx" | "now">,
  { orgId, groupId, username }: AnyInvite,
): Promise<AnyInvite | undefined> {
  const beside = groupId === null ? undefined : await tx.orgInvites.pendingId(orgId, username, now);
  return beside === undefined ? undefined : tx.invites.find(beside, now);
}

export async function join(
  { tx, now, record }: Changing,
  user: Pick<User, "id" | "username">,
  orgId: string,
  { roles, groupRoles, teamIds }: Holdings,
): Promise<void> {
  const targetUsername = user.username;
  const holder = { status: "ACTIVE", username: targetUsername } as const;
  const held = (await tx.grants.of(user.id)).filter((each) => each.orgId === orgId);
  const changeIn = (groupId: string | null, given: readonly RoleName[]) => {
    const before = inOrder(rolesIn(held, groupId));
    return { before, after: inOrder(new Set([...before, ...given])) };
  };
  const changed = changeIn(null, roles);
  const kept = keepRoles(holder, null, changed);
  if (changed.before.length === 0) {
    await record("JOINED_ORG", { orgId, targetUsername, kept });
  } else if (String(changed.before) !== String(changed.after)) {
    await record("USER_ROLES_CHANGED_AUDIT", { orgId, targetUsername, kept });
  }
  for (const role of roles) await tx.grants.give(user.id, { orgId, groupId: null }, role, now);
  for (const { groupId, role } of groupRoles) await tx.grants.give(user.id, { orgId, groupId }, role, now);
  for (const groupId of groupsOf(groupRoles)) {
    const given = groupRoles.filter((roleGrant) => roleGrant.groupId === groupId).map(({ role }) => role);
    const kept = keepRoles(holder, groupId, changeIn(groupId, given));
    await record("JOINED_GROUP", { groupId, targetUsername, kept });
  }
  for (const teamId of teamIds) {
    if (!(await tx.teams.join(teamId, user.id))) continue;
    const kept = keepTeam(holder, await teamToKeep(tx, orgId, teamId), "gained");
    await record("JOINED_TEAM", { orgId, targetUsername, kept });
  }
}

export async function followLink({ tx, now, fault }: Looking<"INVITATION_LINK_NOT_FOUND">, aim: LinkAim) {
  const { inviteId } = "inviteId" in aim ? aim : ((await tx.outbox.link(aim.hash, now)) ?? {});
  const invite = inviteId == null ? undefined : await tx.invites.find(inviteId, now);
  if (invite === undefined) throw fault("INVITATION_LINK_NOT_FOUND", {});
  return invite;
}

/**
 * Reports whether a link does not prove that the mailbox is the person's. A link that was passed on by hand can create an
 * account, but never opens an existing one, because the inviter has seen the link.
 */
export const provesNoMailbox = (aim: LinkAim): boolean => "inviteId" in aim;

export async function holdLink(
  looking: Looking<"INVITATION_LINK_NOT_FOUND"> & { readonly tx: Writes },
  aim: LinkAim,
): Promise<AnyInvite> {
  const { orgId } = await followLink(looking, aim);
  looking.tx.locks.org(orgId);
  const invite = await followLink(looking, aim);
  // The project may have moved to another organization in between.
  return invite.orgId === orgId ? invite : holdLink(looking, aim);
}

/** Refuses an invitation that has ended, except with the status `wanted`: the same answer may be given twice. */
export function refuseEnded(
  { status }: Pick<AnyInvite, "status">,
  fault: FaultMaker<"INVITATION_ENDED">,
  wanted?: InviteStatus,
): void {
  if (status !== "PENDING" && status !== wanted) throw fault("INVITATION_ENDED", { status });
}
