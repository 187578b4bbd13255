import { checkRoomForKey, heldInGroup, makeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors } from "../../domain/credential.ts";
import { chooseNamedGroupRoles, door, operation, schemas } from "../declare.ts";
import { groupPath, groupSide, showMadeKey } from "./common.ts";

export const createGroupApiKey = operation(`POST ${groupPath}`, {
  securityEvent: "credential-creation",
  ...groupSide,
  summary: "Make an API key for a project",
  description:
    "Makes a key in the organization of the project, as Organization Member, with at least one role in the project. This answer is the only one that shows the whole private key. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  showsSecret: true,
  body: schemas.CreateAtlasProjectApiKey,
  versions: { "2023-01-01": { reply: schemas.ApiKeyUserDetails } },
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
