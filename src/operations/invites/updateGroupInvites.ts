import { changeGroupInvite } from "../../changes/inviting.ts";
import { atlas } from "../atlas.ts";
import { chooseGroupRoles, chooseUsername, groupRoleErrors } from "../declare.ts";
import { showInvite } from "./common.ts";

export const updateGroupInvites = atlas("updateGroupInvites", {
  holds: "group",
  errors: [...groupRoleErrors, "INVALID_USERNAME", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, group, body, now, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  const invite = await tx.invites.pendingByAddress(group, username, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: username });
  return changeGroupInvite(context, invite, roles);
}, showInvite);
