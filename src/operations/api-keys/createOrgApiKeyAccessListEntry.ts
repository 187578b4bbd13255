import { addEntries, addEntryErrors, refuseOthers } from "../../changes/access-lists.ts";
import { door, operation, paging, schemas } from "../declare.ts";
import { findKey, listPath, orgSide, showList } from "./common.ts";

export const createOrgApiKeyAccessListEntry = operation(`POST ${listPath}`, {
  securityEvent: "access-list-change",
  ...orgSide,
  summary: "Add entries to the access list of an API key",
  description:
    "Adds addresses and networks, all of them or none, and answers the whole list. For Organization Owners, and for the key itself.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  body: schemas.UserAccessListRequests,
  versions: { "2023-01-01": { reply: schemas.UserAccessListPage } },
  errors: [...addEntryErrors, "API_KEY_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, org, query, body } = context;
  const key = await findKey(context, org.id);
  await refuseOthers(context, key);
  await addEntries(context, key, body);
  return { key, page: await tx.accessLists.page(key.id, query) };
}, showList);
