import { addEntries, addEntryErrors } from "../../changes/access-lists.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { findAccount, orgPathById, orgSide, showEntry } from "./common.ts";

export const createOrgServiceAccountAccessList = operation(`POST ${orgPathById}/accessList`, {
  securityEvent: "access-list-change",
  ...orgSide,
  summary: "Add entries to the access list of a service account",
  description:
    "Adds addresses and networks, all of them or none, and answers the whole list. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  query: { ...paging },
  body: schemas.ServiceAccountEntries,
  versions: { "2024-08-05": { reply: schemas.ServiceAccountEntryPage } },
  errors: [...addEntryErrors, "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query, body } = context;
  const account = await findAccount(context, org.id);
  await addEntries(context, account, body);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
