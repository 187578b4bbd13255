import { door, operation, paging, schemas } from "../declare.ts";
import { findKey, listPath, orgSide, showList } from "./common.ts";

export const listOrgApiKeyAccessListEntries = operation(`GET ${listPath}`, {
  ...orgSide,
  summary: "List the access list of an API key",
  description:
    "The addresses and networks the key may be used from, oldest first. An empty list means any, unless the organization demands a list. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  versions: { "2023-01-01": { reply: schemas.UserAccessListPage } },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query } = context;
  const key = await findKey(context, org.id);
  return { key, page: await tx.accessLists.page(key.id, query) };
}, showList);
