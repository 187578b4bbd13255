// Gives a service account of the organization roles in a project.
import { toClientId } from "../../contract/client-id.ts";
import {
  GroupServiceAccount,
  GroupServiceAccountRoleAssignment,
} from "../../contract/schemas/service-accounts.ts";
import { door } from "../../domain/access.ts";
import { rolesIn } from "../../domain/credential.ts";
import { chooseNamedGroupRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { findAccount, groupPathById, groupSide } from "./common.ts";
import { showGroupAccount } from "./views.ts";

export const inviteGroupServiceAccount = operation({
  id: "inviteGroupServiceAccount",
  method: "POST",
  path: `${groupPathById}:invite`,
  ...groupSide,
  summary: "Add a service account to a project",
  description:
    "Gives an account of the organization roles in the project; one that is in the project already keeps the roles it has beside them. Needs Organization Owner.",
  door: door.group("ORG_OWNER"),
  body: GroupServiceAccountRoleAssignment,
  versions: { "2024-08-05": { reply: GroupServiceAccount } },
  errors: ["BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async ({ tx, group, params, body, now, fault, record }) => {
    const { id: groupId, orgId } = group;
    const of = { orgId, clientId: params.clientId };
    const account = await findAccount(tx, of, fault);
    const held = rolesIn(account.roles, groupId);
    const roles = chooseNamedGroupRoles(body.roles, groupId, fault).filter((role) => !held.includes(role));
    if (roles.length > 0) {
      await tx.grants.replace(account.id, { orgId, groupId }, [...held, ...roles], now);
      const type = held.length === 0 ? "SERVICE_ACCOUNT_ADDED_TO_GROUP" : "SERVICE_ACCOUNT_ROLES_CHANGED";
      await record(type, { groupId, details: { clientId: toClientId(account.id) } });
    }
    return { account: await findAccount(tx, of, fault), groupId };
  },
  { "2024-08-05": showGroupAccount },
);
