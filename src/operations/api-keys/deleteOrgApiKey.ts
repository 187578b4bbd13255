// Deletes an API key, with its roles in every project.
import { limitSets } from "../../contract/limits.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { apiUserId, envelope, findKey, orgId, orgPathById, pretty, tag } from "./keys.ts";

export const deleteOrgApiKey = operation({
  id: "deleteOrgApiKey",
  method: "DELETE",
  path: orgPathById,
  tag,
  summary: "Delete an API key",
  description:
    "Deletes the key, its access list and its roles in the organization and in every project. It is refused from the next request on. Needs Organization Owner.",
  door: org("ORG_OWNER"),
  limit: limitSets.orgApiKeys,
  status: 204,
  params: { orgId, apiUserId },
  query: { envelope, pretty },
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, fault, record }) => {
    const key = await findKey(tx, { orgId: org.id, keyId: params.apiUserId }, fault);
    await tx.credentials.remove(key.id);
    await record("API_KEY_DELETED", { orgId: org.id, details: { targetPublicKey: key.publicKey } });
  },
  { "2023-01-01": null },
);
