import { amendAccount, changeRoles } from "../../changes/credentials.ts";
import { chooseNamedOrgRoles, door, operation, schemas } from "../declare.ts";
import { findAccount, orgPathById, orgSide, showAccount } from "./common.ts";

export const updateOrgServiceAccount = operation(`PATCH ${orgPathById}`, {
  securityEvent: "credential-change",
  ...orgSide,
  summary: "Update a service account of an organization",
  description:
    "Changes name, description and organization roles; what is not sent stays, sent roles replace the old ones. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.OrgServiceAccountUpdateRequest,
  versions: { "2024-08-05": { reply: schemas.OrgServiceAccount } },
  errors: ["BAD_REQUEST", "INVALID_ROLE_FOR_ORG", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { org, body, fault } = context;
  const account = await findAccount(context, org.id);
  await amendAccount(context, account, body);
  if (body.roles !== undefined) {
    await changeRoles(context, account, null, chooseNamedOrgRoles(body.roles, org.id, fault));
  }
  return findAccount(context, org.id);
}, showAccount);
