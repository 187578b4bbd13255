import { changeRoles } from "../../changes/credentials.ts";
import { rolesIn } from "../../domain/credential.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedGroupRoles } from "../declare.ts";
import { findAccount, showGroupAccount } from "./common.ts";

export const inviteGroupServiceAccount = atlas("inviteGroupServiceAccount", {
  securityEvent: "credential-change",
  errors: ["BAD_REQUEST", "INVALID_ROLE_ASSIGNMENT", "INVALID_ROLE_FOR_GROUP", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const account = await findAccount(context, group.orgId);
  const roles = chooseNamedGroupRoles(body.roles, group.id, fault);
  if (rolesIn(account.roles, group.id).length > 0) {
    throw fault("INVALID_ROLE_ASSIGNMENT", { problem: "SERVICE_ACCOUNT_ALREADY_IN_GROUP" });
  }
  await changeRoles(context, account, group.id, roles);
  return { account: await findAccount(context, group.orgId), groupId: group.id };
}, showGroupAccount);
