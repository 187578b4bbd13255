import { refuseBeyond } from "../../changes/changing.ts";
import { amendAccount, changeRoles, isAmended } from "../../changes/credentials.ts";
import { chooseNamedGroupRoles, door, operation, schemas } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide, showGroupAccount } from "./common.ts";

export const updateGroupServiceAccount = operation(`PATCH ${groupPathById}`, {
  securityEvent: "credential-change",
  ...groupSide,
  summary: "Update a service account of a project",
  description:
    "Changes name, description and the roles in the project; what is not sent stays, sent roles replace the old ones. Needs Project Owner, and for another name or description every role that the account holds elsewhere: it is called so there too.",
  door: door.group("GROUP_OWNER"),
  body: schemas.GroupServiceAccountUpdateRequest,
  versions: { "2024-08-05": { reply: schemas.GroupServiceAccount } },
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
