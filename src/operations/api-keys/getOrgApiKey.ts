// Answers one API key of an organization.
import { limitSets } from "../../contract/limits.ts";
import { ApiKeyUserDetails } from "../../contract/schemas/api-keys.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { apiUserId, envelope, findKey, orgId, orgPathById, pretty, showKey, tag } from "./keys.ts";

export const getOrgApiKey = operation({
  id: "getOrgApiKey",
  method: "GET",
  path: orgPathById,
  tag,
  summary: "Get an API key",
  description:
    "Answers the key with its roles in every scope and its private key masked. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgApiKeys,
  status: 200,
  params: { orgId, apiUserId },
  query: { envelope, pretty },
  versions: { "2023-01-01": { reply: ApiKeyUserDetails } },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, fault }) => findKey(tx, { orgId: org.id, keyId: params.apiUserId }, fault),
  { "2023-01-01": showKey },
);
