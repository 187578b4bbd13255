import { changeGroupInvite } from "../../changes/inviting.ts";
import { chooseGroupRoles, door, groupRoleErrors, operation, schemas } from "../declare.ts";
import { pathById, shared, showInvite, versions } from "./common.ts";

export const updateGroupInviteById = operation(`PATCH ${pathById}`, {
  ...shared,
  summary: "Change the roles of a pending project invitation, chosen by id",
  description:
    "Replaces the roles of the pending invitation. Its id, its dates, its inviter and its address stay. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  without: ["pretty"],
  body: schemas.GroupInvitationUpdateRequest,
  successor: "updateOrgUser, addGroupUserRole and removeGroupUserRole",
  versions,
  errors: [...groupRoleErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, group, params, body, now, fault } = context;
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  const invite = await tx.invites.pendingById(group, params.invitationId, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  return changeGroupInvite(context, invite, roles);
}, showInvite);
