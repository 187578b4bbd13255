import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { findAccount, showEntry } from "./common.ts";

export const listOrgServiceAccountAccessList = atlas("listOrgServiceAccountAccessList", {
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query } = context;
  const account = await findAccount(context, org.id);
  return tx.accessLists.page(account.id, query);
}, showPageOf(showEntry));
