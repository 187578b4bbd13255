import { admissionErrors, admitToGroup } from "../../changes/inviting.ts";
import type { OrgInvite } from "../../domain/invite.ts";
import {
  chooseGroupRoles,
  chooseUsername,
  door,
  envelope,
  groupRoleErrors,
  olderLifetime,
  operation,
  pretty,
  schemas,
} from "../declare.ts";
import { showInvite } from "../org-invites/common.ts";
import { groupSide } from "./common.ts";

export const addGroupAccessUser = operation("POST /api/atlas/v2/groups/{groupId}/access", {
  ...groupSide,
  tag: "Projects",
  summary: "Let a person into a project",
  description:
    "An active user of the organization has the roles at once, and the answer is 204. Any other address is invited to the organization with these roles in the project; an invitation that is pending gains them; and the answer is that invitation. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  mayShowNothing: true,
  query: { pretty, envelope },
  body: schemas.GroupInvitationRequest,
  successor: "addGroupUsers",
  versions: { "2023-02-01": { ...olderLifetime, reply: schemas.OrganizationInvitation } },
  errors: [...groupRoleErrors, "INVALID_USERNAME", ...admissionErrors],
}).handle(
  async (context) => {
    const { body, group, caller, fault } = context;
    const username = chooseUsername(body.username, fault);
    const roles = chooseGroupRoles(body.roles, group.id, fault);
    const member = await admitToGroup(context, group, { username, roles, inviter: caller.name });
    return member.status === "ACTIVE" ? undefined : member.invite;
  },
  (invite: OrgInvite | undefined) => invite && showInvite(invite),
);
