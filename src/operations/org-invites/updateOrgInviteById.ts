import { changeOrgInvite } from "../../changes/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseAll, giftErrors, showInvite } from "./common.ts";

export const updateOrgInviteById = atlas("updateOrgInviteById", {
  errors: [...giftErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, params, body, now, fault } = context;
  const { invitationId } = params;
  const wanted = await chooseAll(context, org, body);
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
  return changeOrgInvite(context, invite, wanted);
}, showInvite);
