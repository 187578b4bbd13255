// Answers one pending invitation to an organization.
import { limitSets } from "../../contract/limits.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import {
  envelope,
  invitationId,
  orgId,
  pathById,
  pendingInvites,
  showInvite,
  versions,
} from "./lifecycle.ts";

export const getOrgInvite = operation({
  id: "getOrgInvite",
  method: "GET",
  path: pathById,
  tag: "Organizations",
  summary: "Get a pending organization invitation",
  description:
    "Answers the invitation while it is pending; accepted, declined, revoked and expired ones are not found. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.orgInvites,
  status: 200,
  params: { orgId, invitationId },
  query: { envelope },
  successor: "getOrgUser",
  versions,
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, now, fault }) => {
    const { invitationId } = params;
    const invite = (await pendingInvites(tx, org, now)).find(({ id }) => id === invitationId);
    if (invite === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: invitationId });
    return invite;
  },
  { "2023-01-01": showInvite },
);
