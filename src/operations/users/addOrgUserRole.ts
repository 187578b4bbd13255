import { changeMember, findMember, memberErrors } from "../../changes/membership.ts";
import { including } from "../../domain/membership.ts";
import { chooseOrgRoles, door, operation, orgRoleErrors, schemas } from "../declare.ts";
import { orgPath, orgSide, showOrgUser } from "./common.ts";

export const addOrgUserRole = operation(`POST ${orgPath}/{userId}:addRole`, {
  ...orgSide,
  summary: "Give a person one more role in an organization",
  description:
    "Adds one organization role to those of an active or pending user, who keeps the others; a role that is held already stays as it is. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.AddOrRemoveOrgRole,
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
  errors: [...memberErrors, ...orgRoleErrors],
}).handle(async (context) => {
  const { org, params, body, fault } = context;
  const chosen = chooseOrgRoles([body.orgRole], org.id, fault);
  const member = await findMember(context, org, params.userId);
  const roles = including(member.roles, chosen);
  return changeMember(context, member, { ...member, roles });
}, showOrgUser);
