import { inviteToGroup } from "../../changes/inviting.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, chooseUsername, groupRoleErrors, olderSets } from "../declare.ts";
import { showInvite } from "./common.ts";

export const createGroupInvite = atlas("createGroupInvite", {
  holds: "group",
  counts: olderSets.invitations,
  errors: [
    ...groupRoleErrors,
    "DUPLICATE_INVITATION",
    "INVALID_USERNAME",
    "INVITATIONS_RATE_LIMITED_IP",
    "MAX_USERS_PER_GROUP_EXCEEDED",
    "USER_ALREADY_IN_GROUP",
  ],
}).handle(async (context) => {
  const { group, body, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  return inviteToGroup(context, group, { username, roles, inviter: caller.name });
}, showInvite);
