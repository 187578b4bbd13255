import { admissionErrors, admitToGroup } from "../../changes/inviting.ts";
import type { OrgInvite } from "../../domain/invite.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, chooseUsername, groupRoleErrors } from "../declare.ts";
import { showInvite } from "../org-invites/common.ts";

export const addGroupAccessUser = atlas("addGroupAccessUser", {
  errors: [...groupRoleErrors, "INVALID_USERNAME", ...admissionErrors],
}).handle(
  async (context) => {
    const { body, group, caller, fault } = context;
    const username = chooseUsername(body.username, fault);
    const roles = chooseGroupRoles(body.roles, group.id, fault);
    const member = await admitToGroup(context, group, { username, roles, inviter: caller.name });
    return member.status === "ACTIVE" ? undefined : member.invite;
  },
  (invite: OrgInvite | undefined) => invite && showInvite(invite),
);
