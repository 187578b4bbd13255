import { checkRoomForKey, heldInOrg, makeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors } from "../../domain/credential.ts";
import { chooseNamedOrgRoles, door, operation, schemas } from "../declare.ts";
import { orgPath, orgSide, showMadeKey } from "./common.ts";

export const createOrgApiKey = operation(`POST ${orgPath}`, {
  securityEvent: "credential-creation",
  ...orgSide,
  summary: "Make an API key in an organization",
  description:
    "Makes a key with at least one organization role. This answer is the only one that shows the whole private key. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  showsSecret: true,
  body: schemas.CreateAtlasOrganizationApiKey,
  versions: { "2023-01-01": { reply: schemas.ApiKeyUserDetails } },
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
