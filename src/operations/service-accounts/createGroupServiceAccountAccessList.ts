import { addEntries, addEntryErrors } from "../../changes/access-lists.ts";
import { refuseBeyond } from "../../changes/changing.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findGroupAccount, showEntry } from "./common.ts";

export const createGroupServiceAccountAccessList = atlas("createGroupServiceAccountAccessList", {
  securityEvent: "access-list-change",
  errors: [...addEntryErrors, "ROLE_ABOVE_OWN", "SERVICE_ACCOUNT_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, group, query, body } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  await addEntries(context, account, body);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
