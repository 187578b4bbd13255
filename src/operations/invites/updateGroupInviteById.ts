import { changeGroupInvite } from "../../changes/inviting.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, groupRoleErrors } from "../declare.ts";
import { showInvite } from "./common.ts";

export const updateGroupInviteById = atlas("updateGroupInviteById", {
  holds: "group",
  errors: [...groupRoleErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, group, params, body, now, fault } = context;
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  const invite = await tx.invites.pendingById(group, params.invitationId, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  return changeGroupInvite(context, invite, roles);
}, showInvite);
