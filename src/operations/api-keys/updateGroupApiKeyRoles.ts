import { refuseBeyond } from "../../changes/changing.ts";
import { changeRoles, describeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors, rolesIn } from "../../domain/credential.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedGroupRoles, door, permit } from "../declare.ts";
import { findKey, showKey } from "./common.ts";

export const updateGroupApiKeyRoles = atlas("updateGroupApiKeyRoles", {
  securityEvent: "credential-change",
  errors: [
    ...descriptionErrors,
    "API_KEY_NOT_FOUND",
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "MISSING_API_KEY_ROLES",
    "ROLE_ABOVE_OWN",
    "USER_UNAUTHORIZED",
  ],
}).handle(async (context) => {
  const { group, body, held, fault } = context;
  const key = await findKey(context, group.orgId);
  // A key that is not in the project is not this project's to describe, unless it is added now.
  const isElsewhere = rolesIn(key.roles, group.id).length === 0;
  if (body.roles?.length === 0 || (isElsewhere && body.roles === undefined)) {
    throw fault("MISSING_API_KEY_ROLES", {});
  }
  // Where roles are strict, that is for the same callers as in addGroupApiKey.
  if (isElsewhere && held !== null && !permit(door.group("GROUP_OWNER"), held)) {
    throw fault("USER_UNAUTHORIZED", {});
  }
  if (body.roles !== undefined) {
    await changeRoles(context, key, group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  }
  const description = body.desc === undefined ? key.description : checkDescription(body.desc, fault);
  if (description !== key.description) {
    await refuseBeyond(context, key, group);
    await describeKey(context, key, description);
  }
  return findKey(context, group.orgId);
}, showKey);
