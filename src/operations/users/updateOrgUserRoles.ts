import { changeMember, findAmong, memberErrors } from "../../changes/membership.ts";
import { checkOrgRoles } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseOrgRoles, orgRoleErrors } from "../declare.ts";
import { selfLinks } from "./common.ts";

export const updateOrgUserRoles = atlas("updateOrgUserRoles", {
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
