import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide } from "./common.ts";
import { showEntry } from "./views.ts";

export const listGroupServiceAccountAccessList = operation({
  id: "listGroupServiceAccountAccessList",
  method: "GET",
  path: `${groupPathById}/accessList`,
  ...groupSide,
  summary: "List the access list of a service account",
  description:
    "Addresses and networks, oldest first. An empty list means any, unless the organization demands a list. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: { ...paging },
  versions: { "2024-08-05": { reply: schemas.ServiceAccountEntryPage } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(
  async (context) => {
    const { tx, query } = context;
    const account = await findGroupAccount(context);
    return tx.accessLists.page(account.id, query);
  },
  { "2024-08-05": showPageOf(showEntry) },
);
