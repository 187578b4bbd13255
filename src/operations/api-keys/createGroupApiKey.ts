import { checkRoomForKey, heldInGroup, makeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors } from "../../domain/credential.ts";
import { atlas } from "../atlas.ts";
import { chooseNamedGroupRoles } from "../declare.ts";
import { showMadeKey } from "./common.ts";

export const createGroupApiKey = atlas("createGroupApiKey", {
  securityEvent: "credential-creation",
  showsSecret: true,
  errors: [
    ...descriptionErrors,
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_GROUP",
    "MAX_API_KEYS_PER_ORG_EXCEEDED",
    "MISSING_API_KEY_ROLES",
    "ROLE_ABOVE_OWN",
  ],
}).handle(async (context) => {
  const { group, body, issue, fault } = context;
  const { orgId } = group;
  const description = checkDescription(body.desc, fault);
  if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = heldInGroup(group.id, chooseNamedGroupRoles(body.roles, group.id, fault));
  await checkRoomForKey(context, orgId);
  return makeKey(context, { orgId, description, roles }, issue.apiKey());
}, showMadeKey);
