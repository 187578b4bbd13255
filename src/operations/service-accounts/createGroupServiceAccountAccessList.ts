import { addEntries, addEntryErrors } from "../../changes/access-lists.ts";
import { refuseBeyond } from "../../changes/changing.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide, showEntry } from "./common.ts";

export const createGroupServiceAccountAccessList = operation(`POST ${groupPathById}/accessList`, {
  securityEvent: "access-list-change",
  ...groupSide,
  summary: "Add entries to the access list of a service account",
  description:
    "Adds addresses and networks, all of them or none, and answers the whole list. Needs Project Access Manager, and every role that the account holds elsewhere: the list counts there too.",
  door: door.group("GROUP_ACCESS_MANAGER"),
  query: { ...paging },
  body: schemas.ServiceAccountEntries,
  versions: { "2024-08-05": { reply: schemas.ServiceAccountEntryPage } },
  errors: [...addEntryErrors, "ROLE_ABOVE_OWN", "SERVICE_ACCOUNT_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, query, body } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  await addEntries(context, account, body);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
