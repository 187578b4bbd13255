import { amendAccount, changeRoles } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedOrgRoles } from "../declare.ts";
import { findAccount, showAccount } from "./common.ts";

export const updateOrgServiceAccount = atlas("updateOrgServiceAccount", {
  securityEvent: "credential-change",
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
