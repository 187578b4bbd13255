import { inviteToOrg } from "../../changes/inviting.ts";
import { chooseUsername, door, olderSets, operation, schemas } from "../declare.ts";
import { chooseAll, giftErrors, path, shared, showInvite, versions } from "./common.ts";

export const createOrgInvite = operation(`POST ${path}`, {
  ...shared,
  summary: "Invite a person to an organization",
  description:
    "Invites an e-mail address to the organization with at least one organization role, and if wanted with roles in its projects and into its teams. The invitation can be accepted for thirty days; it takes the place of one that expired or was declined. An address that is pending or a member already answers 409. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrganizationInvitationRequest,
  counts: olderSets.invitations,
  successor: "createOrgUser",
  versions,
  errors: [
    ...giftErrors,
    "DUPLICATE_ORG_INVITATION",
    "INVALID_USERNAME",
    "INVITATIONS_RATE_LIMITED_IP",
    "MAX_USERS_PER_ORG_EXCEEDED",
    "USER_ALREADY_IN_ORG",
  ],
}).handle(async (context) => {
  const { org, body, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const { roles, groupRoles = [], teamIds = [] } = await chooseAll(context, org, body);
  return inviteToOrg(context, org, { username, inviter: caller.name, roles, groupRoles, teamIds });
}, showInvite);
