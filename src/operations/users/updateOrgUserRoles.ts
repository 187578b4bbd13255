import { changeMember, findAmong, memberErrors } from "../../changes/membership.ts";
import { checkOrgRoles } from "../../domain/membership.ts";
import { chooseOrgRoles, door, olderLifetime, operation, orgRoleErrors, schemas } from "../declare.ts";
import { orgPath, orgSide, selfLinks } from "./common.ts";

export const updateOrgUserRoles = operation(`PUT ${orgPath}/{userId}/roles`, {
  ...orgSide,
  tag: "Organizations",
  summary: "Replace the organization roles of a person",
  description:
    "Gives an active user of the organization these roles there, in place of all others. The last owner stays owner. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.UpdateOrgRolesForUser,
  successor: "updateOrgUser, addOrgUserRole and removeOrgUserRole",
  versions: { "2023-01-01": { ...olderLifetime, reply: schemas.UpdateOrgRolesForUser } },
  errors: [...memberErrors, ...orgRoleErrors, "CANNOT_DEMOTE_LAST_ORG_OWNER", "CANNOT_REMOVE_ALL_USER_ROLES"],
}).handle(
  async (context) => {
    const { org, params, body, fault } = context;
    const { member, members } = await findAmong(context, org, params.userId, ["ACTIVE"]);
    if (body.orgRoles?.length === 0) {
      throw fault("CANNOT_REMOVE_ALL_USER_ROLES", { username: member.username });
    }
    const chosen = chooseOrgRoles(body.orgRoles, org.id, fault);
    const roles = checkOrgRoles(chosen, member, members, fault);
    return changeMember(context, member, { ...member, roles });
  },
  (member, showing) => ({ links: selfLinks(showing), orgRoles: [...member.roles] }),
);
