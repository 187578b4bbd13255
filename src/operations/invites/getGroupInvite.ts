// Answers one pending invitation to a project.
import { limitSets } from "../../contract/limits.ts";
import { group } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { envelope, groupId, invitationId, pathById, pretty, showInvite, versions } from "./lifecycle.ts";

export const getGroupInvite = operation({
  id: "getGroupInvite",
  method: "GET",
  path: pathById,
  tag: "Projects",
  summary: "Get a pending project invitation",
  description:
    "Answers the invitation while it is pending; accepted, declined, revoked and expired ones are not found. Needs Project Owner.",
  door: group("GROUP_OWNER"),
  limit: limitSets.groupInvites,
  status: 200,
  params: { groupId, invitationId },
  query: { envelope, pretty },
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
