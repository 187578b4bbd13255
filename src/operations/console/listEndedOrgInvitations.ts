// Lists what became of an organization's invitations.
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { asIs, consoleRead } from "./common.ts";
import { showEnded } from "./views.ts";

export const listEndedOrgInvitations = operation({
  ...consoleRead,
  id: "listEndedOrgInvitations",
  path: "/console/orgs/{orgId}/invitations",
  summary: "List an organization's ended invitations",
  description:
    "The last hundred to the organization itself that were accepted, declined, revoked or ran out. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
}).handle(async ({ tx, org, now }) => {
  return (await tx.invites.ended({ orgId: org.id, groupId: null }, now)).map(showEnded);
}, asIs);
