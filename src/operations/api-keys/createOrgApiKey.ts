import { checkRoomForKey, heldInOrg, makeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors } from "../../domain/credential.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedOrgRoles } from "../declare.ts";
import { showMadeKey } from "./common.ts";

export const createOrgApiKey = atlas("createOrgApiKey", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    ...descriptionErrors,
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "MAX_API_KEYS_PER_ORG_EXCEEDED",
    "MISSING_API_KEY_ROLES",
  ],
}).handle(async (context) => {
  const { org, body, issue, fault } = context;
  const description = checkDescription(body.desc, fault);
  if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = heldInOrg(chooseNamedOrgRoles(body.roles, org.id, fault));
  await checkRoomForKey(context, org.id);
  return makeKey(context, { orgId: org.id, description, roles }, issue.apiKey());
}, showMadeKey);
