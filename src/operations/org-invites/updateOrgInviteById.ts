import { changeOrgInvite } from "../../changes/membership.ts";
import { door, operation, schemas } from "../declare.ts";
import { chooseAll, giftErrors, pathById, shared, showInvite, versions } from "./common.ts";

export const updateOrgInviteById = operation(`PATCH ${pathById}`, {
  ...shared,
  summary: "Change a pending organization invitation, chosen by id",
  description:
    "Replaces the roles of the pending invitation. Project roles and teams are replaced where they are sent, and stay where they are not. Its id, its dates, its inviter and its address stay. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrganizationInvitationUpdateRequest,
  successor: "updateOrgUser",
  versions,
  errors: [...giftErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, params, body, now, fault } = context;
  const { invitationId } = params;
  const wanted = await chooseAll(context, org, body);
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
  return changeOrgInvite(context, invite, wanted);
}, showInvite);
