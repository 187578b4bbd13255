import { changeRoles } from "../../changes/credentials.ts";
import { rolesIn } from "../../domain/credential.ts";
import { atlas } from "../atlas.ts";
import { findKey } from "./common.ts";

export const removeGroupApiKey = atlas("removeGroupApiKey", {
  securityEvent: "credential-change",
  errors: ["API_KEY_NOT_FOUND", "ROLE_ABOVE_OWN"],
}).handle(async (context) => {
  const { group, fault } = context;
  const key = await findKey(context, group.orgId);
  if (rolesIn(key.roles, group.id).length === 0) throw fault("API_KEY_NOT_FOUND", { keyId: key.id });
  await changeRoles(context, key, group.id, []);
});
