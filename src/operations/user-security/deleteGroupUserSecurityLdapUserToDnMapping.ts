import { userSecurities } from "../../changes/project-doors.ts";
import { operation, schemas } from "../declare.ts";
import { path, shared, showUserSecurity } from "./common.ts";

export const deleteGroupUserSecurityLdapUserToDnMapping = operation(`DELETE ${path}/ldap/userToDNMapping`, {
  ...shared,
  summary: "Delete how names of users become distinguished names",
  description: "Answers what is left. Needs Project Owner.",
  holds: "group",
  status: 202,
  versions: { "2023-01-01": { reply: schemas.UserSecurity } },
}).handle(async (context) => {
  const before = await userSecurities.find(context, context.group);
  const { ldap, ...others } = before.document;
  const { userToDNMapping: _removed, ...left } = ldap;
  return userSecurities.replace(context, before, { ...others, ldap: left });
}, showUserSecurity);
