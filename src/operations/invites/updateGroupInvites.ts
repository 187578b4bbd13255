import { changeGroupInvite } from "../../changes/inviting.ts";
import { chooseGroupRoles, chooseUsername, door, groupRoleErrors, operation, schemas } from "../declare.ts";
import { path, shared, showInvite, versions } from "./common.ts";

export const updateGroupInvites = operation(`PATCH ${path}`, {
  ...shared,
  summary: "Change the roles of a pending project invitation, chosen by address",
  description:
    "Replaces the roles of the one pending invitation of an e-mail address to the project. Its id, its dates and its inviter stay. Case does not matter in the address. Needs Project Owner, held in the project or through Organization Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  body: schemas.GroupInvitationRequest,
  successor: "updateOrgUser, addGroupUserRole and removeGroupUserRole",
  versions,
  errors: [...groupRoleErrors, "INVALID_USERNAME", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, group, body, now, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  const invite = await tx.invites.pendingByAddress(group, username, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: username });
  return changeGroupInvite(context, invite, roles);
}, showInvite);
