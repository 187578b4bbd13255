// Takes an API key out of a project.
import { limitSets } from "../../contract/limits.ts";
import { group } from "../../domain/access.ts";
import { rolesIn } from "../../domain/credential.ts";
import { operation } from "../operation.ts";
import { apiUserId, envelope, findKey, groupId, groupPathById, pretty, tag } from "./keys.ts";

export const removeGroupApiKey = operation({
  id: "removeGroupApiKey",
  method: "DELETE",
  path: groupPathById,
  tag,
  summary: "Remove an API key from a project",
  description:
    "Takes every role in the project from the key; the key itself and its other roles stay. Needs Project Access Manager.",
  door: group("GROUP_ACCESS_MANAGER"),
  limit: limitSets.groupApiKeys,
  status: 204,
  params: { groupId, apiUserId },
  query: { envelope, pretty },
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(
  async ({ tx, group, params, now, fault, record }) => {
    const { orgId } = group;
    const key = await findKey(tx, { orgId, keyId: params.apiUserId }, fault);
    if (rolesIn(key.roles, group.id).length === 0) throw fault("API_KEY_NOT_FOUND", { keyId: key.id });
    await tx.apiKeys.replaceRoles(key.id, { orgId, groupId: group.id }, [], now);
    const details = { targetPublicKey: key.publicKey };
    await record("API_KEY_REMOVED_FROM_GROUP", { groupId: group.id, details });
  },
  { "2023-01-01": null },
);
