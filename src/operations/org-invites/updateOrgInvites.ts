import { changeOrgInvite } from "../../changes/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseUsername, ofAddress } from "../declare.ts";
import { chooseAll, giftErrors, showInvite } from "./common.ts";

export const updateOrgInvites = atlas("updateOrgInvites", {
  errors: [...giftErrors, "INVALID_USERNAME", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, now, fault } = context;
  const username = chooseUsername(body.username, fault);
  const wanted = await chooseAll(context, org, body);
  const invite = (await tx.orgInvites.pending(org, now)).find(ofAddress(username));
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: username });
  return changeOrgInvite(context, invite, wanted);
}, showInvite);
