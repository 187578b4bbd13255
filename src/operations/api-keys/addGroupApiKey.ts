import { changeRoles } from "../../changes/credentials.ts";
import { rolesIn } from "../../domain/credential.ts";
import { including } from "../../domain/membership.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedGroupRoles } from "../declare.ts";
import { findKey } from "./common.ts";

export const addGroupApiKey = atlas("addGroupApiKey", {
  securityEvent: "credential-change",
  errors: ["API_KEY_NOT_FOUND", "BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "MISSING_API_KEY_ROLES"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const key = await findKey(context, group.orgId);
  const named = body.flatMap(({ roles }) => roles ?? []);
  if (named.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = chooseNamedGroupRoles(named, group.id, fault);
  await changeRoles(context, key, group.id, including(rolesIn(key.roles, group.id), roles));
});
