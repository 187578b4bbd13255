// Takes an API key out of a project.
import { door } from "../../domain/access.ts";
import { rolesIn } from "../../domain/credential.ts";
import { operation } from "../operation.ts";
import { findKey, groupPathById, groupSide } from "./common.ts";

export const removeGroupApiKey = operation({
  id: "removeGroupApiKey",
  method: "DELETE",
  path: groupPathById,
  ...groupSide,
  summary: "Remove an API key from a project",
  description:
    "Takes every role in the project from the key; the key itself and its other roles stay. Needs Project Access Manager.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  status: 204,
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(
  async ({ tx, group, params, now, fault, record }) => {
    const { orgId } = group;
    const key = await findKey(tx, { orgId, keyId: params.apiUserId }, fault);
    if (rolesIn(key.roles, group.id).length === 0) throw fault("API_KEY_NOT_FOUND", { keyId: key.id });
    await tx.grants.replace(key.id, { orgId, groupId: group.id }, [], now);
    const details = { targetPublicKey: key.publicKey };
    await record("API_KEY_REMOVED_FROM_GROUP", { groupId: group.id, details });
  },
  { "2023-01-01": null },
);
