// Makes a service account in a project.
import { toClientId } from "../../contract/client-id.ts";
import { GroupServiceAccount, GroupServiceAccountRequest } from "../../contract/schemas/service-accounts.ts";
import { door } from "../../domain/access.ts";
import { chooseNamedGroupRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { checkRoomForAccount, makeAccount } from "./acts.ts";
import { groupPath, groupSide } from "./common.ts";
import { showGroupAccount } from "./views.ts";

export const createGroupServiceAccount = operation({
  id: "createGroupServiceAccount",
  method: "POST",
  path: groupPath,
  ...groupSide,
  summary: "Make a service account in a project",
  description:
    "Makes an account in the organization of the project, as Organization Member, with at least one role in the project and one secret; this answer is the only one that shows it. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  status: 201,
  body: GroupServiceAccountRequest,
  versions: { "2024-08-05": { reply: GroupServiceAccount } },
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
  ],
}).handle(
  async (context) => {
    const { group, body, fault } = context;
    const roles = chooseNamedGroupRoles(body.roles, group.id, fault);
    const held = [
      { groupId: null, role: "ORG_MEMBER" as const },
      ...roles.map((role) => ({ groupId: group.id, role })),
    ];
    await checkRoomForAccount(context, group.orgId);
    const account = await makeAccount(context, { ...body, orgId: group.orgId, roles: held });
    await context.record("SERVICE_ACCOUNT_ADDED_TO_GROUP", {
      groupId: group.id,
      details: { clientId: toClientId(account.id) },
    });
    return { account: account, groupId: group.id };
  },
  { "2024-08-05": showGroupAccount },
);
