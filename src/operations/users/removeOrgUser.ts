import { findAmong, memberErrors, removeMember } from "../../changes/membership.ts";
import { isLastOwner } from "../../domain/membership.ts";
import { door, olderLifetime, operation } from "../declare.ts";
import { activeOnly, orgPath, orgSide, seesActiveOnly } from "./common.ts";

export const removeOrgUser = operation(`DELETE ${orgPath}/{userId}`, {
  ...orgSide,
  summary: "Remove a person from an organization",
  description:
    "Takes an active user out of the organization, its projects and its teams; of a pending user it cancels the invitation. Invitations of the person to single projects of the organization are revoked. The last owner stays. The version of 2023-01-01 knows of active users only. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  successor: "removeOrgUser in version 2025-02-19",
  versions: { "2023-01-01": { ...olderLifetime, query: activeOnly }, "2025-02-19": {} },
  errors: [...memberErrors, "CANNOT_DELETE_LAST_ADMIN"],
}).handle(async (context) => {
  const { org, params, query, fault } = context;
  const statuses = seesActiveOnly(query) ? ["ACTIVE"] : undefined;
  const { member, members } = await findAmong(context, org, params.userId, statuses);
  if (isLastOwner(member, members)) throw fault("CANNOT_DELETE_LAST_ADMIN", { orgId: org.id });
  await removeMember(context, member, org);
});
