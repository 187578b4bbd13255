// Lists what became of an organization's invitations.
import { ObjectId } from "../../contract/schemas/common.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { asIs, look } from "./act.ts";
import { showEnded } from "./ended-invitations.ts";

export const listEndedOrgInvitations = operation({
  ...look,
  id: "listEndedOrgInvitations",
  path: "/console/orgs/{orgId}/invitations",
  summary: "List an organization's ended invitations",
  description:
    "The last hundred to the organization itself that were accepted, declined, revoked or ran out. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  params: { orgId: ObjectId },
  errors: [],
}).handle(async ({ tx, org, now }) => {
  return (await tx.invites.ended({ orgId: org.id }, now)).map(showEnded);
}, asIs);
