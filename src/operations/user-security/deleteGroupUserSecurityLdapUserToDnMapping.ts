import { userSecurities } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";
import { showUserSecurity } from "./common.ts";

export const deleteGroupUserSecurityLdapUserToDnMapping = atlas(
  "deleteGroupUserSecurityLdapUserToDnMapping",
  {
    holds: "group",
  },
).handle(async (context) => {
  const before = await userSecurities.find(context, context.group);
  const { ldap, ...others } = before.document;
  const { userToDNMapping: _removed, ...left } = ldap;
  return userSecurities.replace(context, before, { ...others, ldap: left });
}, showUserSecurity);
