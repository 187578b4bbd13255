import { refuseBeyond } from "../../changes/changing.ts";
import { amendAccount, changeRoles, isAmended } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedGroupRoles } from "../declare.ts";
import { findGroupAccount, showGroupAccount } from "./common.ts";

export const updateGroupServiceAccount = atlas("updateGroupServiceAccount", {
  securityEvent: "credential-change",
  errors: ["BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "SERVICE_ACCOUNT_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const account = await findGroupAccount(context);
  if (isAmended(account, body)) await refuseBeyond(context, account, group);
  await amendAccount(context, account, body);
  if (body.roles !== undefined) {
    await changeRoles(context, account, group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  }
  return { account: await findGroupAccount(context), groupId: group.id };
}, showGroupAccount);
