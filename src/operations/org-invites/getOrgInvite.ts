import { atlas } from "../atlas.ts";
import { showInvite } from "./common.ts";

export const getOrgInvite = atlas("getOrgInvite", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, org, params, now, fault }) => {
  const { invitationId } = params;
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
  return invite;
}, showInvite);
