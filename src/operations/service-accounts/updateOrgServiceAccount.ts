// Changes a service account of an organization.
import {
  OrgServiceAccount,
  OrgServiceAccountUpdateRequest,
} from "../../contract/schemas/service-accounts.ts";
import { door } from "../../domain/access.ts";
import { rolesIn } from "../../domain/credential.ts";
import { chooseNamedOrgRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { amendAccount } from "./acts.ts";
import { findAccount, orgPathById, orgSide } from "./common.ts";
import { showAccount } from "./views.ts";

export const updateOrgServiceAccount = operation({
  id: "updateOrgServiceAccount",
  method: "PATCH",
  path: orgPathById,
  ...orgSide,
  summary: "Update a service account of an organization",
  description:
    "Changes name, description and organization roles; what is not sent stays, sent roles replace the old ones. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: OrgServiceAccountUpdateRequest,
  versions: { "2024-08-05": { reply: OrgServiceAccount } },
  errors: ["BAD_REQUEST", "INVALID_ROLE_FOR_ORG", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => {
    const { tx, org, params, body, now, fault, record } = context;
    const account = await findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault);
    await amendAccount(context, account, body);
    if (body.roles !== undefined) {
      const roles = chooseNamedOrgRoles(body.roles, org.id, fault);
      if (roles.join() !== rolesIn(account.roles, null).join()) {
        await tx.grants.replace(account.id, { orgId: account.orgId, groupId: null }, roles, now);
        await record("SERVICE_ACCOUNT_ROLES_CHANGED", {
          orgId: org.id,
          details: { clientId: params.clientId },
        });
      }
    }
    return await findAccount(tx, { orgId: org.id, clientId: params.clientId }, fault);
  },
  { "2024-08-05": showAccount },
);
