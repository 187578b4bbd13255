import { atlas } from "../atlas.ts";
import { showInvite } from "./common.ts";

export const getGroupInvite = atlas("getGroupInvite", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, now, fault }) => {
  const invite = await tx.invites.pendingById(group, params.invitationId, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  return invite;
}, showInvite);
