import { checkRoomForAccount, heldInOrg, makeAccount } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedOrgRoles } from "../declare.ts";
import { showAccount } from "./common.ts";

export const createOrgServiceAccount = atlas("createOrgServiceAccount", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
    "MISSING_ONE_OF_ATTRIBUTES",
  ],
}).handle(async (context) => {
  const { org, body, issue, fault } = context;
  const roles = heldInOrg(chooseNamedOrgRoles(body.roles, org.id, fault));
  await checkRoomForAccount(context, org.id);
  return makeAccount(context, { ...body, orgId: org.id, roles }, issue.clientSecret);
}, showAccount);
