import { changeMember, findAmong, memberErrors } from "../../changes/membership.ts";
import { checkOrgRoles, excluding } from "../../domain/membership.ts";
import { chooseOrgRoles, door, operation, orgRoleErrors, schemas } from "../declare.ts";
import { orgPath, orgSide, showOrgUser } from "./common.ts";

export const removeOrgUserRole = operation(`POST ${orgPath}/{userId}:removeRole`, {
  ...orgSide,
  summary: "Take one role in an organization from a person",
  description:
    "Takes one organization role from an active or pending user, who must keep another; a role that is not held changes nothing. The last owner stays owner. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.AddOrRemoveOrgRole,
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
  errors: [...memberErrors, ...orgRoleErrors, "CANNOT_DEMOTE_LAST_ORG_OWNER", "CANNOT_REMOVE_ALL_USER_ROLES"],
}).handle(async (context) => {
  const { org, params, body, fault } = context;
  const chosen = chooseOrgRoles([body.orgRole], org.id, fault);
  const { member, members } = await findAmong(context, org, params.userId);
  const rest = excluding(member.roles, chosen);
  if (rest.length === 0) throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
  const roles = checkOrgRoles(rest, member, members, fault);
  return changeMember(context, member, { ...member, roles });
}, showOrgUser);
