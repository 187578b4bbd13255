import { findAmong, memberErrors, removeMember } from "../../changes/membership.ts";
import { isLastOwner } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { seesActiveOnly } from "./common.ts";

export const removeOrgUser = atlas("removeOrgUser", {
  errors: [...memberErrors, "CANNOT_DELETE_LAST_ADMIN"],
}).handle(async (context) => {
  const { org, params, query, fault } = context;
  const statuses = seesActiveOnly(query) ? ["ACTIVE"] : undefined;
  const { member, members } = await findAmong(context, org, params.userId, statuses);
  if (isLastOwner(member, members)) throw fault("CANNOT_DELETE_LAST_ADMIN", { orgId: org.id });
  await removeMember(context, member, org);
});
