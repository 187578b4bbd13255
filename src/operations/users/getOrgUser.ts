import { findMember, memberErrors } from "../../changes/membership.ts";
import { atlas } from "../atlas.ts";
import { showOrgUser } from "./common.ts";

export const getOrgUser = atlas("getOrgUser", {
  errors: [...memberErrors],
}).handle(
  (context) => findMember(context, context.org, context.params.userId, context.query.orgMembershipStatuses),
  showOrgUser,
);
