import { changeRoles } from "../../changes/credentials.ts";
import { rolesIn } from "../../domain/credential.ts";
import { door, operation } from "../declare.ts";
import { findKey, groupPathById, groupSide } from "./common.ts";

export const removeGroupApiKey = operation(`DELETE ${groupPathById}`, {
  securityEvent: "credential-change",
  ...groupSide,
  summary: "Remove an API key from a project",
  description:
    "Takes every role in the project from the key; the key itself and its other roles stay. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, fault } = context;
  const key = await findKey(context, group.orgId);
  if (rolesIn(key.roles, group.id).length === 0) throw fault("API_KEY_NOT_FOUND", { keyId: key.id });
  await changeRoles(context, key, group.id, []);
});
