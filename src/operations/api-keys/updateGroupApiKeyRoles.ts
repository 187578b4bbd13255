// Sets the roles an API key holds in a project, and assigns it where it holds none yet.
import { ApiKeyUserDetails, UpdateAtlasProjectApiKey } from "../../contract/schemas/api-keys.ts";
import { paging } from "../../contract/schemas/common.ts";
import { door } from "../../domain/access.ts";
import { checkDescription } from "../../domain/api-key.ts";
import { rolesIn } from "../../domain/credential.ts";
import { chooseNamedGroupRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { findKey, groupPathById, groupSide } from "./common.ts";
import { showKey } from "./views.ts";

export const updateGroupApiKeyRoles = operation({
  id: "updateGroupApiKeyRoles",
  method: "PATCH",
  path: groupPathById,
  ...groupSide,
  summary: "Set the roles of an API key in a project",
  description:
    "Sent roles replace those the key holds in the project; a key of the organization that holds none there is added with them. A sent description replaces the old one. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  query: { ...paging },
  body: UpdateAtlasProjectApiKey,
  versions: { "2023-01-01": { reply: ApiKeyUserDetails } },
  errors: [
    "API_KEY_NOT_FOUND",
    "API_KEY_REQUIRES_DESCRIPTION",
    "BAD_REQUEST",
    "INVALID_API_KEY_DESC",
    "INVALID_ROLE_FOR_GROUP",
    "MISSING_API_KEY_ROLES",
  ],
}).handle(
  async ({ tx, group, params, body, now, fault, record }) => {
    const { orgId } = group;
    const of = { orgId, keyId: params.apiUserId };
    const key = await findKey(tx, of, fault);
    const details = { targetPublicKey: key.publicKey };
    const held = rolesIn(key.roles, group.id);
    // A key that is not in the project is not this project's to describe, unless it is added now.
    if (held.length === 0 && body.roles === undefined) throw fault("MISSING_API_KEY_ROLES", {});
    if (body.roles !== undefined) {
      if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
      const roles = chooseNamedGroupRoles(body.roles, group.id, fault);
      if (roles.join() !== held.join()) {
        await tx.grants.replace(key.id, { orgId, groupId: group.id }, roles, now);
        const type = held.length === 0 ? "API_KEY_ADDED_TO_GROUP" : "API_KEY_ROLES_CHANGED";
        await record(type, { groupId: group.id, details });
      }
    }
    if (body.desc !== undefined && body.desc !== key.description) {
      await tx.apiKeys.describe(key.id, checkDescription(body.desc, fault));
      await record("API_KEY_DESCRIPTION_CHANGED", { orgId, details });
    }
    return findKey(tx, of, fault);
  },
  { "2023-01-01": showKey },
);
