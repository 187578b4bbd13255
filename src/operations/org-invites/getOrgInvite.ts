import { door, operation } from "../declare.ts";
import { pathById, shared, showInvite, versions } from "./common.ts";

export const getOrgInvite = operation(`GET ${pathById}`, {
  ...shared,
  summary: "Get a pending organization invitation",
  description:
    "Answers the invitation while it is pending; accepted, declined, revoked and expired ones are not found. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  without: ["pretty"],
  successor: "getOrgUser",
  versions,
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, org, params, now, fault }) => {
  const { invitationId } = params;
  const invite = (await tx.orgInvites.pending(org, now)).find(({ id }) => id === invitationId);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
  return invite;
}, showInvite);
