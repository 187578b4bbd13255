import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { findAccount, orgPathById, orgSide, showEntry } from "./common.ts";

export const listOrgServiceAccountAccessList = operation(`GET ${orgPathById}/accessList`, {
  ...orgSide,
  summary: "List the access list of a service account",
  description:
    "Addresses and networks, oldest first. An empty list means any, unless the organization demands a list. Needs Organization Read Only.",
  door: door.org("ORG_READ_ONLY"),
  query: { ...paging },
  versions: { "2024-08-05": { reply: schemas.ServiceAccountEntryPage } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query } = context;
  const account = await findAccount(context, org.id);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
