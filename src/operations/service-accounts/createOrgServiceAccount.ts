import { checkRoomForAccount, heldInOrg, makeAccount } from "../../changes/credentials.ts";
import { chooseNamedOrgRoles, door, operation, schemas } from "../declare.ts";
import { orgPath, orgSide, showAccount } from "./common.ts";

export const createOrgServiceAccount = operation(`POST ${orgPath}`, {
  securityEvent: "credential-creation",
  ...orgSide,
  summary: "Make a service account in an organization",
  description:
    "Makes an account with at least one organization role and one secret, which only this answer shows; with withoutInitialSecret it has none. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  showsSecret: true,
  status: 201,
  body: schemas.OrgServiceAccountRequest,
  versions: { "2024-08-05": { reply: schemas.OrgServiceAccount } },
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
