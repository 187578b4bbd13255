import { door, operation } from "../declare.ts";
import { pathById, shared, versions } from "./common.ts";
import { showInvite } from "./views.ts";

export const getGroupInvite = operation({
  id: "getGroupInvite",
  method: "GET",
  path: pathById,
  ...shared,
  summary: "Get a pending project invitation",
  description:
    "Answers the invitation while it is pending; accepted, declined, revoked and expired ones are not found. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  successor: "getGroupUser",
  versions,
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async ({ tx, group, params, now, fault }) => {
    const invite = await tx.invites.pendingById(group, params.invitationId, now);
    if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.invitationId });
    return invite;
  },
  { "2023-01-01": showInvite },
);
