import { changeMember, findMember, memberErrors } from "../../changes/membership.ts";
import { including } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseOrgRoles, orgRoleErrors } from "../declare.ts";
import { showOrgUser } from "./common.ts";

export const addOrgUserRole = atlas("addOrgUserRole", {
  errors: [...memberErrors, ...orgRoleErrors],
}).handle(async (context) => {
  const { org, params, body, fault } = context;
  const chosen = chooseOrgRoles([body.orgRole], org.id, fault);
  const member = await findMember(context, org, params.userId);
  const roles = including(member.roles, chosen);
  return changeMember(context, member, { ...member, roles });
}, showOrgUser);
