import { checkRoomForAccount, heldInGroup, makeAccount } from "../../changes/credentials.ts";
import { chooseNamedGroupRoles, door, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, showGroupAccount } from "./common.ts";

export const createGroupServiceAccount = operation(`POST ${groupPath}`, {
  securityEvent: "credential-creation",
  ...groupSide,
  summary: "Make a service account in a project",
  description:
    "Makes an account in the organization of the project, as Organization Member, with at least one role in the project and one secret, which only this answer shows; with withoutInitialSecret it has none. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  showsSecret: true,
  status: 201,
  body: schemas.GroupServiceAccountRequest,
  versions: { "2024-08-05": { reply: schemas.GroupServiceAccount } },
  errors: [
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED",
    "MISSING_ONE_OF_ATTRIBUTES",
  ],
}).handle(async (context) => {
  const { group, body, issue, fault } = context;
  const roles = heldInGroup(group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  await checkRoomForAccount(context, group.orgId);
  const wanted = { ...body, orgId: group.orgId, roles };
  return { account: await makeAccount(context, wanted, issue.clientSecret), groupId: group.id };
}, showGroupAccount);
