import { changeRoles, describeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors } from "../../domain/credential.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedOrgRoles } from "../declare.ts";
import { findKey, showKey } from "./common.ts";

export const updateOrgApiKey = atlas("updateOrgApiKey", {
  securityEvent: "credential-change",
  errors: [
    ...descriptionErrors,
    "API_KEY_NOT_FOUND",
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "MISSING_API_KEY_ROLES",
  ],
}).handle(async (context) => {
  const { org, body, fault } = context;
  const key = await findKey(context, org.id);
  if (body.desc !== undefined) await describeKey(context, key, checkDescription(body.desc, fault));
  if (body.roles !== undefined) {
    if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
    await changeRoles(context, key, null, chooseNamedOrgRoles(body.roles, org.id, fault));
  }
  return findKey(context, org.id);
}, showKey);
