import { changeRoles } from "../../changes/credentials.ts";
import { rolesIn } from "../../domain/credential.ts";
import { including } from "../../domain/membership.ts";
import { chooseNamedGroupRoles, door, operation, schemas } from "../declare.ts";
import { findKey, groupPathById, groupSide } from "./common.ts";

export const addGroupApiKey = operation(`POST ${groupPathById}`, {
  securityEvent: "credential-change",
  ...groupSide,
  summary: "Add an API key to a project",
  description:
    "Gives a key of the organization the roles of all items; a key that is in the project already keeps the roles it has beside them. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  body: schemas.UserAccessRoleAssignments,
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND", "BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "MISSING_API_KEY_ROLES"],
}).handle(async (context) => {
  const { group, body, fault } = context;
  const key = await findKey(context, group.orgId);
  const named = body.flatMap(({ roles }) => roles ?? []);
  if (named.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
  const roles = chooseNamedGroupRoles(named, group.id, fault);
  await changeRoles(context, key, group.id, including(rolesIn(key.roles, group.id), roles));
});
