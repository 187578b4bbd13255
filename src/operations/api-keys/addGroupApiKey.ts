// Gives an API key of the organization roles in a project.
import { UserAccessRoleAssignments } from "../../contract/schemas/api-keys.ts";
import { door } from "../../domain/access.ts";
import { rolesIn } from "../../domain/credential.ts";
import { chooseNamedGroupRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { findKey, groupPathById, groupSide } from "./common.ts";

export const addGroupApiKey = operation({
  id: "addGroupApiKey",
  method: "POST",
  path: groupPathById,
  ...groupSide,
  summary: "Add an API key to a project",
  description:
    "Gives a key of the organization the roles of all items; a key that is in the project already keeps the roles it has beside them. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  status: 204,
  body: UserAccessRoleAssignments,
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND", "BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "MISSING_API_KEY_ROLES"],
}).handle(
  async ({ tx, group, params, body, now, fault, record }) => {
    const { orgId } = group;
    const key = await findKey(tx, { orgId, keyId: params.apiUserId }, fault);
    const named = body.flatMap(({ roles }) => roles ?? []);
    if (named.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
    const held = rolesIn(key.roles, group.id);
    const roles = chooseNamedGroupRoles(named, group.id, fault).filter((role) => !held.includes(role));
    if (roles.length === 0) return;
    await tx.grants.replace(key.id, { orgId, groupId: group.id }, [...held, ...roles], now);
    const type = held.length === 0 ? "API_KEY_ADDED_TO_GROUP" : "API_KEY_ROLES_CHANGED";
    await record(type, { groupId: group.id, details: { targetPublicKey: key.publicKey } });
  },
  { "2023-01-01": null },
);
