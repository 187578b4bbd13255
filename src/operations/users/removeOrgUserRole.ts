import { changeMember, findAmong, memberErrors } from "../../changes/membership.ts";
import { checkOrgRoles, excluding } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseOrgRoles, orgRoleErrors } from "../declare.ts";
import { showOrgUser } from "./common.ts";

export const removeOrgUserRole = atlas("removeOrgUserRole", {
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
