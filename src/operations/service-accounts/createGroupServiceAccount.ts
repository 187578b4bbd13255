import { checkRoomForAccount, heldInGroup, makeAccount } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedGroupRoles } from "../declare.ts";
import { showGroupAccount } from "./common.ts";

export const createGroupServiceAccount = atlas("createGroupServiceAccount", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
    "MISSING_ONE_OF_ATTRIBUTES",
  ],
}).handle(async (context) => {
  const { group, body, issue, fault } = context;
  const roles = heldInGroup(group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  await checkRoomForAccount(context, group.orgId);
  const wanted = { ...body, orgId: group.orgId, roles };
  return { account: await makeAccount(context, wanted, issue.clientSecret), groupId: group.id };
}, showGroupAccount);
