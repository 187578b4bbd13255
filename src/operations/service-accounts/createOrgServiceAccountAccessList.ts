import { addEntries, addEntryErrors } from "../../changes/access-lists.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findAccount, showEntry } from "./common.ts";

export const createOrgServiceAccountAccessList = atlas("createOrgServiceAccountAccessList", {
  securityEvent: "access-list-change",
  errors: [...addEntryErrors, "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query, body } = context;
  const account = await findAccount(context, org.id);
  await addEntries(context, account, body);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
