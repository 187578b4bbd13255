import { door, operation } from "../declare.ts";
import { pathById, shared, showInvite, versions } from "./common.ts";

export const getGroupInvite = operation(`GET ${pathById}`, {
  ...shared,
  summary: "Get a pending project invitation",
  description:
    "Answers the invitation while it is pending; accepted, declined, revoked and expired ones are not found. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  successor: "getGroupUser",
  versions,
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, now, fault }) => {
  const invite = await tx.invites.pendingById(group, params.invitationId, now);
  if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
  return invite;
}, showInvite);
