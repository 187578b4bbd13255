// Invites an address to a project.
import { envelope, pretty } from "../../contract/schemas/common.ts";
import { GroupInvitationRequest } from "../../contract/schemas/invites.ts";
import { door } from "../../domain/access.ts";
import { chooseUsername, draftInvite } from "../../domain/invite.ts";
import { chooseGroupRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { checkRoomInGroup } from "../users/admission.ts";
import { membersAround } from "../users/membership.ts";
import { path, shared, versions } from "./common.ts";
import { showInvite } from "./views.ts";

export const createGroupInvite = operation({
  id: "createGroupInvite",
  method: "POST",
  path,
  ...shared,
  summary: "Invite a person to a project",
  description:
    "Invites an e-mail address to the project with at least one project role. The invitation can be accepted for thirty days. An address that is pending or a member already answers 409. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  query: { pretty, envelope },
  body: GroupInvitationRequest,
  successor: "addGroupUsers",
  versions,
  errors: [
    "BAD_REQUEST",
    "DUPLICATE_INVITATION",
    "INVALID_ROLE_FOR_GROUP",
    "INVALID_USERNAME",
    "MAX_USERS_PER_GROUP_EXCEEDED",
    "MISSING_ATTRIBUTE",
    "USER_ALREADY_IN_GROUP",
  ],
}).handle(
  async ({ tx, group, body, caller, now, newId, fault, record }) => {
    const username = chooseUsername(body.username, fault);
    const roles = chooseGroupRoles(body.roles, group.id, fault);
    if ((await tx.invites.pendingByAddress(group, username, now)) !== undefined) {
      throw fault("DUPLICATE_INVITATION", { username, groupId: group.id });
    }
    const user = await tx.users.byAddress(username);
    if (user !== undefined && (await tx.users.isInGroup(user.id, group.id))) {
      throw fault("USER_ALREADY_IN_GROUP", { username, groupId: group.id });
    }
    await checkRoomInGroup({ tx, now, fault }, group.id, await membersAround(tx, group, now));
    const invite = draftInvite({ id: newId(), group, username, roles, inviter: caller.name, now });
    await tx.invites.expireOverdue(group.id, username, now);
    await tx.invites.add(invite);
    await record("INVITED_TO_GROUP", { groupId: group.id, targetUsername: username });
    if (user === undefined || !(await tx.users.isInOrg(user.id, group.orgId))) {
      await record("INVITED_TO_ORG", { orgId: group.orgId, targetUsername: username });
    }
    await tx.outbox.add({ id: newId(), about: { inviteId: invite.id }, now });
    return invite;
  },
  { "2023-01-01": showInvite },
);
