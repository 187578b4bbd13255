import { changeRoles } from "../../changes/credentials.ts";
import { rolesIn } from "../../domain/credential.ts";
import { chooseNamedGroupRoles, door, operation, schemas } from "../declare.ts";
import { findAccount, groupPathById, groupSide, showGroupAccount } from "./common.ts";

export const inviteGroupServiceAccount = operation(`POST ${groupPathById}:invite`, {
  securityEvent: "credential-change",
  ...groupSide,
  summary: "Add a service account to a project",
  description:
    "Gives an account of the organization roles in the project; updateGroupServiceAccount changes those of one that is in it already. Needs Organization Owner.",
  door: door.group("ORG_OWNER"),
  body: schemas.GroupServiceAccountRoleAssignment,
  versions: { "2024-08-05": { reply: schemas.GroupServiceAccount } },
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
