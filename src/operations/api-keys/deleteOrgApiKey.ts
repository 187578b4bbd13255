// Deletes an API key, with its roles in every project.
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { findKey, orgPathById, orgSide } from "./common.ts";

export const deleteOrgApiKey = operation({
  id: "deleteOrgApiKey",
  method: "DELETE",
  path: orgPathById,
  ...orgSide,
  summary: "Delete an API key",
  description:
    "Deletes the key, its access list and its roles in the organization and in every project. It is refused from the next request on. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  status: 204,
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, fault, record }) => {
    const key = await findKey(tx, { orgId: org.id, keyId: params.apiUserId }, fault);
    await tx.apiKeys.remove(key.id);
    await record("API_KEY_DELETED", { orgId: org.id, details: { targetPublicKey: key.publicKey } });
  },
  { "2023-01-01": null },
);
