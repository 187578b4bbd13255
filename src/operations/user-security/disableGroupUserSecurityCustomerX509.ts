import { userSecurities } from "../../changes/project-doors.ts";
import { limitSets, operation, schemas } from "../declare.ts";
import { path, shared, showUserSecurity } from "./common.ts";

export const disableGroupUserSecurityCustomerX509 = operation(`DELETE ${path}/customerX509`, {
  ...shared,
  tag: "X.509 Authentication",
  limit: limitSets.x509,
  summary: "Delete the certificates of the customer's own authority",
  description: "Answers what is left. Needs Project Owner.",
  holds: "group",
  status: 202,
  without: ["pretty"],
  versions: { "2023-01-01": { reply: schemas.UserSecurity } },
}).handle(async (context) => {
  const before = await userSecurities.find(context, context.group);
  return userSecurities.replace(context, before, { ...before.document, customerX509: {} });
}, showUserSecurity);
