import { changeOrgInvite } from "../../changes/membership.ts";
import { chooseUsername, door, ofAddress, operation, schemas } from "../declare.ts";
import { chooseAll, giftErrors, path, shared, showInvite, versions } from "./common.ts";

export const updateOrgInvites = operation(`PATCH ${path}`, {
  ...shared,
  summary: "Change a pending organization invitation, chosen by address",
  description:
    "Replaces the roles of the one pending invitation of an e-mail address to the organization. Project roles and teams are replaced where they are sent, and stay where they are not. Its id, its dates and its inviter stay. Case does not matter in the address. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrganizationInvitationRequest,
  successor: "updateOrgUser",
  versions,
  errors: [...giftErrors, "INVALID_USERNAME", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, now, fault } = context;
  const username = chooseUsername(body.username, fault);
  const wanted = await chooseAll(context, org, body);
  const invite = (await tx.orgInvites.pending(org, now)).find(ofAddress(username));
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: username });
  return changeOrgInvite(context, invite, wanted);
}, showInvite);
