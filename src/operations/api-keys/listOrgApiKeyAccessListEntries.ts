// Lists the addresses an API key may be used from.
import { limitSets } from "../../contract/limits.ts";
import { UserAccessListPage } from "../../contract/schemas/api-keys.ts";
import { org } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { showList } from "./access-list.ts";
import { apiUserId, envelope, findKey, listPath, orgId, paging, pretty, tag } from "./keys.ts";

export const listOrgApiKeyAccessListEntries = operation({
  id: "listOrgApiKeyAccessListEntries",
  method: "GET",
  path: listPath,
  tag,
  summary: "List the access list of an API key",
  description:
    "The addresses and networks the key may be used from, oldest first. An empty list means any, unless the organization demands a list. Needs Organization Member.",
  door: org("ORG_MEMBER"),
  limit: limitSets.orgApiKeys,
  status: 200,
  params: { orgId, apiUserId },
  query: { envelope, pretty, ...paging },
  versions: { "2023-01-01": { reply: UserAccessListPage } },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(
  async ({ tx, org, params, query, fault }) => {
    const key = await findKey(tx, { orgId: org.id, keyId: params.apiUserId }, fault);
    return { key, page: await tx.accessLists.page(key.id, query) };
  },
  { "2023-01-01": showList },
);
