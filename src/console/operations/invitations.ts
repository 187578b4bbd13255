// Operations of pages on invitations.

import {
  type AnyInvite,
  accept,
  followLink,
  holdLink,
  personOf,
  provesNoMailbox,
  refuseEnded,
} from "../../atlas/invites/accepting.ts";
import { describeInvite, inviterOf } from "../../atlas/invites/describing.ts";
import { revokeInvitesBy } from "../../atlas/invites/inviting.ts";
import { pendingBy } from "../../atlas/invites/pending.ts";
import { leadsTo, traceInvite } from "../../atlas/invites/tracing.ts";
import { findMember, memberErrors } from "../../atlas/users/membership.ts";
import { changingOf, type Looking } from "../../core/changes/changing.ts";
import { holdsInGroup, ownsOrg } from "../../core/changes/scopes.ts";
import {
  beginSession,
  checkSignUp,
  hasPassword,
  isIdentified,
  refusePoor,
  replacePassword,
  requirePasswords,
} from "../../core/changes/sessions.ts";
import { isSameAddress } from "../../core/domain/address.ts";
import { groupsOf } from "../../core/domain/membership.ts";
import { checkNames, nameErrors } from "../../core/domain/user.ts";
import {
  type Caller,
  consoleSets,
  door,
  ObjectId,
  operation,
  type Reads,
  Type,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { asIs, byInviter, onPages, showPending, tokenToHand } from "./common.ts";

export const listGroupInvitationsBy = operation("GET /console/groups/{groupId}/inviters/{inviter}", {
  ...onPages,
  summary: "List the pending invitations of an inviter",
  description:
    "Those to the project, and those to its organization that give roles in the project. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: byInviter,
}).handle(async ({ tx, now, group, params }) => {
  const at = { orgId: group.orgId, groupId: group.id };
  return showPending(await pendingBy({ tx, now }, at, params.inviter));
}, asIs);

export const listOrgInvitationsBy = operation("GET /console/orgs/{orgId}/inviters/{inviter}", {
  ...onPages,
  summary: "List the pending invitations of an inviter",
  description: "All to the organization and to its projects. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: byInviter,
}).handle(async ({ tx, now, org, params }) => {
  const at = { orgId: org.id, groupId: null };
  return showPending(await pendingBy({ tx, now }, at, params.inviter));
}, asIs);

export const getGroupInvitation = operation("GET /console/groups/{groupId}/invitations/{invitationId}", {
  ...onPages,
  summary: "Get an invitation to a project",
  description:
    "What it gives or gave there, what became of it and of its messages, and its events. One to the organization counts where it gives roles in the project. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: { invitationId: ObjectId },
  errors: ["RESOURCE_NOT_FOUND"],
  needs: ["sendsMail", "issue"],
}).handle(async ({ tx, group, params, now, fault, ...server }) => {
  const invite = await tx.invites.find(params.invitationId, now);
  if (invite === undefined || !(await leadsTo(tx, invite, group.id))) {
    throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  }
  return { ...(await traceInvite({ tx, now }, invite, group.id)), token: tokenToHand(server, invite) };
}, asIs);

/** Shows the invitation of a link to the person who opens it. It changes nothing, because mail scanners open links too. */
export const getInvitation = operation("GET /console", {
  ...onPages,
  summary: "Get the invitation of a link",
  description: "What the invitation gives, or what became of it, if it has ended.",
  door: door.open,
  query: { token: Type.String() },
  errors: ["INVITATION_LINK_NOT_FOUND"],
  needs: ["issue"],
}).handle(async ({ tx, query, now, issue, fault }) => {
  const aim = issue.aimOf(query.token ?? "");
  const invite = await followLink({ tx, now, fault }, aim);
  const user = await tx.users.byAddress(invite.username);
  const described = await describeInvite(tx, invite);
  const [only, ...others] = described.groupRoles;
  return {
    id: invite.id,
    status: invite.status,
    username: invite.username,
    inviter: await inviterOf(tx, invite),
    ...described,
    orgId: invite.orgId,
    /** The only project of the invitation; null if there are several, or none. */
    groupId: invite.groupId ?? (others.length === 0 && only !== undefined ? only.groupId : null),
    groupRoles: described.groupRoles.flatMap(({ groupName, roles }) =>
      roles.map((role) => ({ groupName, role })),
    ),
    createdAt: toTimestamp(invite.createdAt),
    expiresAt: toTimestamp(invite.expiresAt),
    // A person without a password sets one by joining.
    hasAccount: user !== undefined && (provesNoMailbox(aim) || (await hasPassword(tx, user.id))),
  };
}, asIs);

export const getOrgInvitation = operation("GET /console/orgs/{orgId}/invitations/{invitationId}", {
  ...onPages,
  summary: "Get an invitation to an organization",
  description:
    "What it gives or gave, what became of it and of its messages, and its events. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: { invitationId: ObjectId },
  errors: ["RESOURCE_NOT_FOUND"],
  needs: ["sendsMail", "issue"],
}).handle(async ({ tx, org, params, now, fault, ...server }) => {
  const invite = await tx.invites.find(params.invitationId, now);
  if (invite === undefined || invite.orgId !== org.id || invite.groupId !== null) {
    throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  }
  return { ...(await traceInvite({ tx, now }, invite)), token: tokenToHand(server, invite) };
}, asIs);

/** Returns the invitation that a pending user of an organization has not yet accepted: lists of people name only the user. */
export const getPendingInvitation = operation("GET /console/orgs/{orgId}/users/{userId}/invitation", {
  ...onPages,
  summary: "Get the invitation a person waits on",
  description: "The pending invitation of a user to the organization. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  errors: [...memberErrors, "INVITATION_ENDED"],
}).handle(async (context) => {
  const member = await findMember(context, context.org, context.params.userId);
  if (member.status === "ACTIVE") throw context.fault("INVITATION_ENDED", { status: "ACCEPTED" });
  return { invitationId: member.invite.id };
}, asIs);

export const acceptInvitation = operation("POST /console", {
  ...onPages,
  summary: "Accept an invitation",
  description:
    "Gives the person all that the invitation offers. Only the invited address may accept; doing so twice is the same as once.",
  door: door.signedIn,
  isBeforeFactor: true,
  locks: "handler",
  body: Type.Object({ token: Type.String() }),
  errors: ["INVITATION_ENDED", "INVITATION_LINK_NOT_FOUND", "INVITATION_OF_ANOTHER_ADDRESS"],
  needs: ["issue"],
}).handle(async (context) => {
  const { body, caller, issue, fault } = context;
  const invite = await holdLink(context, issue.aimOf(body.token));
  if (!isSameAddress(invite.username, caller.name)) throw fault("INVITATION_OF_ANOTHER_ADDRESS", {});
  refuseEnded(invite, fault, "ACCEPTED");
  await accept(context, invite);
  const { orgId, groupId } = invite;
  return { status: "ACCEPTED", orgId, groupId } as const;
}, asIs);

/** Declines an invitation. The link suffices for that; no account is needed. */
export const declineInvitation = operation("POST /console", {
  ...onPages,
  summary: "Decline an invitation",
  description: "Ends the invitation for good. Declining twice is the same as once.",
  door: door.open,
  locks: "handler",
  body: Type.Object({ token: Type.String() }),
  errors: ["INVITATION_ENDED", "INVITATION_LINK_NOT_FOUND"],
  needs: ["issue"],
}).handle(async ({ tx, body, now, issue, fault }) => {
  const invite = await holdLink({ tx, now, fault }, issue.aimOf(body.token));
  refuseEnded(invite, fault, "DECLINED");
  await tx.invites.end(invite.id, "DECLINED", now);
  return { status: "DECLINED" } as const;
}, asIs);

export const joinByInvitation = operation("POST /console", {
  ...onPages,
  securityEvent: "join",
  summary: "Join by an invitation",
  description:
    "For an invited person without a password, a passkey and a provider: the link proves the mailbox, so it may set password and names of the account, which is made where there is none. Others sign in and accept instead.",
  door: door.open,
  locks: "handler",
  body: Type.Object({
    token: Type.String(),
    firstName: Type.String(),
    lastName: Type.String(),
    password: Type.String(),
  }),
  errors: [
    ...nameErrors,
    "COMMON_PASSWORD",
    "INVITATION_ENDED",
    "INVITATION_LINK_NOT_FOUND",
    "PASSWORDS_OFF",
    "PERSONAL_PASSWORD",
    "SIGN_UP_CLOSED",
    "USER_ALREADY_EXISTS",
    "WEAK_PASSWORD",
  ],
  needs: ["issue", "browser", "policy"],
})
  .prepare(async ({ body, remoteAddress, now, policy, issue, passwords, read, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    const aim = issue.aimOf(body.token);
    // Hashing is slow, so it is done for a valid link only.
    const invite = await read((tx) => followLink({ tx, now, fault }, aim));
    refuseEnded(invite, fault);
    const names = checkNames(body, fault);
    await refusePoor({ passwords, fault }, body.password, { ...names, username: invite.username });
    await spendFrom(consoleSets.hashing);
    return { aim, names, passwordHash: await passwords.hash(body.password), remoteAddress };
  })
  .handle(
    async ({ tx, prepared, now, newId, issue, browser, policy, fault }) => {
      const { aim, names, passwordHash, remoteAddress } = prepared;
      const invite = await holdLink({ tx, now, fault }, aim);
      refuseEnded(invite, fault);
      const { username: address } = invite;
      if ((await tx.users.byAddress(address)) === undefined) {
        await checkSignUp({ tx, now, policy, fault }, address);
      } else if (provesNoMailbox(aim)) throw fault("USER_ALREADY_EXISTS", { username: address });
      const { id, username } = await personOf({ tx, now, newId }, invite);
      tx.locks.person(id);
      // An invitation link must not bypass the passkey or the provider of an existing account.
      if ((await hasPassword(tx, id)) || (await tx.passkeys.has(id)) || (await isIdentified(tx, id))) {
        throw fault("USER_ALREADY_EXISTS", { username });
      }
      await replacePassword(tx, id, passwordHash);
      await tx.users.setNames(id, names);
      const actor = { kind: "USER", id, name: username, remoteAddress } as const;
      await accept(changingOf({ tx, now, newId }, actor), invite);
      return { ...(await beginSession({ tx, now, newId, issue, browser }, id)), username };
    },
    // The name is only for the security log.
    ({ username: _, ...session }) => session,
  );

export const resendInvitation = operation("POST /console", {
  ...onPages,
  summary: "Send an invitation again",
  description:
    "Mails a fresh link to the same invitation, which keeps its id, dates and roles; links sent before stay good. Needs Project Owner for an invitation with roles in the project, Organization Owner for any to the organization.",
  door: door.signedIn,
  locks: "handler",
  body: Type.Object({ invitationId: ObjectId }),
  errors: ["INVITATION_ENDED", "RESOURCE_NOT_FOUND"],
})
  .prepare(async ({ body, caller, now, read, spend, fault }) => {
    const { invitationId } = body;
    // Other callers must not use up the messages that the owners may send.
    refuseEnded(await read((tx) => findOwned({ tx, now, fault }, caller, invitationId)), fault);
    await spend(consoleSets.resends, invitationId);
  })
  .handle(async ({ tx, body, caller, now, fault, mail }) => {
    const invite = await findOwned({ tx, now, fault }, caller, body.invitationId);
    refuseEnded(invite, fault);
    await mail({ inviteId: invite.id });
    return {};
  }, asIs);

/** Finds an invitation that the caller may send; all others count as missing. */
async function findOwned({ tx, now, fault }: Looking<"RESOURCE_NOT_FOUND">, caller: Caller, id: string) {
  const invite = await tx.invites.find(id, now);
  if (invite === undefined || !(await owns(tx, caller, invite))) {
    throw fault("RESOURCE_NOT_FOUND", { resource: id });
  }
  return invite;
}

/**
 * Reports whether the caller owns the invitation's organization or one of its projects, also if the project is part of an
 * invitation to the organization.
 */
async function owns(tx: Reads, caller: Caller, invite: AnyInvite): Promise<boolean> {
  const { orgId, groupId } = invite;
  if (groupId === null && (await ownsOrg(tx, orgId, caller.id))) return true;
  const { groupRoles } = await tx.invites.holdingsOf(invite);
  for (const id of groupId === null ? groupsOf(groupRoles) : [groupId]) {
    if (await holdsInGroup(tx, id, caller, "GROUP_OWNER")) return true;
  }
  return false;
}

export const revokeGroupInvitationsBy = operation("POST /console/groups/{groupId}/inviters/{inviter}", {
  ...onPages,
  summary: "Revoke the pending invitations of an inviter",
  description:
    "Those to the project; those to its organization lose their roles in the project. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  params: byInviter,
}).handle(async (context) => {
  const { group, params } = context;
  await revokeInvitesBy(context, { orgId: group.orgId, groupId: group.id }, params.inviter);
  return {};
}, asIs);

export const revokeOrgInvitationsBy = operation("POST /console/orgs/{orgId}/inviters/{inviter}", {
  ...onPages,
  summary: "Revoke the pending invitations of an inviter",
  description: "All to the organization and to its projects. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  params: byInviter,
}).handle(async (context) => {
  const { org, params } = context;
  await revokeInvitesBy(context, { orgId: org.id, groupId: null }, params.inviter);
  return {};
}, asIs);
