// Lists the API keys of an organization.
import { limitSets } from "../../contract/limits.ts";
import { ApiKeyPage } from "../../contract/schemas/api-keys.ts";
import { org } from "../../domain/access.ts";
import { showPage } from "../../domain/page.ts";
import { operation } from "../operation.ts";
import { envelope, orgId, orgPath, paging, pretty, showKey, tag } from "./keys.ts";

export const listOrgApiKeys = operation({
  id: "listOrgApiKeys",
  method: "GET",
  path: orgPath,
  tag,
  summary: "List the API keys of an organization",
  description:
    "Every key of the organization, newest first, with its roles in every scope and its private key masked. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgApiKeys,
  status: 200,
  params: { orgId },
  query: { envelope, pretty, ...paging },
  versions: { "2023-01-01": { reply: ApiKeyPage } },
  errors: [],
}).handle(async ({ tx, org, query }) => tx.apiKeys.inOrg(org.id, query), {
  "2023-01-01": (page, showing) => showPage(page, showing, (key) => showKey(key, showing)),
});
