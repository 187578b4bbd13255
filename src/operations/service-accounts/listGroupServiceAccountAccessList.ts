import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide, showEntry } from "./common.ts";

export const listGroupServiceAccountAccessList = operation(`GET ${groupPathById}/accessList`, {
  ...groupSide,
  summary: "List the access list of a service account",
  description:
    "Addresses and networks, oldest first. An empty list means any, unless the organization demands a list. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2024-08-05": { reply: schemas.ServiceAccountEntryPage } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, query } = context;
  const account = await findGroupAccount(context);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
