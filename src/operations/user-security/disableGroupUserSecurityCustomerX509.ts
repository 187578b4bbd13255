import { userSecurities } from "../../changes/project-doors.ts";
import { atlas } from "../atlas.ts";
import { showUserSecurity } from "./common.ts";

export const disableGroupUserSecurityCustomerX509 = atlas("disableGroupUserSecurityCustomerX509", {
  holds: "group",
}).handle(async (context) => {
  const before = await userSecurities.find(context, context.group);
  return userSecurities.replace(context, before, { ...before.document, customerX509: {} });
}, showUserSecurity);
