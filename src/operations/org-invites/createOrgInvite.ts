import { inviteToOrg } from "../../changes/inviting.ts";
import { atlas } from "../atlas.ts";
import { chooseUsername, olderSets } from "../declare.ts";
import { chooseAll, giftErrors, showInvite } from "./common.ts";

export const createOrgInvite = atlas("createOrgInvite", {
  counts: olderSets.invitations,
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
