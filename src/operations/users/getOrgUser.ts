import { findMember, memberErrors } from "../../changes/membership.ts";
import { door, operation, schemas } from "../declare.ts";
import { orgPath, orgSide, showOrgUser } from "./common.ts";

export const getOrgUser = operation(`GET ${orgPath}/{userId}`, {
  ...orgSide,
  summary: "Get one person of an organization",
  description:
    "An active user, or one whose invitation to the organization is pending; one whose invitation ran out or was declined only when orgMembershipStatuses asks for such. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { orgMembershipStatuses: schemas.orgMembershipStatuses },
  versions: { "2025-02-19": { reply: schemas.OrgUserResponse } },
  errors: [...memberErrors],
}).handle(
  (context) => findMember(context, context.org, context.params.userId, context.query.orgMembershipStatuses),
  showOrgUser,
);
