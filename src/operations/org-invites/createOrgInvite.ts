// Invites an address to an organization.
import { OrganizationInvitationRequest } from "../../contract/schemas/org-invites.ts";
import { door } from "../../domain/access.ts";
import { ofAddress } from "../../domain/address.ts";
import { chooseUsername } from "../../domain/invite.ts";
import { mostUsersPerOrg } from "../../domain/org.ts";
import { draftOrgInvite } from "../../domain/org-invite.ts";
import { operation } from "../operation.ts";
import { chooseAll, giftErrors, path, shared, versions } from "./common.ts";
import { showInvite } from "./views.ts";

export const createOrgInvite = operation({
  id: "createOrgInvite",
  method: "POST",
  path,
  ...shared,
  summary: "Invite a person to an organization",
  description:
    "Invites an e-mail address to the organization with at least one organization role, and if wanted with roles in its projects and into its teams. The invitation can be accepted for thirty days; it takes the place of one that expired or was declined. An address that is pending or a member already answers 409. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: OrganizationInvitationRequest,
  successor: "createOrgUser",
  versions,
  errors: [
    ...giftErrors,
    "DUPLICATE_ORG_INVITATION",
    "INVALID_USERNAME",
    "MAX_USERS_PER_ORG_EXCEEDED",
    "USER_ALREADY_IN_ORG",
  ],
}).handle(
  async ({ tx, org, body, caller, now, newId, fault, record }) => {
    const username = chooseUsername(body.username, fault);
    const { roles, groupRoles = [], teamIds = [] } = await chooseAll(tx, org, body, fault);

    const open = await tx.orgInvites.all(org, now);
    const before = open.filter(ofAddress(username));
    if (before.some(({ status }) => status === "PENDING")) {
      throw fault("DUPLICATE_ORG_INVITATION", { username, orgId: org.id });
    }
    const user = await tx.users.byAddress(username);
    if (user !== undefined && (await tx.users.isInOrg(user.id, org.id))) {
      throw fault("USER_ALREADY_IN_ORG", { username, orgId: org.id });
    }
    const pending = open.filter(({ status }) => status === "PENDING").length;
    if ((await tx.orgInvites.countMembers(org.id)) + pending >= mostUsersPerOrg) {
      throw fault("MAX_USERS_PER_ORG_EXCEEDED", { limit: mostUsersPerOrg, orgId: org.id });
    }

    const gifts = { roles, groupRoles, teamIds };
    const [id, pendingUserId] = [newId(), newId()];
    const who = { id, userId: user?.id ?? pendingUserId, username };
    const invite = draftOrgInvite({ ...who, ...gifts, org, inviter: caller.name, now });
    for (const ended of before) await tx.orgInvites.close(ended.id, "REVOKED", now);
    await tx.orgInvites.add(invite);
    await record("INVITED_TO_ORG", { orgId: org.id, targetUsername: username });
    await tx.outbox.add({ id: newId(), about: { inviteId: id }, now });
    return invite;
  },
  { "2023-01-01": showInvite },
);
