import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findGroupAccount, showEntry } from "./common.ts";

export const listGroupServiceAccountAccessList = atlas("listGroupServiceAccountAccessList", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, query } = context;
  const account = await findGroupAccount(context);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
