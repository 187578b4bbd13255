import { inviteToGroup } from "../../changes/inviting.ts";
import {
  chooseGroupRoles,
  chooseUsername,
  door,
  envelope,
  groupRoleErrors,
  olderSets,
  operation,
  pretty,
  schemas,
} from "../declare.ts";
import { path, shared, showInvite, versions } from "./common.ts";

export const createGroupInvite = operation(`POST ${path}`, {
  ...shared,
  summary: "Invite a person to a project",
  description:
    "Invites an e-mail address to the project with at least one project role. The invitation can be accepted for thirty days. An address that is pending or a member already answers 409. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  query: { pretty, envelope },
  body: schemas.GroupInvitationRequest,
  counts: olderSets.invitations,
  successor: "addGroupUsers",
  versions,
  errors: [
    ...groupRoleErrors,
    "DUPLICATE_INVITATION",
    "INVALID_USERNAME",
    "INVITATIONS_RATE_LIMITED_IP",
    "MAX_USERS_PER_GROUP_EXCEEDED",
    "USER_ALREADY_IN_GROUP",
  ],
}).handle(async (context) => {
  const { group, body, caller, fault } = context;
  const username = chooseUsername(body.username, fault);
  const roles = chooseGroupRoles(body.roles, group.id, fault);
  return inviteToGroup(context, group, { username, roles, inviter: caller.name });
}, showInvite);
